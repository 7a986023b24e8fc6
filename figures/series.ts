import { type Decimal, type ExactSum, sumDecimals } from '#figures/decimal.ts'
import { comparePeriods, frequencyOf, isWithin, type Period, periodRange, yearBefore } from '#figures/period.ts'

/** One value of a series; null where it is known to be missing. */
export interface Point {
  readonly period: Period
  readonly value: Decimal | null
}

/** Gives points in the order of time. */
export const inTime = <P extends { readonly period: Period }>(points: readonly P[]): P[] =>
  [...points].sort((one, other) => comparePeriods(one.period, other.period))

/**
 * Gives one point for every period from the first to the last, both included.
 * A period without a point, or whose value is missing, stays a gap: null, never zero.
 */
export function filled(points: readonly Point[], from: Period, to: Period): Point[] {
  const values = new Map(points.map((point) => [point.period, point.value]))
  return periodRange(from, to).map((period) => ({ period, value: values.get(period) ?? null }))
}

/** Gives the periods between the first and the last point that have no value. */
export function gapsIn(points: readonly Point[]): Period[] {
  const ordered = inTime(points)
  const [first, last] = [ordered.at(0), ordered.at(-1)]
  if (!first || !last || frequencyOf(first.period) !== frequencyOf(last.period)) return []
  return filled(points, first.period, last.period).flatMap(({ period, value }) => (value === null ? [period] : []))
}

/** An exact sum over the periods that have a value, and how many of all periods these are. */
export interface CoveredSum {
  readonly sum: ExactSum
  readonly reported: number
  readonly of: number
}

/** Sums what lies within a period, saying how much of it is reported; points are of one frequency, the longer period of another. */
export function sumWithin(points: readonly Point[], period: Period, of: number): CoveredSum {
  const values = points.flatMap((point) => (point.value && isWithin(period, point.period) ? [point.value] : []))
  return { sum: sumDecimals(values), reported: values.length, of }
}

/** Gives the point of the same period a year before; undefined where there is none. */
export const pointYearBefore = <P extends { readonly period: Period }>(
  points: readonly P[],
  period: Period,
): P | undefined => points.find((point) => point.period === yearBefore(period))
