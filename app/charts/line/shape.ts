import {
  type ChartPoint,
  type ChartSeries,
  hasValue,
  inOrder,
  isUnsure,
  type PlannedMark,
  spanOf,
  type ValuedPoint,
} from '#app/charts/shape.ts'

/** A moment (the middle of a period, in months) and a value. */
export interface Spot {
  readonly at: number
  readonly value: number
}

/** Figures that follow each other without a gap and are equally sure. */
export interface Run {
  readonly unsure: boolean
  readonly spots: readonly Spot[]
}

export interface Line {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly runs: readonly Run[]
  /** Figures with a gap on both sides: drawn as dots, since a line needs two. */
  readonly lone: readonly Spot[]
  readonly last: (Spot & { readonly text: string }) | null
}

export interface LineShape {
  readonly lines: readonly Line[]
  /** The time covered, in months from the year 0, and the values to be shown. */
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly startsAtZero: boolean
  readonly byYear: boolean
  readonly hasUnsure: boolean
  readonly hasGap: boolean
  readonly plan: readonly {
    readonly start: number
    readonly end: number
    readonly value: number
    readonly text: string
  }[]
}

/**
 * What a line chart shows, before it has a size.
 * Takes: series of one unit, and what the plan says. Gives: runs, lone figures, the range of time and of values.
 * The scale starts at zero unless all values lie so close together, far from zero, that a change could not be seen.
 */
export function shapeLine(series: readonly ChartSeries[], planned: readonly PlannedMark[]): LineShape {
  const lines = series.map(lineOf)
  const points = series.flatMap((one) => one.points)
  const spans = [...points, ...planned].map((point) => spanOf(point.period))
  const values = [...points.filter(hasValue).map((point) => point.value), ...planned.map((mark) => mark.value)]
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const startsAtZero = values.length === 0 || least <= 0 || least < 0.9 * most
  return {
    lines,
    from: Math.min(...spans.map((span) => span.start)),
    to: Math.max(...spans.map((span) => span.end)),
    low: startsAtZero ? low : least,
    high: startsAtZero && high === 0 && low === 0 ? 1 : high,
    startsAtZero,
    byYear: spans.every((span) => span.end - span.start === 12),
    hasUnsure: points.some((point) => hasValue(point) && isUnsure(point)),
    hasGap: lines.some((line) => line.runs.length + line.lone.length > 1) && series.some(hasGap),
    plan: planned.map((mark) => ({ ...spanOf(mark.period), value: mark.value, text: mark.text })),
  }
}

function lineOf(series: ChartSeries): Line {
  const stretches = stretchesOf(inOrder(series.points))
  const last = stretches.at(-1)?.at(-1)
  return {
    id: series.id,
    name: series.name,
    unit: series.unit,
    runs: stretches.flatMap(runsOf),
    lone: stretches.flatMap((stretch) => (stretch.length === 1 ? stretch.map(spotOf) : [])),
    last: last ? { ...spotOf(last), text: last.text } : null,
  }
}

/** Cuts a series where a figure is missing, be it marked as a gap or left out altogether. */
function stretchesOf(points: readonly ChartPoint[]): ValuedPoint[][] {
  const stretches: ValuedPoint[][] = []
  let open: ValuedPoint[] | null = null
  for (const point of points) {
    if (!hasValue(point)) {
      open = null
      continue
    }
    const before = open?.at(-1)
    if (open && before && spanOf(before.period).end === spanOf(point.period).start) open.push(point)
    else {
      open = [point]
      stretches.push(open)
    }
  }
  return stretches
}

/** Cuts a stretch where it changes between sure and unsure; the stroke that leads to an unsure figure is unsure. */
function runsOf(stretch: readonly ValuedPoint[]): Run[] {
  const runs: { unsure: boolean; spots: Spot[] }[] = []
  stretch.slice(1).forEach((point, index) => {
    const before = stretch[index]
    if (!before) return
    const unsure = isUnsure(point)
    const open = runs.at(-1)
    if (open && open.unsure === unsure) open.spots.push(spotOf(point))
    else runs.push({ unsure, spots: [spotOf(before), spotOf(point)] })
  })
  return runs
}

const hasGap = (series: ChartSeries) => stretchesOf(inOrder(series.points)).length > 1

function spotOf(point: ValuedPoint): Spot {
  const span = spanOf(point.period)
  return { at: (span.start + span.end) / 2, value: point.value }
}
