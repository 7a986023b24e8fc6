import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shown } from '#app/doorway.server.ts'
import { Record, Verify } from '#app/parts/journal/record.tsx'
import { streamName } from '#app/parts/journal/told.tsx'
import { Page } from '#app/parts/page.tsx'
import { useWords, wordsIn } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: say('en', 'page-title', { title: say('en', 'journal-title') }) }]
  const unit = streamName(data.stream, data.journal.units, wordsIn('en', 'UTC'))
  return [{ title: say('en', 'page-title', { title: say('en', 'journal-title-of', { unit }) }) }]
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url)
  const below = asked.searchParams.get('below')
  const stream = params.stream ?? ''
  const journal = await shown(context.ask('journal.page', { stream, below }), context.actor)
  return { journal, stream, below, origin: context.settings.publicUrl ?? asked.origin }
}

export default function StreamPage() {
  const { journal, stream, below, origin } = useLoaderData<typeof loader>()
  const words = useWords()
  const last = journal.entries.at(-1)
  const isUnit = stream in journal.units
  return (
    <Page
      kicker={
        <>
          <Link to="/journal">{words.say('journal-title')}</Link>
          {isUnit && <Link to={`/units/${stream}`}>{journal.units[stream]}</Link>}
        </>
      }
      title={words.say('journal-title-of', { unit: streamName(stream, journal.units, words) })}
      state={words.say('journal-state-of', { count: journal.count })}
      next={null}
    >
      <Record
        journal={journal}
        earlier={journal.more && last ? `/journal/${stream}?below=${last.number}` : null}
        newest={below === null ? null : `/journal/${stream}`}
      />
      <Verify address={origin} />
    </Page>
  )
}
