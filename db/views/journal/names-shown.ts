import { eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { isMember, type Seat } from '#rules/standing.ts'

/** Gives the units that show names beside named votes to their members only, and of which the reader is not one. */
export async function unitsHidingNames(
  read: Reader,
  { units }: Tables,
  standing: readonly Seat[],
): Promise<Set<string>> {
  const hiding = await read.select({ id: units.id }).from(units).where(eq(units.namesShownTo, 'members'))
  return new Set(hiding.filter(({ id }) => !isMember(standing, id).holds).map(({ id }) => id))
}
