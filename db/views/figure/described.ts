import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

/** A series with the names of everything it speaks of. */
export interface DescribedSeries {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly measureId: string
  readonly measureName: string
  readonly definition: string
  readonly kind: 'stock' | 'flow' | 'ratio' | 'index'
  readonly decimals: number
  readonly productId: string | null
  readonly productName: string | null
  readonly counterpartId: string | null
  readonly counterpartName: string | null
  /** The code of the unit of measure. */
  readonly unit: string
  readonly pictogram: string
  readonly source: DescribedSource
}

export interface DescribedSource {
  readonly id: string
  readonly producer: string
  readonly title: string
  readonly licence: string
  readonly url: string | null
  readonly invented: boolean
}

/** The symbols of measures that count no product. */
const symbols: Readonly<Record<string, string>> = { 'labour-hours': 'hour', population: 'person' }

/** Gives series with all their names, in the order of the ids given; ids that nobody knows are left out. */
export async function describeSeries(read: Reader, tables: Tables, ids: readonly string[]): Promise<DescribedSeries[]> {
  const found = new Map<string, DescribedSeries>()
  for (let at = 0; at < ids.length; at += 500) {
    for (const row of await rowsOf(read, tables, ids.slice(at, at + 500))) found.set(row.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function rowsOf(
  read: Reader,
  { series, units, measures, products, sources }: Tables,
  ids: readonly string[],
): Promise<DescribedSeries[]> {
  const counterparts = alias(units, 'counterparts')
  const rows = await read
    .select({
      id: series.id,
      unitId: series.unitId,
      unitName: units.name,
      measureId: series.measureId,
      measureName: measures.name,
      definition: measures.definition,
      kind: measures.kind,
      decimals: measures.decimals,
      productId: series.productId,
      productName: products.name,
      counterpartId: series.counterpartId,
      counterpartName: counterparts.name,
      unit: series.unit,
      symbol: products.pictogram,
      source: sources,
    })
    .from(series)
    .innerJoin(units, eq(units.id, series.unitId))
    .innerJoin(measures, eq(measures.id, series.measureId))
    .innerJoin(sources, eq(sources.id, series.sourceId))
    .leftJoin(products, eq(products.id, series.productId))
    .leftJoin(counterparts, eq(counterparts.id, series.counterpartId))
    .where(inArray(series.id, [...ids]))
  return rows.map(({ symbol, ...row }) => ({ ...row, pictogram: symbols[row.measureId] ?? symbol ?? 'box' }))
}
