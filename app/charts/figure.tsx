import { Fragment, type ReactNode } from 'react'
import type { ChartProps, ChartSeries, ChartSource } from '#app/charts/shape.ts'
import { SourceLine } from '#app/charts/source.tsx'
import type { TwinTable } from '#app/charts/table.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { useWords } from '#app/parts/words.tsx'

/** Drawings have two widths, in their own units: for a column of text, and for a telephone. */
const widths = [
  ['chart chart-wide', 640],
  ['chart chart-narrow', 340],
] as const

interface Drawing {
  readonly unitName: string
  /** What the drawing shows, for those who cannot see it. */
  readonly words: string
  readonly draw: (width: number) => ReactNode
  readonly heightAt: (width: number) => number
}

interface FigureProps extends Omit<ChartProps, 'title'> {
  readonly title: string
  readonly drawings: readonly Drawing[]
  /** Whole sentences that explain marks in the drawing. */
  readonly notes: readonly string[]
  readonly table: TwinTable
}

/** The frame of every chart: finding, measure, drawing, source, the moment as of which it holds, table, download, citation. */
export function Figure(props: FigureProps) {
  const words = useWords()
  const asOf = props.series
    .map((one) => one.vintage.asOf)
    .sort()
    .at(-1)
  const date = asOf ? words.day(asOf) : ''
  const sources = distinctSources(props.series)
  const titleId = `${props.id}-title`
  return (
    <figure className="figure" id={props.id} aria-labelledby={titleId}>
      <figcaption>
        <p className="figure-title" id={titleId}>
          {props.title}
        </p>
        {props.drawings.slice(0, 1).map((drawing) => (
          <p className="figure-measure" key={drawing.unitName}>
            {measureLine(props, drawing.unitName)}
          </p>
        ))}
      </figcaption>
      {props.drawings.map((drawing, index) => (
        <Fragment key={drawing.unitName}>
          {index > 0 && <p className="figure-measure">{measureLine(props, drawing.unitName)}</p>}
          {widths.map(([className, width]) => (
            <svg
              key={width}
              className={className}
              viewBox={`0 0 ${width} ${Math.ceil(drawing.heightAt(width))}`}
              role="img"
              aria-label={drawing.words}
            >
              {drawing.draw(width)}
            </svg>
          ))}
        </Fragment>
      ))}
      {props.notes.length > 0 && <p className="figure-note">{[...new Set(props.notes)].join(' ')}</p>}
      <p className="figure-source">
        {sources.map((source) => (
          <SourceLine key={`${source.producer} ${source.title}`} source={source} />
        ))}
        {date && words.say('chart-as-of', { date })}
      </p>
      <div className="figure-actions">
        <details>
          <summary>{words.say('chart-table')}</summary>
          <DataTable
            isCaptionUnseen
            caption={props.title}
            columns={props.table.heads.map((head, index) => ({ head, isAmount: index > 0 }))}
            rows={props.table.rows.map((row) => ({
              id: row.head,
              cells: [row.head, ...row.cells.map((cell) => <Cell key={cell.amount} {...cell} />)],
            }))}
          />
        </details>
        {props.download && (
          <a href={props.download} download>
            {words.say('chart-download')}
          </a>
        )}
        {sources[0] && (
          <details>
            <summary>{words.say('chart-cite')}</summary>
            <p>
              {words.say('chart-citation', {
                producer: sources[0].producer,
                title: sources[0].title,
                finding: props.title,
                date,
              })}
              {props.address && <> {props.address}</>}
            </p>
          </details>
        )}
      </div>
    </figure>
  )
}

const measureLine = ({ measure, place }: FigureProps, unitName: string) =>
  [measure, unitName, place].filter((part) => part !== '').join(', ')

function Cell({ amount, status }: { amount: string; status: string | null }) {
  return (
    <>
      {amount}
      {status && <span className="status-mark"> {status}</span>}
    </>
  )
}

function distinctSources(series: readonly ChartSeries[]): ChartSource[] {
  const kept = new Map(series.map(({ source }) => [`${source.producer}\n${source.title}`, source]))
  return [...kept.values()]
}
