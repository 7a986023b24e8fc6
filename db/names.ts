import type { Books } from '#db/rows.ts'
import { unitsOfMeasureLike } from '#figures/measurement.ts'
import type { KnownNames } from '#rules/lines.ts'

/** Gives the names that quantity lines may use: all units, and each product with the units of measure that fit it. */
export async function knownNames({ tx, tables }: Books): Promise<KnownNames> {
  const units = await tx.select({ id: tables.units.id }).from(tables.units)
  const products = await tx.select({ id: tables.products.id, unit: tables.products.unit }).from(tables.products)
  return {
    units: new Set(units.map((unit) => unit.id)),
    products: new Map(products.map((product) => [product.id, new Set(unitsOfMeasureLike(product.unit))])),
  }
}
