import { Figure } from '#app/charts/figure.tsx'
import { findingOf } from '#app/charts/finding.ts'
import { type PlacedLine, placeLine } from '#app/charts/line/place.ts'
import { type LineShape, shapeLine } from '#app/charts/line/shape.ts'
import { LevelAxis, TimeAxis } from '#app/charts/marks/axis.tsx'
import { Band } from '#app/charts/marks/band.tsx'
import { LineDot, LineStroke } from '#app/charts/marks/line.tsx'
import { PlanRule, ZeroRule } from '#app/charts/marks/rule.tsx'
import { Lines, lineHeight } from '#app/charts/marks/text.tsx'
import { byUnit, type ChartProps, type PlannedMark } from '#app/charts/shape.ts'
import { periodTable } from '#app/charts/table.ts'
import { useWords, type Wording } from '#app/parts/words.tsx'

interface LineChartProps extends ChartProps {
  /** What the plan says, in red; an empty list where it says nothing. */
  readonly planned: readonly PlannedMark[]
}

/** Figures over time, one line a series; series of different units stand one under the other. */
export function LineChart(props: LineChartProps) {
  const words = useWords()
  const finding = findingOf(byUnit(props.series)[0] ?? [], props.measure, null, words)
  const title = props.title ?? words.say(finding.code, finding.values)
  const drawings = byUnit(props.series).map((series) => {
    const ids = new Set(series.map((one) => one.id))
    const shape = shapeLine(
      series,
      props.planned.filter((mark) => ids.has(mark.series)),
    )
    return { shape, unitName: series[0]?.unitName ?? '' }
  })
  return (
    <Figure
      {...props}
      title={title}
      table={periodTable(props.series, words)}
      notes={drawings.flatMap(({ shape }) => notesOf(shape, words))}
      drawings={drawings.map(({ shape, unitName }) => ({
        unitName,
        words: ariaWords(shape, title, words),
        draw: (width) =>
          shape.lines.some((line) => line.last) ? <Drawing placed={placeLine(shape, width, words)} /> : null,
        heightAt: (width) => placeLine(shape, width, words).height,
      }))}
    />
  )
}

function Drawing({ placed }: { placed: PlacedLine }) {
  const { left, right, top, bottom } = placed
  return (
    <>
      {placed.bands.map((band) => (
        <Band key={band.x} {...band} y={top} height={bottom - top} />
      ))}
      <LevelAxis ticks={placed.levels} left={left} right={right} />
      <TimeAxis months={placed.months} years={placed.years} y={bottom} />
      {placed.zero !== null && <ZeroRule x1={left} x2={right} y1={placed.zero} y2={placed.zero} />}
      {placed.labels.map((label) => label.leader && <path key={label.id} className="chart-leader" d={label.leader} />)}
      {placed.strokes.toReversed().map((stroke) => (
        <LineStroke key={stroke.path} stroke={stroke} />
      ))}
      {placed.dots.map((dot) => (
        <LineDot key={`${dot.x} ${dot.y} ${dot.hue}`} dot={dot} />
      ))}
      {placed.plan.map((mark) => (
        <g key={mark.x1}>
          <PlanRule x1={mark.x1} x2={mark.x2} y1={mark.y} y2={mark.y} />
          {mark.text && (
            <Lines x={mark.x2} y={mark.y - 8} lines={[mark.text]} anchor="end" className="chart-plan-word" />
          )}
        </g>
      ))}
      {placed.labels.map((label) => (
        <g key={label.id}>
          <Lines x={label.x} y={label.y} lines={label.lines} anchor="start" className="chart-strong" />
          <Lines
            x={label.x}
            y={label.y + label.lines.length * lineHeight}
            lines={[label.amount]}
            anchor="start"
            className={label.lines.length === 0 ? 'chart-strong' : 'chart-soft'}
          />
        </g>
      ))}
    </>
  )
}

function notesOf(shape: LineShape, words: Wording): string[] {
  return [
    ...(shape.plan.length > 0 ? [words.say('chart-plan-note')] : []),
    ...(shape.hasUnsure ? [words.say('chart-unsure')] : []),
    ...(shape.hasGap ? [words.say('chart-gap')] : []),
    ...(shape.startsAtZero ? [] : [words.say('chart-scale-start', { start: scaleStart(shape, words) })]),
  ]
}

const scaleStart = (shape: LineShape, words: Wording) => placeLine(shape, 640, words).levels[0]?.text ?? ''

function ariaWords(shape: LineShape, finding: string, words: Wording): string {
  const ends = shape.lines
    .map((line) => {
      const amount = line.last ? words.amount(line.last.text, line.unit) : words.say('chart-no-figure')
      return words.say('aria-end', { name: line.name, amount })
    })
    .join('; ')
  const [from, to] = [String(Math.floor(shape.from / 12)), String(Math.floor((shape.to - 1) / 12))]
  return words.say('aria-line', { finding, count: shape.lines.length, from, to, ends })
}
