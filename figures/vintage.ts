import { comparePeriods, type Period } from '#figures/period.ts'

/**
 * The part of an observation that says from when to when it was the one in force: by the numbers of its unit's stream, and by instants.
 * The number and instant at which it was closed belong to its successor already.
 */
export interface Dated {
  readonly fromNumber: number
  readonly toNumber: number | null
  readonly validFrom: string
  readonly validTo: string | null
}

/**
 * Gives the observations as they were known at a moment.
 * Takes: a number of the unit's stream, or an instant (ISO 8601 in UTC with milliseconds, as kept). The number is exact; the instant is a
 * label, for observations of several streams.
 */
export const asOf = <O extends Dated>(observations: readonly O[], moment: number | string): O[] =>
  observations.filter((each) =>
    typeof moment === 'number'
      ? each.fromNumber <= moment && (each.toNumber === null || moment < each.toNumber)
      : each.validFrom <= moment && (each.validTo === null || moment < each.validTo),
  )

/** One period of one series that was corrected, with every value it had, the oldest first. */
export interface Revised<O> {
  readonly seriesId: string
  readonly period: Period
  readonly versions: readonly O[]
}

/** Gives the periods whose value was corrected, in the order of series and time. */
export function revisions<O extends Dated & { readonly seriesId: string; readonly period: Period }>(
  observations: readonly O[],
): Revised<O>[] {
  const places = new Map<string, O[]>()
  for (const each of observations) {
    const key = `${each.seriesId} ${each.period}`
    places.set(key, [...(places.get(key) ?? []), each])
  }
  return [...places.values()]
    .filter((versions) => versions.length > 1)
    .map((versions) => versions.sort((one, other) => one.fromNumber - other.fromNumber))
    .flatMap((versions) => {
      const [first] = versions
      return first ? [{ seriesId: first.seriesId, period: first.period, versions }] : []
    })
    .sort((one, other) =>
      one.seriesId === other.seriesId
        ? comparePeriods(one.period, other.period)
        : one.seriesId < other.seriesId
          ? -1
          : 1,
    )
}
