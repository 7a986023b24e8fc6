import { exactText, parseDecimal, subtractDecimals, toNumber } from '#figures/decimal.ts'
import { monthsOf } from '#figures/period.ts'
import { convert, quantityOf } from '#figures/quantity.ts'
import type { Recipe, Solver } from '#figures/solver.ts'
import type { Standing, WantedLine } from '#figures/standing.ts'

/**
 * What a line does to the society.
 * output: somebody makes more or less. demand: people use more or less, and it has to be made. movement: what is there changes hands.
 */
export type Effect = 'output' | 'demand' | 'movement'

/** A line that the engine understood. */
export interface ReadLine {
  readonly ok: true
  readonly line: WantedLine
  readonly standing: Standing
  readonly product: number
  readonly effect: Effect
  /** Against what stands, in the product's unit of measure: exact as text, and for computing. */
  readonly changeText: string
  readonly change: number
  readonly months: readonly string[]
  /** Hours and inputs per unit in the first round, and whose they are: the doer's own, its branch's, or nobody's. */
  readonly hours: number
  readonly inputs: Recipe
  readonly way: 'own' | 'branch' | 'none'
}

/** A line that cannot be computed, and the code of the sentence that says why. */
export interface UnreadLine {
  readonly ok: false
  readonly line: WantedLine
  readonly code: 'product-not-in-books' | 'units-do-not-match' | 'amount-not-understood' | 'nobody-makes-it'
}

/**
 * Reads a line.
 * `produce` is output. `consume` and `receive` are demand where the unit makes nothing itself (a town); where an enterprise receives or
 * uses something, that follows from its own output, and the line only moves goods. `deliver` always only moves goods.
 */
export function readLine(
  solver: Solver,
  line: WantedLine,
  standing: Standing,
  unitOf: (productId: string) => string | undefined,
): ReadLine | UnreadLine {
  const product = solver.indexOf.get(line.productId)
  const unit = unitOf(line.productId)
  if (product === undefined || unit === undefined) return { ok: false, line, code: 'product-not-in-books' }
  const quantity = quantityOf(line.amount, line.unit)
  const before = parseDecimal(standing.amount)
  if (!quantity || !before) return { ok: false, line, code: 'amount-not-understood' }
  const stated = convert(quantity, unit)
  if (!stated.ok) return { ok: false, line, code: 'units-do-not-match' }
  const difference = subtractDecimals(stated.quantity.amount, before)
  const changeText = exactText(difference)
  const effect = effectOf(solver, line)
  if (effect === 'output' && solver.branches[product]?.makers === 0 && toNumber(stated.quantity.amount) !== 0)
    return { ok: false, line, code: 'nobody-makes-it' }
  const way = wayOf(solver, line, product)
  return {
    ok: true,
    line,
    standing,
    product,
    effect,
    changeText,
    change: Number(changeText),
    months: monthsOf(line.period),
    ...way,
  }
}

function effectOf(solver: Solver, { direction, unitId }: WantedLine): Effect {
  if (direction === 'produce') return 'output'
  return direction === 'deliver' || solver.enterprises.has(unitId) ? 'movement' : 'demand'
}

function wayOf(solver: Solver, line: WantedLine, product: number): Pick<ReadLine, 'hours' | 'inputs' | 'way'> {
  const own = solver.enterprises.get(line.unitId)
  if (line.direction === 'produce' && own?.product === product)
    return { hours: own.hours, inputs: own.inputs, way: 'own' }
  const makers = solver.branches[product]?.makers ?? 0
  return {
    hours: solver.hours[product] ?? 0,
    inputs: solver.recipes[product] ?? [],
    way: makers > 0 ? 'branch' : 'none',
  }
}
