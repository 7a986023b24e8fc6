import { comparePeriods, frequencyOf, periodOf, periodRange, previousPeriod } from '#figures/period.ts'

/** What a series lacks: periods without a figure between its first and the last that has ended. */
export interface Missing {
  /** The last periods, newest first, that nothing has been said about yet. */
  readonly due: readonly string[]
  /** Periods between others that have no figure. */
  readonly gaps: readonly string[]
}

/** The most periods that are counted: a series that ended long ago is not behind. */
const longestDue = 24

/**
 * Finds what a series lacks.
 * Takes: the periods that have a figure, of one length each; the moment. Gives: nothing for a series that is complete, or
 * whose last figure lies more than 24 periods back.
 */
export function missingPeriods(periods: readonly string[], now: string): Missing {
  const sorted = [...periods].sort(comparePeriods)
  const last = sorted.at(-1)
  if (last === undefined) return { due: [], gaps: [] }
  const frequency = frequencyOf(last)
  const alike = sorted.filter((period) => frequencyOf(period) === frequency)
  const first = alike.at(0) ?? last
  const held = new Set(alike)
  const gaps = periodRange(first, last).filter((period) => !held.has(period))
  const ended = previousPeriod(periodOf(now, frequency))
  const due = comparePeriods(ended, last) > 0 ? periodRange(last, ended).slice(1) : []
  return { due: due.length > longestDue ? [] : due.reverse(), gaps: gaps.slice(-longestDue) }
}
