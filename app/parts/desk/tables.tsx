import { Link } from '@remix-run/react'
import { seriesHref, seriesName, unitNameOf } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { FigureNumber } from '#app/parts/figure-number.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { EntryLink } from '#app/parts/series/history.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Desk = AnswerOf<'desk.page'>

/** The series of an office: the latest figure of each, and what it lacks. */
export function DeskSeries({ desk }: { desk: Desk }) {
  const words = useWords()
  if (desk.series.length === 0) return <NothingYet />
  return (
    <DataTable
      caption={words.say('desk-series')}
      isCaptionUnseen
      columns={[
        { head: words.say('desk-series'), isAmount: false },
        { head: words.say('figures-latest'), isAmount: true },
        { head: words.say('card-period'), isAmount: false },
        { head: words.say('card-status'), isAmount: false },
        { head: words.say('desk-missing'), isAmount: false },
      ]}
      rows={desk.series.map((one) => ({
        id: one.id,
        cells: [
          <Link key="name" to={seriesHref(one.id)}>
            {seriesName(one, words)}
          </Link>,
          one.latest && (
            <FigureNumber
              key="latest"
              text={one.latest.text}
              status={one.latest.status}
              period={one.latest.period}
              unit={one.unit}
              unitName={unitNameOf(one, words)}
              measure={seriesName(one, words)}
              place={one.place}
              source={one.source}
              asOf={one.vintage.asOf}
              href={seriesHref(one.id)}
            />
          ),
          one.latest ? words.period(one.latest.period) : '',
          one.latest ? words.say(`status-${one.latest.status}`) : '',
          lacking(one.missing, words),
        ],
      }))}
    />
  )
}

function lacking({ due, gaps }: Desk['series'][number]['missing'], words: Wording): string {
  const [first = ''] = due
  const late = words.say('desk-due', {
    count: due.length,
    first: first && words.period(first),
    more: Math.max(0, due.length - 1),
  })
  return gaps.length === 0 ? late : `${late}, ${words.say('desk-gaps', { count: gaps.length })}`
}

/** The files and corrections that the office published last. */
export function PublishedLast({ desk }: { desk: Desk }) {
  const words = useWords()
  if (desk.batches.length === 0) return <NothingYet />
  return (
    <ol className="story">
      {desk.batches.map((batch) => (
        <li key={batch.number}>
          <Moment at={batch.at} to="minute" />, <PersonName name={desk.people[batch.personId] ?? null} seat={null} />:{' '}
          {batch.name === '' ? words.say('desk-correction') : batch.name}. {words.say('desk-published', batch)}{' '}
          <EntryLink stream={desk.unit.id} number={batch.number} />
        </li>
      ))}
    </ol>
  )
}

function NothingYet() {
  const words = useWords()
  return <EmptyState what={words.say('desk-batches-none')} who={words.say('desk-batches-who')} next={null} />
}
