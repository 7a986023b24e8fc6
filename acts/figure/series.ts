import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { FoundSeries } from '#figures/intake/places.ts'

/** Makes the series that a batch speaks of where they are not there yet; each bears the source that spoke last. */
export async function keepSeries(
  tx: Tx,
  { series }: Tables,
  { unitId, sourceId, series: found }: { unitId: string; sourceId: string; series: readonly FoundSeries[] },
): Promise<void> {
  for (let at = 0; at < found.length; at += 500) {
    const part = found.slice(at, at + 500)
    await tx
      .insert(series)
      .values(
        part.map(({ id, measureId, productId, counterpartId, unit }) => ({
          id,
          unitId,
          measureId,
          productId,
          counterpartId,
          unit,
          sourceId,
        })),
      )
      .onConflictDoNothing()
    const ids = part.map((one) => one.id)
    await tx
      .update(series)
      .set({ sourceId })
      .where(and(eq(series.unitId, unitId), inArray(series.id, ids), ne(series.sourceId, sourceId)))
  }
}
