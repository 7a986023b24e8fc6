import { Link } from '@remix-run/react'
import { seriesHref, seriesName } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import type { Previewed } from '#app/parts/desk/publish.tsx'
import { useWords } from '#app/parts/words.tsx'

interface FoundProps {
  readonly intake: Previewed
}

/** Each faulty row with its number, what stands there, and what is wrong with it. */
export function Faults({ intake }: FoundProps) {
  const words = useWords()
  const { problems, problemsInAll } = intake
  if (problems.length === 0) return <p>{words.say('preview-faults-none')}</p>
  return (
    <>
      {problemsInAll > problems.length && (
        <p>{words.say('preview-faults-more', { shown: problems.length, count: problemsInAll })}</p>
      )}
      <DataTable
        caption={words.say('preview-faults')}
        isCaptionUnseen
        columns={[
          { head: words.say('preview-row'), isAmount: true },
          { head: words.say('preview-column'), isAmount: false },
          { head: words.say('preview-cell'), isAmount: false },
          { head: words.say('preview-reason'), isAmount: false },
        ]}
        rows={problems.map((problem) => ({
          id: `${problem.row} ${problem.column} ${problem.code}`,
          cells: [
            String(problem.row),
            problem.column ?? '',
            problem.value,
            words.sayCode(problem.code, problem.values),
          ],
        }))}
      />
    </>
  )
}

/** The first rows of the file, each column under what it is read as. */
export function FirstRows({ intake }: FoundProps) {
  const words = useWords()
  const heads = intake.columns.map((column, at) => ({
    head: `${column || at + 1} (${words.say(`role-${intake.mapping.columns[at] ?? 'ignore'}`)})`,
    isAmount: false,
  }))
  return (
    <DataTable
      caption={words.say('preview-first')}
      columns={[{ head: words.say('preview-row'), isAmount: true }, ...unique(heads)]}
      rows={intake.firstRows.map(({ row, cells }) => ({
        id: String(row),
        cells: [String(row), ...intake.columns.map((_, at) => cells[at] ?? '')],
      }))}
    />
  )
}

/** Two columns of a file may bear the same header. */
function unique<H extends { readonly head: string }>(heads: readonly H[]): H[] {
  const seen = new Map<string, number>()
  return heads.map((one) => {
    const times = (seen.get(one.head) ?? 0) + 1
    seen.set(one.head, times)
    return times === 1 ? one : { ...one, head: `${one.head} ${times}` }
  })
}

/** The series that the file speaks of, and how many figures each gets. */
export function SeriesFound({ intake }: FoundProps) {
  const words = useWords()
  const { series, seriesInAll } = intake
  return (
    <>
      {seriesInAll > series.length && (
        <p>{words.say('preview-series-more', { shown: series.length, count: seriesInAll })}</p>
      )}
      <DataTable
        caption={words.say('preview-series')}
        isCaptionUnseen
        columns={[
          { head: words.say('figures-series'), isAmount: false },
          { head: words.say('preview-series-state'), isAmount: false },
          { head: words.say('preview-figures'), isAmount: true },
          { head: words.say('card-unit'), isAmount: false },
          { head: words.say('preview-from-to'), isAmount: false },
        ]}
        rows={series.map((one) => ({
          id: one.id,
          cells: [
            one.isNew ? (
              nameOf(one)
            ) : (
              <Link key="name" to={seriesHref(one.id)}>
                {nameOf(one)}
              </Link>
            ),
            words.say(one.isNew ? 'preview-series-new' : 'preview-series-known'),
            String(one.figures),
            one.unit,
            `${one.from ? words.period(one.from) : ''}, ${one.to ? words.period(one.to) : ''}`,
          ],
        }))}
      />
    </>
  )

  function nameOf({ measure, product, counterpart }: Previewed['series'][number]) {
    return seriesName({ measureName: measure, productName: product, counterpartName: counterpart }, words)
  }
}

/** The figures in force that the file would close, beside what follows them. */
export function Revised({ intake }: FoundProps) {
  const words = useWords()
  const cell = ({ entered, status }: Previewed['revisions'][number]['before']) =>
    `${entered === null ? words.say('no-figure') : words.decimal(entered)} (${words.say(`status-${status}`)})`
  return (
    <DataTable
      caption={words.say('preview-revisions')}
      isCaptionUnseen
      columns={[
        { head: words.say('figures-series'), isAmount: false },
        { head: words.say('card-period'), isAmount: false },
        { head: words.say('preview-was'), isAmount: true },
        { head: words.say('preview-becomes'), isAmount: true },
      ]}
      rows={intake.revisions.map((one) => ({
        id: `${one.seriesId} ${one.period}`,
        cells: [
          <Link key="series" to={seriesHref(one.seriesId)}>
            {one.seriesId}
          </Link>,
          words.period(one.period),
          cell(one.before),
          cell(one.after),
        ],
      }))}
    />
  )
}
