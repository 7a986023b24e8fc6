import { and, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Tables } from '#db/tables.ts'
import { groupedBy } from '#figures/grouped.ts'

/**
 * Which state of the figures is meant: what is in force (null), what was known at a moment, or up to the numbers of the
 * units' streams, as a frozen brief names them. A unit that is not among the numbers has no figures then.
 */
export type AsOf = { readonly moment: string } | { readonly numbers: Readonly<Record<string, number>> } | null

/** The condition under which an observation of one of these series belongs to that state. */
export function seriesAsOf(
  { observations: o }: Pick<Tables, 'observations'>,
  ids: readonly string[],
  asOf: AsOf,
): SQL | undefined {
  const among = (some: readonly string[]) => inArray(o.seriesId, [...some])
  if (asOf === null) return and(among(ids), isNull(o.toNumber))
  if ('moment' in asOf) {
    return and(among(ids), lte(o.validFrom, asOf.moment), or(isNull(o.validTo), gt(o.validTo, asOf.moment)))
  }
  const byUnit = groupedBy(ids, (id) => id.slice(0, id.indexOf('/')))
  const states = [...byUnit].flatMap(([unitId, own]) => {
    const number = asOf.numbers[unitId]
    return number === undefined
      ? []
      : [and(among(own), lte(o.fromNumber, number), or(isNull(o.toNumber), gt(o.toNumber, number)))]
  })
  return states.length > 0 ? or(...states) : sql`1 = 0`
}
