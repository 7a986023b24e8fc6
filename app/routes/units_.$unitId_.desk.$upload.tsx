import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shown, tried } from '#app/doorway.server.ts'
import { readForm } from '#app/form.server.ts'
import { Faults, FirstRows, Revised, SeriesFound } from '#app/parts/desk/found.tsx'
import { mappingIn } from '#app/parts/desk/mapping.server.ts'
import { MappingForm } from '#app/parts/desk/mapping.tsx'
import { PublishForm } from '#app/parts/desk/publish.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { Mapping } from '#rules/shapes/mapping.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: say('en', 'page-title', { title: say('en', 'preview-title', { file: loaded?.preview.file.name ?? '' }) }) },
]

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { unitId = '', upload = '' } = params
  const mapping = mappingIn(new URL(request.url).searchParams)
  const preview = await shown(context.ask('desk.preview', { unitId, upload, mapping }), context.actor)
  return { preview, actId: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { unitId = '', upload = '' } = params
  const { actId, input } = readForm(await request.formData())
  const sourceId = String(input.sourceId ?? '')
  const leaveOutFaulty = input.leaveOutFaulty === 'on'
  const mapping = mappingIn(new URL(request.url).searchParams) ?? ((input.mapping ?? null) as Mapping | null)
  const wanted = { unitId, upload, mapping, sourceId, leaveOutFaulty }
  const answer = await tried(context.perform('figure.publish', wanted, actId), context.actor)
  const done = answer.data.done?.result
  if (done) return redirect(`/units/${unitId}/desk?published=${done.already ? 'already' : done.batch}`)
  return data({ refused: answer.data.refused, sent: { sourceId, leaveOutFaulty } }, answer.init ?? undefined)
}

export default function PreviewPage() {
  const { preview, actId } = useLoaderData<typeof loader>()
  const words = useWords()
  const { intake, unit, file } = preview
  const desk = `/units/${unit.id}/desk`
  const kicker = (
    <>
      <Link to={desk}>{words.say('desk-title', { unit: unit.name })}</Link>
      <span>{words.say('preview-kicker')}</span>
    </>
  )
  const title = words.say('preview-title', { file: file.name })
  if (!intake) {
    const next = (
      <Link to={desk} className="button">
        {words.say('preview-send-another')}
      </Link>
    )
    return (
      <Page
        kicker={kicker}
        title={words.say('preview-unreadable')}
        state={words.sayCode(preview.unreadable, preview.values)}
        next={next}
      />
    )
  }
  const readable = intake.lacking.length === 0
  const { counts, rows, faultyRows: faulty } = intake
  return (
    <Page
      kicker={kicker}
      title={title}
      state={
        readable ? words.say('preview-state', { rows, faulty, ...counts }) : words.say('preview-state-unread', { rows })
      }
      next={null}
    >
      {!intake.decimalCertain && (
        <Notice meaning="proposed" title={null} isAnswer={false}>
          <p>{words.say('preview-decimal-doubt')}</p>
        </Notice>
      )}
      {intake.lacking.map((what) => (
        <Notice key={what} meaning="proposed" title={null} isAnswer={false}>
          <p>{words.say('mapping-lacks', { what })}</p>
        </Notice>
      ))}
      {!intake.mappingFits && (
        <Notice meaning="proposed" title={null} isAnswer={false}>
          <p>{words.say('mapping-does-not-fit', { columns: intake.columns.length })}</p>
        </Notice>
      )}
      {readable && (
        <Section id="faults" title={words.say('preview-faults')} lead={words.say('preview-faults-lead')}>
          <Faults intake={intake} />
        </Section>
      )}
      {readable && (
        <Section id="publish" title={words.say('preview-publish-title')}>
          <PublishForm preview={preview} intake={intake} actId={actId} />
        </Section>
      )}
      <Section id="columns" title={words.say('preview-columns')} lead={words.say('preview-columns-lead')}>
        <FirstRows intake={intake} />
        <MappingForm preview={preview} intake={intake} />
      </Section>
      {readable && (
        <Section id="found" title={words.say('preview-series')}>
          <SeriesFound intake={intake} />
        </Section>
      )}
      {intake.revisions.length > 0 && (
        <Section id="revisions" title={words.say('preview-revisions')}>
          <Revised intake={intake} />
        </Section>
      )}
    </Page>
  )
}
