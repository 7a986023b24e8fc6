import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { shown, tried } from '#app/doorway.server.ts'
import { seriesHref } from '#app/parts/chart-series.ts'
import { DeskSeries, PublishedLast } from '#app/parts/desk/tables.tsx'
import { ErrorSummary } from '#app/parts/error-summary.tsx'
import { Field } from '#app/parts/field.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

/** The largest file that is taken, and what its form may weigh beside it, in bytes. */
const largestBody = 16 * 1024 * 1024 + 64 * 1024

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: say('en', 'page-title', { title: say('en', 'desk-title', { unit: loaded?.desk.unit.name ?? '' }) }) },
]

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = await shown(context.ask('desk.page', { unitId: params.unitId ?? '' }), context.actor)
  const published = new URL(request.url).searchParams.get('published')
  const batch = desk.batches.find((one) => String(one.number) === published) ?? null
  return { desk, published: batch, already: published === 'already' }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const unitId = params.unitId ?? ''
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) {
    return data({ refused: refusedFile(say('en', 'file-too-large', { megabytes: 16 })) }, { status: 413 })
  }
  const file = (await request.formData()).get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) {
    return data({ refused: refusedFile(say('en', 'file-missing')) }, { status: 400 })
  }
  const staged = context.stage(unitId, file.name, new Uint8Array(await file.arrayBuffer()))
  const answer = await tried(staged, context.actor)
  if (answer.data.done) return redirect(`/units/${unitId}/desk/${answer.data.done.upload}`)
  return data({ refused: refusedFile(answer.data.refused?.sentence ?? '') }, answer.init ?? undefined)
}

const refusedFile = (sentence: string) => ({ sentence, fields: { file: sentence } })

export default function DeskPage() {
  const { desk, published, already } = useLoaderData<typeof loader>()
  const words = useWords()
  const due = desk.series.filter((one) => one.missing.due.length > 0).length
  return (
    <Page
      kicker={<Link to={`/units/${desk.unit.id}`}>{words.say('desk-kicker')}</Link>}
      title={words.say('desk-title', { unit: desk.unit.name })}
      state={words.say('desk-state', { series: desk.series.length, due })}
      next={null}
    >
      {(published || already) && (
        <Notice meaning="figures" title={null} isAnswer>
          <p>{published ? words.say('desk-published', published) : words.say('desk-published-already')}</p>
        </Notice>
      )}
      <Section id="send" title={words.say('desk-send')} lead={desk.may.publish.ok ? words.say('desk-send-lead') : null}>
        {desk.may.publish.ok ? <SendFile /> : <p>{words.say('desk-not-office')}</p>}
        <p>
          <Link to="/books">{words.say('desk-books')}</Link>
        </p>
      </Section>
      {desk.waiting.length > 0 && <Waiting />}
      <Section id="questions" title={words.say('desk-questions')}>
        <Questions />
      </Section>
      <Section id="series" title={words.say('desk-series')}>
        <DeskSeries desk={desk} />
      </Section>
      <Section id="batches" title={words.say('desk-batches')}>
        <PublishedLast desk={desk} />
      </Section>
    </Page>
  )
}

function SendFile() {
  const words = useWords()
  const refused = useActionData<typeof action>()?.refused ?? null
  const label = words.say('desk-file')
  return (
    <Form method="post" encType="multipart/form-data" action="?index">
      <ErrorSummary refusal={refused} labels={{ file: label }} />
      <div className="drop-here">
        <Field
          name="file"
          type="file"
          label={label}
          hint={words.say('desk-file-hint')}
          faults={refused?.fields ?? {}}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          required
        />
      </div>
      <button type="submit" className="button">
        {words.say('desk-look')}
      </button>
    </Form>
  )
}

function Waiting() {
  const { desk } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Section id="waiting" title={words.say('desk-waiting')} lead={words.say('desk-waiting-lead')}>
      <ul>
        {desk.waiting.map((file) => (
          <li key={file.hash}>
            <Link to={`/units/${desk.unit.id}/desk/${file.hash}`}>{file.name}</Link>,{' '}
            <PersonName name={desk.people[file.personId] ?? null} seat={null} />, <Moment at={file.at} to="minute" />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Questions() {
  const { desk } = useLoaderData<typeof loader>()
  const words = useWords()
  if (desk.questions.length === 0) return <p>{words.say('desk-questions-none')}</p>
  return (
    <ul className="story">
      {desk.questions.map((question) => (
        <li key={question.id}>
          <blockquote>{question.text}</blockquote>
          <p className="soft">
            <PersonName name={desk.people[question.personId] ?? null} seat={null} />,{' '}
            <Moment at={question.at} to="minute" />.{' '}
            <Link to={`/proposals/${question.proposalId}#statement-${question.id}`}>
              {words.say('desk-question-where', { title: question.title })}
            </Link>
            {question.anchor.kind === 'figure' && (
              <>
                {' '}
                <Link to={seriesHref(question.anchor.series)}>{words.say('card-down')}</Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
