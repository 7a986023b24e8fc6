import { type BookRow, measures } from '#figures/books.ts'
import type { WantedLine } from '#figures/consequences.ts'
import { monthsOf } from '#figures/period.ts'
import { prepareTechnique, type Solver } from '#figures/solver.ts'
import { type Technique, techniqueFrom } from '#figures/technique.ts'

/** The window of the worked examples. */
export const window = monthsOf('2026')

/** The same whole amount in every month of the window. */
export const monthly = (
  unitId: string,
  measureId: string,
  productId: string | null,
  mantissa: number,
  counterpartId: string | null = null,
): BookRow[] => window.map((period) => ({ unitId, measureId, productId, counterpartId, period, mantissa, scale: 0 }))

/**
 * A bakery (400 t of bread a month, 0.75 t of flour a tonne, 10 h a tonne), two mills (100 t and 300 t of flour; 1.3 and 1.2 t of wheat,
 * 4 and 2 h a tonne), a farm (500 t of wheat, 3 h a tonne), a power station and a pit that feed each other, and a town.
 */
export const rows: readonly BookRow[] = [
  ...monthly('bakery', measures.output, 'bread', 400),
  ...monthly('bakery', measures.hours, null, 4000),
  ...monthly('bakery', measures.input, 'flour', 300),
  ...monthly('bakery', measures.input, 'electricity', 80),
  ...monthly('bakery', measures.capacity, 'bread', 500),
  ...monthly('bakery', measures.stock, 'bread', 12),
  ...monthly('bakery', measures.stock, 'flour', 20),
  ...monthly('bakery', measures.receipts, 'flour', 225, 'new-mill'),
  ...monthly('bakery', measures.receipts, 'flour', 75, 'old-mill'),
  ...monthly('bakery', measures.deliveries, 'bread', 400, 'town'),
  ...monthly('old-mill', measures.output, 'flour', 100),
  ...monthly('old-mill', measures.hours, null, 400),
  ...monthly('old-mill', measures.input, 'wheat', 130),
  ...monthly('old-mill', measures.capacity, 'flour', 110),
  ...monthly('new-mill', measures.output, 'flour', 300),
  ...monthly('new-mill', measures.hours, null, 600),
  ...monthly('new-mill', measures.input, 'wheat', 360),
  ...monthly('new-mill', measures.capacity, 'flour', 320),
  ...monthly('farm', measures.output, 'wheat', 500),
  ...monthly('farm', measures.hours, null, 1500),
  ...monthly('farm', measures.capacity, 'wheat', 500),
  ...monthly('farm', measures.stock, 'wheat', 30),
  ...monthly('station', measures.output, 'electricity', 1000),
  ...monthly('station', measures.hours, null, 500),
  ...monthly('station', measures.input, 'coal', 400),
  ...monthly('station', measures.capacity, 'electricity', 2000),
  ...monthly('pit', measures.output, 'coal', 500),
  ...monthly('pit', measures.hours, null, 1000),
  ...monthly('pit', measures.input, 'electricity', 50),
  ...monthly('pit', measures.capacity, 'coal', 800),
  ...monthly('town', measures.consumption, 'bread', 400),
  ...monthly('town', measures.stock, 'bread', 5),
]

export const units: Readonly<Record<string, string>> = {
  bread: 't',
  flour: 't',
  wheat: 't',
  coal: 't',
  electricity: 'MWh',
  salt: 't',
}
export const unitOf = (productId: string): string | undefined => units[productId]

export const technique: Technique = techniqueFrom(rows, window)

export function solverOf(from: Technique): Solver {
  const prepared = prepareTechnique(from)
  if (!prepared.ok) throw new Error(prepared.code)
  return prepared.solver
}

/** "bakery produces 440 t bread in 2027-01", with what differs. */
export const line = (differs: Partial<WantedLine>): WantedLine => ({
  id: 'line-1',
  unitId: 'bakery',
  direction: 'produce',
  productId: 'bread',
  amount: '440',
  unit: 't',
  period: '2027-01',
  counterpartId: null,
  ...differs,
})
