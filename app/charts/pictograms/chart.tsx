import { Figure } from '#app/charts/figure.tsx'
import { findingOf } from '#app/charts/finding.ts'
import { PictogramRow } from '#app/charts/marks/pictogram-row.tsx'
import { ZeroRule } from '#app/charts/marks/rule.tsx'
import { Lines } from '#app/charts/marks/text.tsx'
import { type PlacedSymbols, placeSymbols } from '#app/charts/pictograms/place.ts'
import { type SymbolShape, shapeSymbols } from '#app/charts/pictograms/shape.ts'
import { byUnit, type ChartProps, latestShared, rowsOf } from '#app/charts/shape.ts'
import { rowTable } from '#app/charts/table.ts'
import { useWords, type Wording } from '#app/parts/words.tsx'

interface PictogramChartProps extends ChartProps {
  /** The period to compare the series in. Null: the latest they share; a single series then shows its latest periods. */
  readonly period: string | null
  /** How much one symbol stands for; null chooses a round quantity. */
  readonly per: number | null
}

/** Picture statistics: one symbol is a stated round quantity, repeated and never scaled. */
export function PictogramChart(props: PictogramChartProps) {
  const words = useWords()
  const groups = byUnit(props.series).map((series) => {
    const rows = rowsOf(series, props.period, words.period)
    const shape = shapeSymbols(rows, props.per)
    return {
      rows,
      shape,
      scale: scaleWords(shape, words),
      unitName: series[0]?.unitName ?? '',
      unit: series[0]?.unit ?? '',
    }
  })
  const finding = findingOf(byUnit(props.series)[0] ?? [], props.measure, props.period, words)
  const title = props.title ?? words.say(finding.code, finding.values)
  const period = props.period ?? (props.series.length > 1 ? latestShared(props.series) : null)
  const amountHead = groups.length === 1 ? `${props.measure} (${groups[0]?.unit ?? ''})` : props.measure
  return (
    <Figure
      {...props}
      place={[props.place, period ? words.period(period) : ''].filter((part) => part !== '').join(', ')}
      title={title}
      table={rowTable(
        groups.flatMap((group) => group.rows),
        amountHead,
        words,
      )}
      notes={groups.some(({ shape }) => shape.hasUnsure) ? [words.say('chart-unsure-pale')] : []}
      drawings={groups.map(({ shape, scale, unitName }) => ({
        unitName,
        words: words.say('aria-pictograms', { finding: title, scale, rows: rowWords(shape, words) }),
        draw: (width) => <Drawing placed={placeSymbols(shape, width, scale, words)} />,
        heightAt: (width) => placeSymbols(shape, width, scale, words).height,
      }))}
    />
  )
}

function Drawing({ placed }: { placed: PlacedSymbols }) {
  const { rows, size, scale } = placed
  return (
    <>
      {scale && (
        <g>
          <PictogramRow
            symbols={[{ x: placed.left, y: 0, share: 1 }]}
            size={26}
            pictogram={scale.pictogram}
            unsure={false}
          />
          <Lines x={placed.left + 34} y={18} lines={[scale.text]} anchor="start" className="chart-soft" />
        </g>
      )}
      {rows.map((row) => (
        <g key={row.id}>
          <Lines x={0} y={row.nameY} lines={row.name} anchor="start" className="chart-name" />
          <PictogramRow symbols={row.symbols} size={size} pictogram={row.pictogram} unsure={row.unsure} />
          <Lines
            x={row.amount.x}
            y={row.amount.y}
            lines={[row.amount.text]}
            anchor="start"
            className={row.amount.isGap ? 'chart-soft' : 'chart-strong'}
          />
        </g>
      ))}
      {placed.left > 0 && <ZeroRule x1={placed.left - 5} x2={placed.left - 5} y1={38} y2={placed.height} />}
    </>
  )
}

function scaleWords(shape: SymbolShape, words: Wording): string {
  const first = shape.rows[0]
  const symbol = first ? words.sayCode(`symbol-${first.pictogram}`) : ''
  return words.say('pictogram-scale', { symbol, amount: words.amount(String(shape.per), first?.unit ?? '') })
}

const rowWords = (shape: SymbolShape, words: Wording): string =>
  shape.rows
    .map((row) => {
      const amount = row.text === null ? words.say('chart-no-figure') : words.amount(row.text, row.unit)
      return words.say('aria-end', { name: row.name, amount })
    })
    .join('; ')
