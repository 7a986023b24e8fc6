import { type PlacedBars, placeBar } from '#app/charts/bar/place.ts'
import { type BarShape, shapeBar } from '#app/charts/bar/shape.ts'
import { Figure } from '#app/charts/figure.tsx'
import { findingOf } from '#app/charts/finding.ts'
import { Bar } from '#app/charts/marks/bar.tsx'
import { PlanRule, ZeroRule } from '#app/charts/marks/rule.tsx'
import { Lines } from '#app/charts/marks/text.tsx'
import { byUnit, type ChartProps, latestShared, type PlannedMark, rowsOf } from '#app/charts/shape.ts'
import { rowTable } from '#app/charts/table.ts'
import { useWords, type Wording } from '#app/parts/words.tsx'

interface BarChartProps extends ChartProps {
  /** The period to compare the series in. Null: the latest they share; a single series then shows its latest periods. */
  readonly period: string | null
  readonly planned: readonly PlannedMark[]
}

/** Figures side by side, one bar a series (or a period of one series); every bar starts at zero. */
export function BarChart(props: BarChartProps) {
  const words = useWords()
  const groups = byUnit(props.series).map((series) => ({
    rows: rowsOf(series, props.period, words.period),
    unitName: series[0]?.unitName ?? '',
    unit: series[0]?.unit ?? '',
  }))
  const finding = findingOf(byUnit(props.series)[0] ?? [], props.measure, props.period, words)
  const title = props.title ?? words.say(finding.code, finding.values)
  const period = props.period ?? (props.series.length > 1 ? latestShared(props.series) : null)
  const drawings = groups.map((group) => ({ ...group, shape: shapeBar(group.rows, props.planned, period) }))
  const allRows = groups.flatMap((group) => group.rows)
  const amountHead = groups.length === 1 ? `${props.measure} (${groups[0]?.unit ?? ''})` : props.measure
  return (
    <Figure
      {...props}
      place={[props.place, period ? words.period(period) : ''].filter((part) => part !== '').join(', ')}
      title={title}
      table={rowTable(allRows, amountHead, words)}
      notes={drawings.flatMap(({ shape }) => notesOf(shape, words))}
      drawings={drawings.map(({ shape, unitName }) => ({
        unitName,
        words: words.say('aria-bar', { finding: title, rows: rowWords(shape, words) }),
        draw: (width) => <Drawing placed={placeBar(shape, width, words)} />,
        heightAt: (width) => placeBar(shape, width, words).height,
      }))}
    />
  )
}

function Drawing({ placed }: { placed: PlacedBars }) {
  const { barHeight, zero, height, rows } = placed
  return (
    <>
      {rows.map((row) => (
        <g key={row.id}>
          <Lines x={0} y={row.nameY} lines={row.name} anchor="start" className="chart-name" />
          {row.bar && <Bar {...row.bar} y={row.y} height={barHeight} />}
          {row.plan !== null && <PlanRule x1={row.plan} x2={row.plan} y1={row.y - 4} y2={row.y + barHeight + 4} />}
          <Lines
            x={row.amount.x}
            y={row.amount.y}
            lines={[row.amount.text]}
            anchor={row.amount.anchor}
            className={row.bar ? 'chart-strong' : 'chart-soft'}
          />
        </g>
      ))}
      {rows.map((row) => (
        <ZeroRule
          key={row.id}
          x1={zero}
          x2={zero}
          y1={Math.max(0, row.y - 4)}
          y2={Math.min(height, row.y + barHeight + 4)}
        />
      ))}
    </>
  )
}

const notesOf = (shape: BarShape, words: Wording): string[] => [
  ...(shape.hasPlan ? [words.say('chart-plan-note')] : []),
  ...(shape.hasUnsure ? [words.say('chart-unsure')] : []),
]

const rowWords = (shape: BarShape, words: Wording): string =>
  shape.rows
    .map((row) => {
      const amount = row.text === null ? words.say('chart-no-figure') : words.amount(row.text, row.unit)
      return words.say('aria-end', { name: row.name, amount })
    })
    .join('; ')
