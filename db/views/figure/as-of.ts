import { and, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { Tables } from '#db/tables.ts'

/** Which state of the figures is meant: what is in force, what was known at a moment, or at a number of the unit's stream. */
export type AsOf = { readonly moment: string } | { readonly number: number } | null

/** The condition under which an observation belongs to that state. Numbers are those of the unit whose series it is. */
export function knownAsOf({ observations: o }: Pick<Tables, 'observations'>, asOf: AsOf): SQL | undefined {
  if (asOf === null) return isNull(o.toNumber)
  return 'moment' in asOf
    ? and(lte(o.validFrom, asOf.moment), or(isNull(o.validTo), gt(o.validTo, asOf.moment)))
    : and(lte(o.fromNumber, asOf.number), or(isNull(o.toNumber), gt(o.toNumber, asOf.number)))
}

/** The same, for some series only. */
export const seriesAsOf = (tables: Pick<Tables, 'observations'>, ids: readonly string[], asOf: AsOf) =>
  and(inArray(tables.observations.seriesId, [...ids]), knownAsOf(tables, asOf))
