import { Link } from '@remix-run/react'
import { seriesHref } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

interface HistoryProps {
  readonly page: AnswerOf<'series.page'>
}

/** Every figure of the series as it is, newest first, with the entry that made it. */
export function AllFigures({ page }: HistoryProps) {
  const words = useWords()
  const { series } = page
  return (
    <DataTable
      caption={words.say('series-all')}
      isCaptionUnseen
      columns={[
        { head: words.say('card-period'), isAmount: false },
        { head: `${words.say('preview-figures')} (${series.unit})`, isAmount: true },
        { head: words.say('card-status'), isAmount: false },
        { head: words.say('series-note'), isAmount: false },
        { head: words.say('series-entry'), isAmount: false },
      ]}
      rows={page.figures.toReversed().map((figure) => ({
        id: figure.period,
        cells: [
          words.period(figure.period),
          figure.text === null ? words.say('no-figure') : words.decimal(figure.text),
          words.say(`status-${figure.status}`),
          figure.note ?? '',
          <EntryLink key="entry" stream={series.unitId} number={figure.number} />,
        ],
      }))}
    />
  )
}

/** Each value that a revised figure has had, oldest first. */
export function Revisions({ page }: HistoryProps) {
  const words = useWords()
  if (page.revised.length === 0) return <p>{words.say('series-revisions-none')}</p>
  return (
    <DataTable
      caption={words.say('series-revisions')}
      isCaptionUnseen
      columns={[
        { head: words.say('card-period'), isAmount: false },
        { head: `${words.say('series-revision-was')} (${page.series.unit})`, isAmount: true },
        { head: words.say('card-status'), isAmount: false },
        { head: words.say('series-known-from'), isAmount: false },
        { head: words.say('series-known-until'), isAmount: false },
        { head: words.say('series-entry'), isAmount: false },
      ]}
      rows={page.revised.flatMap(({ period, values }) =>
        values.map((value) => ({
          id: `${period} ${value.number}`,
          cells: [
            words.period(period),
            value.text === null ? words.say('no-figure') : words.decimal(value.text),
            words.say(`status-${value.status}`),
            <Moment key="from" at={value.from} to="day" />,
            value.until ? <Moment key="until" at={value.until} to="day" /> : words.say('series-in-force'),
            <EntryLink key="entry" stream={page.series.unitId} number={value.number} />,
          ],
        })),
      )}
    />
  )
}

/** The files and forms behind the figures: what came when, from whom, and why. */
export function Batches({ page }: HistoryProps) {
  const words = useWords()
  return (
    <ol className="story">
      {page.batches.map((batch) => (
        <li key={batch.number}>
          <p>
            <Moment at={batch.at} to="minute" />, <PersonName name={page.people[batch.personId] ?? null} seat={null} />:{' '}
            {batch.name === ''
              ? words.say('series-batch-correction')
              : words.say('series-batch-file', { name: batch.name })}
            {' ('}
            {words.say('series-batch-counts', { added: batch.added, revised: batch.revised })}
            {'). '}
            <EntryLink stream={page.series.unitId} number={batch.number} />
          </p>
          {batch.reason && <blockquote>{batch.reason}</blockquote>}
          <p className="soft">
            {words.say('chart-source', sourceParts(batch.source))}{' '}
            {batch.source.invented && <span className="invented">{words.say('invented')}</span>}{' '}
            <Link to={`${seriesHref(page.series.id)}?as-of=${batch.at}`}>{words.say('series-known-then')}</Link>
          </p>
        </li>
      ))}
    </ol>
  )
}

const sourceParts = ({ producer, title, licence }: AnswerOf<'series.page'>['series']['source']) => ({
  producer,
  title,
  licence,
})

/** The way down to the entry of the journal. */
export function EntryLink({ stream, number }: { stream: string; number: number }) {
  const words = useWords()
  return <Link to={`/journal/${stream}/${number}`}>{words.say('series-entry-number', { number })}</Link>
}
