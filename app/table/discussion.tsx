import { Link, useSearchParams } from '@remix-run/react'
import { memo } from 'react'
import { EmptyState } from '#app/parts/notice.tsx'
import { useWords } from '#app/parts/words.tsx'
import { anchorFrom } from '#app/table/anchor.ts'
import { anchorName } from '#app/table/anchor-name.ts'
import { Composer } from '#app/table/composer.tsx'
import type { TablePage } from '#app/table/page-data.ts'
import { Statement } from '#app/table/statement.tsx'
import { threadsAbout, threadsOf } from '#app/table/threads.ts'
import { Anchor } from '#rules/shapes/statement.ts'

/** So many threads at once; earlier ones on asking. */
const shownAtOnce = 40

interface DiscussionProps {
  readonly page: TablePage
  readonly seed: string
}

/** What is said about the proposal and everything in it, as threads; at the end the place to say something. */
export const Discussion = memo(function Discussion({ page, seed }: DiscussionProps) {
  const words = useWords()
  const [params] = useSearchParams()
  const read = Anchor.safeParse(anchorFrom(params.get('about') ?? ''))
  const about: Anchor = read.success ? read.data : { kind: 'proposal' }
  const filter = params.has('about') && read.success ? params.get('about') : null
  const all = threadsAbout(threadsOf(page.statements), filter)
  const shown = params.has('all') ? all : all.slice(-shownAtOnce)
  const replyTo = page.statements.find((one) => one.id === params.get('reply')) ?? null
  return (
    <section className="discussion" id="discussion" aria-label={words.say('discussion-title')}>
      {filter !== null && (
        <p className="discussion-filter">
          {words.say('discussion-about', { what: anchorName(about, page, words).name, count: all.length })}{' '}
          <Link to="?" preventScrollReset>
            {words.say('discussion-all')}
          </Link>
        </p>
      )}
      {page.statements.length === 0 && (
        <EmptyState what={words.say('discussion-none')} who={words.say('discussion-who')} next={null} />
      )}
      {all.length > shown.length && (
        <Link to="?all=1" preventScrollReset>
          {words.say('discussion-earlier', { count: all.length - shown.length })}
        </Link>
      )}
      <ol className="threads">
        {shown.map((thread) => (
          <li key={thread.statement.id}>
            <Statement thread={thread} page={page} seed={seed} depth={0} about={filter} />
          </li>
        ))}
      </ol>
      <Composer page={page} seed={seed} about={replyTo?.anchor ?? about} replyTo={replyTo} />
    </section>
  )
})
