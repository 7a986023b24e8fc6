import { findingOf } from '#app/charts/finding.ts'
import { byUnit, type ChartProps } from '#app/charts/shape.ts'
import { SourceLine } from '#app/charts/source.tsx'
import { periodTable } from '#app/charts/table.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { useWords } from '#app/parts/words.tsx'

/** Figures as a table that is read as it stands, with the same frame as a chart: finding, measure, source, download. */
export function FiguresTable(props: ChartProps) {
  const words = useWords()
  const finding = findingOf(byUnit(props.series)[0] ?? [], props.measure, null, words)
  const title = props.title ?? words.say(finding.code, finding.values)
  const table = periodTable(props.series, words)
  const sources = new Map(props.series.map(({ source }) => [`${source.producer}\n${source.title}`, source]))
  const asOf = props.series
    .map((one) => one.vintage.asOf)
    .sort()
    .at(-1)
  return (
    <figure className="figure" id={props.id} aria-labelledby={`${props.id}-title`}>
      <figcaption>
        <p className="figure-title" id={`${props.id}-title`}>
          {title}
        </p>
        <p className="figure-measure">{[props.measure, props.place].filter((part) => part !== '').join(', ')}</p>
      </figcaption>
      <DataTable
        isCaptionUnseen
        caption={title}
        columns={table.heads.map((head, index) => ({ head, isAmount: index > 0 }))}
        rows={table.rows.map((row) => ({
          id: row.head,
          cells: [
            row.head,
            ...row.cells.map(({ amount, status }, index) => (
              <span key={table.heads[index + 1]}>
                {amount}
                {status && <span className="status-mark"> {status}</span>}
              </span>
            )),
          ],
        }))}
      />
      <p className="figure-source">
        {[...sources].map(([key, source]) => (
          <SourceLine key={key} source={source} />
        ))}
        {asOf && words.say('chart-as-of', { date: words.day(asOf) })}
      </p>
      {props.download && (
        <div className="figure-actions">
          <a href={props.download} download>
            {words.say('chart-download')}
          </a>
        </div>
      )}
    </figure>
  )
}
