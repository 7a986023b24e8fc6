import {
  type ChartSeries,
  hasValue,
  type Row,
  rowsOf,
  spanOf,
  type ValuedPoint,
  valuedPoints,
} from '#app/charts/shape.ts'
import type { Wording } from '#app/parts/words.tsx'
import type { Values } from '#rules/rule.ts'
import type { Code } from '#rules/words/en.ts'

/** A sentence about figures: the code of its words, and its values set in the reader's language. */
export interface Finding {
  readonly code: Code
  readonly values: Values
}

/**
 * What series show, used where nobody gave a title.
 * Takes: series of one unit, what they count, and the period to compare them in (null: the latest they share).
 * Gives: for one series, how it changed from its earliest to its latest figure; for several, which of them has the most.
 * Within the year only the same month or quarter is compared, so that a season is not taken for a change.
 */
export function findingOf(
  series: readonly ChartSeries[],
  measure: string,
  period: string | null,
  words: Wording,
): Finding {
  const [first] = series
  if (!first) return { code: 'finding-none', values: { name: measure } }
  if (series.length > 1 || period !== null) return findingOfRows(rowsOf(series, period, words.period), words)
  return changeOf(first, measure, words)
}

function changeOf(series: ChartSeries, name: string, words: Wording): Finding {
  const points = valuedPoints(series)
  const last = points.at(-1)
  if (!last) return { code: 'finding-none', values: { name } }
  const early = points.find((point) => monthsBetween(point, last) % 12 === 0) ?? last
  if (early === last) {
    const amount = words.short(last.text, series.unit)
    return { code: 'finding-one', values: { name, amount, period: words.period(last.period) } }
  }
  const change = changeInWords(early.value, last.value)
  const years = monthsBetween(early, last) / 12
  if (change) return { code: change.code, values: { name, years, ...change.values } }
  const [from, to] = [words.period(early.period), words.period(last.period)]
  const ends = { first: words.short(early.text, series.unit), last: words.short(last.text, series.unit) }
  return { code: 'finding-from-to', values: { name, from, to, ...ends } }
}

/** What rows side by side show: which has the most, and how far it is from the least. */
function findingOfRows(rows: readonly Row[], words: Wording): Finding {
  const valued = rows.flatMap((row) => (row.point && hasValue(row.point) ? [{ ...row, point: row.point }] : []))
  const sorted = [...valued].sort((a, b) => b.point.value - a.point.value)
  const [most, least] = [sorted[0], sorted.at(-1)]
  if (!most || !least) return { code: 'finding-none', values: { name: rows[0]?.name ?? '' } }
  const amount = words.short(most.point.text, most.unit)
  if (sorted.length === 1) return { code: 'finding-most', values: { name: most.name, amount } }
  if (most.point.value === least.point.value) return { code: 'finding-equal', values: { amount } }
  const times = timesOf(most.point.value, least.point.value)
  if (sorted.length < rows.length || times === null)
    return { code: 'finding-most', values: { name: most.name, amount } }
  return { code: 'finding-most-times', values: { name: most.name, least: least.name, times } }
}

const monthsBetween = (from: ValuedPoint, to: ValuedPoint) => spanOf(to.period).start - spanOf(from.period).start

/** Parts that have a name, each taken where the change is within 15 thousandths of it. */
const parts = [
  ['tenth', 1 / 10],
  ['sixth', 1 / 6],
  ['fifth', 1 / 5],
  ['quarter', 1 / 4],
  ['third', 1 / 3],
  ['twofifths', 2 / 5],
  ['half', 1 / 2],
  ['threefifths', 3 / 5],
  ['twothirds', 2 / 3],
  ['threequarters', 3 / 4],
  ['fourfifths', 4 / 5],
  ['ninetenths', 9 / 10],
] as const

function partOf(share: number): Values {
  const near = parts.find(([, size]) => Math.abs(size - share) <= 0.015)
  return { part: near?.[0] ?? 'other', percent: Math.round(share * 100) }
}

/** Gives null where a part or a multiple says nothing: below zero, or from nothing to something. */
function changeInWords(from: number, to: number): Finding | null {
  if (from === to) return { code: 'finding-same', values: {} }
  if (from <= 0 || to < 0) return null
  if (to === 0) return { code: 'finding-fell-to-nothing', values: {} }
  const change = to / from - 1
  if (Math.abs(change) < 0.015) return { code: 'finding-about-same', values: {} }
  if (change < -0.95)
    return { code: 'finding-fell-below', values: { part: change < -0.99 ? 'hundredth' : 'twentieth' } }
  if (change < 0) return { code: 'finding-fell-part', values: partOf(-change) }
  const times = timesOf(to, from)
  return times === null
    ? { code: 'finding-rose-part', values: partOf(change) }
    : { code: 'finding-rose-times', values: { times } }
}

/** How many times the less the more is, where that is near a whole number; null otherwise. */
function timesOf(more: number, less: number): number | null {
  if (less <= 0 || more / less < 1.9) return null
  const times = more / less
  const whole = times < 10 ? Math.round(times) : Number(times.toPrecision(2))
  return Math.abs(times - whole) / whole <= 0.06 ? whole : null
}
