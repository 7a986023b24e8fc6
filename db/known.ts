import { eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { Known } from '#figures/intake/mapping.ts'
import { bookMeasures } from '#rules/shapes/figures.ts'

const booked = new Set<string>(Object.values(bookMeasures))

/** Gives everything by which an office's file is read: measures, products, units, and the unit's own series. */
export async function knownTo(read: Reader, tables: Tables, unitId: string): Promise<Known> {
  const { measures, products, units, series } = tables
  const [allMeasures, allProducts, allUnits, own] = await Promise.all([
    read.select().from(measures),
    read.select({ id: products.id, name: products.name, unit: products.unit }).from(products),
    read.select({ id: units.id, name: units.name }).from(units),
    read.select({ id: series.id, unit: series.unit }).from(series).where(eq(series.unitId, unitId)),
  ])
  return {
    measures: allMeasures.map(({ id, name, unit, kind }) => ({
      id,
      name,
      unit,
      mayBeNegative: mayBeNegative(id, kind),
    })),
    products: allProducts,
    units: allUnits,
    series: own,
  }
}

/** Nothing that is in stock, and nothing that the books balance, is less than nothing; a net flow, rate or index may be. */
export const mayBeNegative = (measureId: string, kind: 'stock' | 'flow' | 'ratio' | 'index'): boolean =>
  kind !== 'stock' && !booked.has(measureId)
