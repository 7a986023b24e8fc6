import type { Product } from '#rules/shapes/figures.ts'

/** A product of the society and how finely the offices keep it. */
export interface MadeProduct extends Product {
  /** Decimals in which amounts are kept; sums over them are exact. */
  readonly decimals: number
  /** Electricity and transport are used in the month in which they are made. */
  readonly keeps: boolean
}

const made = (id: string, name: string, unit: string, pictogram: string, decimals: number, keeps: boolean) => ({
  id,
  name,
  unit,
  pictogram,
  decimals,
  keeps,
})

/** Everything that the society makes, on its way from raw material to what is ready for consumption. */
export const products: readonly MadeProduct[] = [
  made('wheat', 'Wheat', 't', 'wheat', 1, true),
  made('flour', 'Flour', 't', 'flour', 1, true),
  made('bread', 'Bread', 't', 'loaf', 1, true),
  made('raw-cotton', 'Raw cotton', 't', 'cotton', 1, true),
  made('yarn', 'Cotton yarn', 't', 'yarn', 1, true),
  made('cloth', 'Cotton cloth', 't', 'cloth', 1, true),
  made('clothing', 'Clothing', 'piece', 'shirt', 0, true),
  made('coal', 'Coal', 't', 'coal', 0, true),
  made('electricity', 'Electricity', 'MWh', 'power', 1, false),
  made('machines', 'Tractors and machines', 'piece', 'machine', 0, true),
  made('transport', 'Goods transport', 'tkm', 'lorry', 0, false),
]
