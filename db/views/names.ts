import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

export interface NamedProduct {
  readonly name: string
  readonly unit: string
  readonly pictogram: string
}

/** Gives the names of people by id; null for those who have been erased. */
export async function peopleNamed(read: Reader, tables: Tables, ids: Iterable<string>) {
  const wanted = [...new Set(ids)]
  const { persons } = tables
  const rows =
    wanted.length === 0
      ? []
      : await read.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, wanted))
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}

/** Gives the names of all units by id. */
export async function unitsNamed(read: Reader, { units }: Tables): Promise<Record<string, string>> {
  const rows = await read.select({ id: units.id, name: units.name }).from(units)
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}

/** Gives all products by id with their unit of measure and pictogram. */
export async function productsNamed(read: Reader, { products }: Tables): Promise<Record<string, NamedProduct>> {
  const rows = await read.select().from(products)
  return Object.fromEntries(rows.map(({ id, ...product }) => [id, product]))
}
