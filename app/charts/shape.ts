import type { Status } from '#rules/shapes/figures.ts'

/** One value of one series. `value` places it; `text` is the exact decimal that is printed. Both are null where there is no figure. */
export interface ChartPoint {
  readonly period: string
  readonly value: number | null
  readonly text: string | null
  readonly status: Status
}

export interface ChartSource {
  readonly producer: string
  readonly title: string
  readonly licence: string
  readonly url: string | null
  readonly invented: boolean
}

/** One series as a chart takes it: plain data, ready to be drawn on the server and in the browser. */
export interface ChartSeries {
  readonly id: string
  readonly name: string
  /** The short unit set after numbers ("t"), and its whole name ("tonnes"). */
  readonly unit: string
  readonly unitName: string
  readonly points: readonly ChartPoint[]
  readonly source: ChartSource
  /** The moment as of which the figures were known. */
  readonly vintage: { readonly asOf: string }
  /** A symbol's name in public/pictograms.svg. */
  readonly pictogram: string
}

/** What the plan says for one period, drawn in red over the figures. `series` names the line or bar that it belongs to. */
export interface PlannedMark {
  readonly series: string
  readonly period: string
  readonly value: number
  readonly text: string
}

/** What a chart needs beside its series, whatever its kind. */
export interface ChartProps {
  /** Unique on its page; the table and the citation are linked by it. */
  readonly id: string
  readonly series: readonly ChartSeries[]
  /** The finding in words; null words it from the figures. */
  readonly title: string | null
  /** What is counted ("Output of coal") and where ("United Kingdom"). */
  readonly measure: string
  readonly place: string
  /** The address of the same numbers as CSV, and the lasting address to cite; null leaves the words out. */
  readonly download: string | null
  readonly address: string | null
}

export interface ValuedPoint extends ChartPoint {
  readonly value: number
  readonly text: string
}

/** Tells a figure from a gap. */
export const hasValue = (point: ChartPoint): point is ValuedPoint => point.value !== null && point.text !== null

/** Provisional and estimated figures are drawn dashed or pale. */
export const isUnsure = (point: ChartPoint): boolean => point.status === 'provisional' || point.status === 'estimated'

export const valuedPoints = (series: ChartSeries): ValuedPoint[] => inOrder(series.points).filter(hasValue)

/** The points by their time, whatever the order in which they came. */
export const inOrder = (points: readonly ChartPoint[]): ChartPoint[] =>
  [...points].sort((a, b) => spanOf(a.period).start - spanOf(b.period).start)

/** The series that may share one scale: grouped by unit, in the order in which the units first stand. */
export function byUnit(series: readonly ChartSeries[]): ChartSeries[][] {
  const groups = new Map<string, ChartSeries[]>()
  for (const one of series) groups.set(one.unit, [...(groups.get(one.unit) ?? []), one])
  return [...groups.values()]
}

/** Where a period lies in time, in months counted from the year 0: start (inside) and end (outside). */
export function spanOf(period: string): { readonly start: number; readonly end: number } {
  const year = Number(period.slice(0, 4)) * 12
  const rest = period.slice(5)
  if (rest === '') return { start: year, end: year + 12 }
  if (rest.startsWith('Q')) {
    const start = year + (Number(rest.slice(1)) - 1) * 3
    return { start, end: start + 3 }
  }
  const start = year + Number(rest) - 1
  return { start, end: start + 1 }
}

/** One thing with one figure: a bar, or a row of pictograms. */
export interface Row {
  readonly id: string
  readonly name: string
  readonly point: ChartPoint | null
  readonly unit: string
  readonly pictogram: string
}

/**
 * The rows of a bar chart or of pictograms.
 * Takes: the series of one unit, and the period to compare them in; null takes the latest that most of them have.
 * Gives: one row a series; for a single series without a period, one row for each of its latest twelve periods.
 */
export function rowsOf(
  series: readonly ChartSeries[],
  period: string | null,
  wordPeriod: (period: string) => string,
): Row[] {
  const [only] = series
  if (only && series.length === 1 && period === null) {
    return inOrder(only.points)
      .slice(-12)
      .map((point) => ({
        id: point.period,
        name: wordPeriod(point.period),
        point,
        unit: only.unit,
        pictogram: only.pictogram,
      }))
  }
  const compared = period ?? latestShared(series)
  return series.map((one) => ({
    id: one.id,
    name: one.name,
    point: one.points.find((point) => point.period === compared) ?? null,
    unit: one.unit,
    pictogram: one.pictogram,
  }))
}

/** The latest period in which as many of the series as ever have a figure; null where there is none at all. */
export function latestShared(series: readonly ChartSeries[]): string | null {
  const counts = new Map<string, number>()
  for (const one of series)
    for (const point of valuedPoints(one)) counts.set(point.period, (counts.get(point.period) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const shared = [...counts].filter(([, count]) => count === most).map(([period]) => period)
  return shared.sort((a, b) => spanOf(a).start - spanOf(b).start).at(-1) ?? null
}
