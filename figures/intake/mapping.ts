import type { DecimalMark } from '#figures/intake/number-text.ts'

/**
 * What a column holds. `values`: one of several columns of numbers, whose header names a period, measure or product
 * (the mapping's `across`). `ignore`: nothing that is wanted.
 */
export const columnRoles = [
  'unit',
  'measure',
  'product',
  'counterpart',
  'period',
  'year',
  'quarter',
  'month',
  'value',
  'values',
  'unit-of-measure',
  'status',
  'note',
  'ignore',
] as const
export type ColumnRole = (typeof columnRoles)[number]

export const acrosses = ['period', 'measure', 'product'] as const
export type Across = (typeof acrosses)[number]

/** How sure a value is; the same words as in the record. */
export type FigureStatus = 'provisional' | 'revised' | 'final' | 'estimated'

/** How a file is to be read: found by the machine, changed by the person, kept as JSON. */
export interface Mapping {
  /** One role for each column, in the file's order. */
  readonly columns: readonly ColumnRole[]
  /** What the headers of the `values` columns name; null where there is one value a row. */
  readonly across: Across | null
  readonly decimal: DecimalMark
  /** What holds for every row that does not say it itself. */
  readonly fixed: {
    readonly measure: string | null
    readonly product: string | null
    readonly counterpart: string | null
    readonly period: string | null
    /** Null: each series' own unit of measure. */
    readonly unitOfMeasure: string | null
    readonly status: FigureStatus
  }
  /** What the file calls things that we know by another name: `product:brot` → `bread`. Keys are `nameKey`s. */
  readonly names: Readonly<Record<string, string>>
}

/** The measures, products, units and series that are known: the intake knows nothing by itself. */
export interface Known {
  readonly measures: readonly KnownMeasure[]
  readonly products: readonly KnownProduct[]
  readonly units: readonly Named[]
  /** Series that exist already, with the unit of measure they are kept in. */
  readonly series: readonly { readonly id: string; readonly unit: string }[]
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface KnownMeasure extends Named {
  /** Null where the product's own unit of measure counts. */
  readonly unit: string | null
  readonly mayBeNegative: boolean
}

export interface KnownProduct extends Named {
  readonly unit: string
}
