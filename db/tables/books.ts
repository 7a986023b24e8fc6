import type { Kit } from '#db/columns.ts'
import { aggregations, measureKinds, statuses } from '#rules/shapes/figures.ts'

/** Measures, products, sources and the figures themselves. */
export function books(c: Kit) {
  const measures = c.table('measures', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    kind: c.oneOf(measureKinds).notNull(),
    unit: c.text(),
    decimals: c.whole().notNull(),
    aggregation: c.oneOf(aggregations).notNull(),
    definition: c.text().notNull(),
  })
  const products = c.table('products', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    unit: c.text().notNull(),
    pictogram: c.text().notNull(),
  })
  const sources = c.table('sources', {
    id: c.text().primaryKey(),
    producer: c.text().notNull(),
    title: c.text().notNull(),
    licence: c.text().notNull(),
    url: c.text(),
    invented: c.flag().notNull(),
  })
  const series = c.table(
    'series',
    {
      /** `unit/measure/product/counterpart`, the last two empty where they do not apply. */
      id: c.text().primaryKey(),
      unitId: c.text().notNull(),
      measureId: c.text().notNull(),
      productId: c.text(),
      counterpartId: c.text(),
      /** The unit of measure in which all of its observations are kept. */
      unit: c.text().notNull(),
      sourceId: c.text().notNull(),
    },
    (t) => [c.index('series_by_unit').on(t.unitId), c.index('series_by_product').on(t.productId, t.measureId)],
  )
  /** Never updated but closed (`validTo`, `toNumber`) and followed. Numbers are those of the unit's stream. */
  const observations = c.table(
    'observations',
    {
      seriesId: c.text().notNull(),
      period: c.text().notNull(),
      fromNumber: c.whole().notNull(),
      toNumber: c.whole(),
      validFrom: c.instant().notNull(),
      validTo: c.instant(),
      /** As entered; null where the source says that the value is missing. */
      entered: c.text(),
      mantissa: c.whole(),
      scale: c.whole(),
      /** The entered text has more than 15 significant digits: mantissa and scale hold the first 15. */
      rounded: c.flag().notNull(),
      status: c.oneOf(statuses).notNull(),
      note: c.text(),
      batch: c.text().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.seriesId, t.period, t.fromNumber] }),
      c.index('observations_open').on(t.seriesId, t.toNumber),
    ],
  )
  /** One published file or form: what made a figure. */
  const batches = c.table(
    'batches',
    {
      unitId: c.text().notNull(),
      /** SHA-256 of the content as received, and of what was read from it: the same file read otherwise is another batch. */
      hash: c.text().notNull(),
      readHash: c.text().notNull(),
      number: c.whole().notNull(),
      name: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
      sourceId: c.text().notNull(),
      rows: c.whole().notNull(),
      added: c.whole().notNull(),
      revised: c.whole().notNull(),
      leftOut: c.whole().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.unitId, t.number] }),
      c.unique('batches_by_content').on(t.unitId, t.hash, t.readHash),
    ],
  )
  /** Files received but not yet published; visible only to the office that sent them. */
  const uploads = c.table(
    'uploads',
    {
      unitId: c.text().notNull(),
      hash: c.text().notNull(),
      name: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
      content: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.unitId, t.hash] })],
  )
  return { measures, products, sources, series, observations, batches, uploads }
}
