import { parse } from 'csv-parse/sync'
import type { Observation } from '#demo/books.ts'
import {
  industryProduct,
  referenceMeasures,
  referenceProducts,
  referenceSources,
  referenceUnits,
} from '#demo/reference-words.ts'
import type { SampleUnit } from '#demo/units.ts'
import { type Measure, type Product, type Source, statuses } from '#rules/shapes/figures.ts'

/** One value of a real series, with the year or month in which its producer published it: the vintage. */
export interface ReferenceObservation extends Observation {
  readonly published: string
}

/** Real series to hold beside the invented ones, each with its source. */
export interface ReferenceFigures {
  readonly units: readonly SampleUnit[]
  /** Only those that the society's own measures and products do not have. */
  readonly measures: readonly Measure[]
  readonly products: readonly Product[]
  readonly sources: readonly Source[]
  /** Published in the order of `published`, one vintage after another; the last one of a period is what is known now. */
  readonly observations: readonly ReferenceObservation[]
}

/** The files that hold the series, in the folder demo/reference. */
export const referenceFiles = ['uk-coal.csv', 'cotton.csv', 'us-industries.csv', 'brazil-crops.csv'] as const
const industryNames = 'us-industry-names.csv'

/**
 * Reads the real series.
 * Takes: a way to read a file of demo/reference as text.
 * Gives: the series with the words that explain them; values as printed, in the source's own unit of measure.
 */
export function referenceFigures(read: (name: string) => string): ReferenceFigures {
  const names = rowsOf(read(industryNames))
  return {
    units: referenceUnits,
    measures: referenceMeasures,
    products: [
      ...referenceProducts,
      ...names.map((row) => industryProduct(field(row, 'product_id'), field(row, 'name'))),
    ],
    sources: referenceSources,
    observations: referenceFiles.flatMap((name) => rowsOf(read(name)).map(observationOf)),
  }
}

type Row = Readonly<Record<string, string>>

const rowsOf = (text: string): Row[] => parse(text, { columns: true, skip_empty_lines: true })

function field(row: Row, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`A reference file lacks the column ${name}`)
  return value
}

function observationOf(row: Row): ReferenceObservation {
  const given = field(row, 'status')
  const status = statuses.find((known) => known === given)
  if (status === undefined) throw new Error(`A reference file has the unknown status ${given}`)
  return {
    unitId: field(row, 'unit_id'),
    measureId: field(row, 'measure_id'),
    productId: field(row, 'product_id') || null,
    counterpartId: field(row, 'counterpart_id') || null,
    period: field(row, 'period'),
    value: field(row, 'value'),
    unit: field(row, 'unit'),
    status,
    sourceId: field(row, 'source_id'),
    published: field(row, 'published'),
    note: field(row, 'note') || null,
  }
}
