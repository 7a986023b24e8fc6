import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shown } from '#app/doorway.server.ts'
import { Heads, Record, Verify } from '#app/parts/journal/record.tsx'
import { Page } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'journal-title') }) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url)
  const skip = asked.searchParams.get('skip') ?? 0
  const journal = await shown(context.ask('journal.page', { skip }), context.actor)
  return { journal, origin: context.settings.publicUrl ?? asked.origin }
}

export default function JournalPage() {
  const { journal, origin } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Page
      kicker={null}
      title={words.say('journal-title')}
      state={words.say('journal-state', { count: journal.count, streams: journal.heads.length })}
      next={
        <Link className="button quiet" to="#verify">
          {words.say('journal-verify')}
        </Link>
      }
    >
      <Record
        journal={journal}
        earlier={journal.more ? `/journal?skip=${journal.skip + journal.entries.length}` : null}
        newest={journal.skip > 0 ? '/journal' : null}
      />
      <Verify address={origin} />
      <Heads journal={journal} />
    </Page>
  )
}
