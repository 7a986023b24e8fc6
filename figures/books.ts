/** One figure of the books, as the technique is computed from it. */
export interface BookRow {
  readonly unitId: string
  readonly measureId: string
  readonly productId: string | null
  readonly counterpartId: string | null
  readonly period: string
  readonly mantissa: number
  readonly scale: number
}

/** The measures whose meaning the consequences rest on. */
export const measures = {
  output: 'output',
  input: 'input',
  hours: 'labour-hours',
  capacity: 'capacity',
  stock: 'stock',
  deliveries: 'deliveries',
  receipts: 'receipts',
  consumption: 'consumption',
  population: 'population',
} as const
