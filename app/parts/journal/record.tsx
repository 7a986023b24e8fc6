import { Link } from '@remix-run/react'
import { DataTable } from '#app/parts/data-table.tsx'
import { Entries, entryHref, streamName } from '#app/parts/journal/told.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Journal = AnswerOf<'journal.page'>

interface RecordProps {
  readonly journal: Journal
  /** Addresses of the page after and of the first one; null where there is none. */
  readonly earlier: string | null
  readonly newest: string | null
}

/** A stretch of the record, and the ways to the stretches around it. */
export function Record({ journal, earlier, newest }: RecordProps) {
  const words = useWords()
  return (
    <Section id="entries" title={words.say('journal-entries')}>
      {journal.entries.length === 0 ? (
        <EmptyState what={words.say('journal-none')} who={words.say('journal-none-who')} next={null} />
      ) : (
        <Entries entries={journal.entries} units={journal.units} namesStreams={journal.stream === null} />
      )}
      <nav className="pages-nav" aria-label={words.say('journal-entries')}>
        {newest && <Link to={newest}>{words.say('journal-newest')}</Link>}
        {earlier && (
          <Link to={earlier} className="button quiet">
            {words.say('journal-earlier')}
          </Link>
        )}
      </nav>
    </Section>
  )
}

/** How anybody recounts the record. */
export function Verify({ address }: { address: string }) {
  const words = useWords()
  return (
    <Section id="verify" title={words.say('journal-verify')} lead={words.say('journal-verify-lead')}>
      <p>
        <code className="secret">npm run -s cli -- verify {address}</code>
      </p>
      <p>
        <a href="/api/v1/export" download="negotium-record.ndjson">
          {words.say('journal-download')}
        </a>
      </p>
    </Section>
  )
}

/** The head of every stream. */
export function Heads({ journal }: { journal: Journal }) {
  const words = useWords()
  return (
    <Section id="heads" title={words.say('journal-heads')} lead={words.say('journal-heads-lead')}>
      <DataTable
        caption={words.say('journal-heads')}
        isCaptionUnseen
        columns={[
          { head: words.say('journal-stream'), isAmount: false },
          { head: words.say('journal-last'), isAmount: true },
          { head: words.say('journal-head'), isAmount: false },
          { head: words.say('journal-moment'), isAmount: false },
        ]}
        rows={journal.heads.map((head) => ({
          id: head.id,
          cells: [
            <Link key="stream" to={`/journal/${head.id}`}>
              {streamName(head.id, journal.units, words)}
            </Link>,
            <Link key="last" to={entryHref(head.id, head.number)}>
              {words.decimal(String(head.number))}
            </Link>,
            <span key="head" className="hash" title={head.head}>
              {head.head.slice(0, 16)}
            </span>,
            <Moment key="at" at={head.at} to="day" />,
          ],
        }))}
      />
    </Section>
  )
}
