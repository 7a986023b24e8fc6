import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shown } from '#app/doorway.server.ts'
import { Verify } from '#app/parts/journal/record.tsx'
import { entryHref, sentenceOfEntry, streamName } from '#app/parts/journal/told.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { useWords, wordsIn } from '#app/parts/words.tsx'
import { journalForm } from '#rules/entry.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: say('en', 'page-title', { title: say('en', 'journal-title') }) }]
  const { stream, number } = data.page.told
  const title = say('en', 'entry-title', { stream: streamName(stream, data.page.units, wordsIn('en', 'UTC')), number })
  return [{ title: say('en', 'page-title', { title }) }]
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { stream = '', number = '' } = params
  const page = await shown(context.ask('journal.entry', { stream, number }), context.actor)
  return { page, form: journalForm, origin: context.settings.publicUrl ?? new URL(request.url).origin }
}

export default function EntryPage() {
  const { page, form, origin } = useLoaderData<typeof loader>()
  const words = useWords()
  const { told, about } = page
  const stream = streamName(told.stream, page.units, words)
  return (
    <Page
      kicker={
        <>
          <Link to="/journal">{words.say('entry-kicker')}</Link>
          <Link to={`/journal/${told.stream}`}>{stream}</Link>
        </>
      }
      title={words.say('entry-title', { stream, number: told.number })}
      state={sentenceOfEntry(told, words)}
      next={null}
    >
      <dl className="facts">
        <dt>{words.say('journal-moment')}</dt>
        <dd>
          <Moment at={told.at} to="minute" />
        </dd>
        <dt>{words.say('entry-act')}</dt>
        <dd>
          <code>{told.act}</code>
        </dd>
        {about && (
          <>
            <dt>{words.say('entry-what')}</dt>
            <dd>
              <Link to={`/proposals/${about.id}`}>{about.title}</Link>
            </dd>
          </>
        )}
        <dt>{words.say('entry-hash')}</dt>
        <dd className="hash">{page.hash}</dd>
        <dt>{words.say('entry-prev')}</dt>
        <dd className="hash">{told.number === 1 ? words.say('entry-first') : page.prev}</dd>
      </dl>
      <nav className="pages-nav" aria-label={words.say('journal-entries')}>
        {told.number > 1 && <Link to={entryHref(told.stream, told.number - 1)}>{words.say('entry-before')}</Link>}
        {!page.isLast && <Link to={entryHref(told.stream, told.number + 1)}>{words.say('entry-after')}</Link>}
      </nav>
      {(page.words.length > 0 || page.closed.length > 0) && (
        <Section id="withheld" title={words.say('entry-withheld')} lead={words.say('entry-withheld-lead')}>
          {page.words.map((word) => (
            <div key={word.name}>
              <blockquote>{word.value}</blockquote>
              <dl className="facts small">
                <dt>{words.say('entry-withheld-name')}</dt>
                <dd>
                  <code>{word.name}</code>
                </dd>
                <dt>{words.say('entry-withheld-salt')}</dt>
                <dd className="hash">{word.salt}</dd>
              </dl>
            </div>
          ))}
          {page.closed.length > 0 && <p>{words.say('entry-withheld-gone', { count: page.closed.length })}</p>}
        </Section>
      )}
      <Section id="canonical" title={words.say('entry-canonical')} lead={words.say('entry-canonical-lead', { form })}>
        <pre className="canonical">{page.canonical}</pre>
      </Section>
      <Verify address={origin} />
    </Page>
  )
}
