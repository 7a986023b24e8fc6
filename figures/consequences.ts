import { parseDecimal, subtractDecimals, exactText, toNumber } from '#figures/decimal.ts'
import { monthsOf, type Period } from '#figures/period.ts'
import { convert, quantityOf } from '#figures/quantity.ts'
import { type Chain, chainOf } from '#figures/chain.ts'
import type { Solver } from '#figures/solver.ts'

/** The method and its version, kept beside every stored result. */
export const engineVersion = 'leontief-1'

/** By how much, as a share, another computation of the same results may differ. */
export const tolerance = 1e-9

/** A quantity line as the engine reads it; the same form as a proposal's line. */
export interface WantedLine {
  readonly id: string
  readonly unitId: string
  readonly direction: 'produce' | 'consume' | 'deliver' | 'receive'
  readonly productId: string
  readonly amount: string
  readonly unit: string
  readonly period: Period
  readonly counterpartId: string | null
}

/** What stands now for a line's unit, direction, product, period and counterpart, in the product's unit of measure. */
export interface Standing {
  readonly amount: string
  /** plan: a plan line in force; books: the mean of the reported months; none: nothing is known, counted as zero. */
  readonly from: 'plan' | 'books' | 'none'
}

export interface Use {
  /** The unit, or null for all makers of the product together. */
  readonly unitId: string | null
  readonly productId: string
  /** A month's output before and after, and the capacity of a month; shares are of capacity. */
  readonly before: number
  readonly after: number
  readonly capacity: number
}

export interface Shortage {
  readonly unitId: string | null
  readonly productId: string
  /** What is needed more, what spare capacity and stock can give, and what is missing. */
  readonly needed: number
  readonly fromCapacity: number
  readonly fromStock: number
  readonly missing: number
}

/** What follows from lines, in the products' units of measure and in hours; all changes are against what stands now. */
export interface Consequences {
  readonly lines: readonly {
    readonly lineId: string
    readonly productId: string
    /** Exact change against what stands, as text, in the product's unit. */
    readonly change: string
    readonly standing: Standing
    readonly hours: number
    readonly chain: Chain | null
  }[]
  readonly hours: { readonly direct: number; readonly total: number }
  /** What is needed more of each product, through all rounds, beyond the lines' own output; largest labour first. */
  readonly inputs: readonly { readonly productId: string; readonly amount: number; readonly hours: number }[]
  readonly capacity: readonly Use[]
  readonly shortages: readonly Shortage[]
  /** Lines that could not be computed, and why. */
  readonly problems: readonly { readonly lineId: string; readonly code: string }[]
}

/**
 * Computes what follows when lines are decided, against what stands now.
 * Takes: a solver; lines; a function giving what stands for a line; the products' units of measure.
 * Gives: hours of labour, inputs by product, use of capacity, shortages against stock, and each line's chain of rounds.
 * The line's unit works in its own way in the first round, its suppliers in the weighted way of their branch beyond it.
 * What one line makes covers what another needs, so that a package is not counted twice. `deliver` moves goods and makes none.
 * Source: Leontief quantity model, x = (I − A)⁻¹ y; embodied labour v = l (I − A)⁻¹.
 */
export function consequences(
  solver: Solver,
  lines: readonly WantedLine[],
  standing: (line: WantedLine) => Standing,
  unitOf: (productId: string) => string | undefined,
): Consequences {
  const read = lines.map((line) => readLine(solver, line, standing(line), unitOf))
  const known = read.flatMap((each) => (each.ok ? [each] : []))
  const n = solver.products.length
  const direct = new Float64Array(n)
  const planned = new Float64Array(n)
  let ownHours = 0
  for (const { way, product, change } of known) {
    if (way) {
      ownHours += way.hours * change
      planned[product] = (planned[product] ?? 0) + change
      for (const [input, perUnit] of way.inputs) direct[input] = (direct[input] ?? 0) + perUnit * change
    } else direct[product] = (direct[product] ?? 0) + change
  }
  const uncovered = direct.map((need, product) => need - covered(need, planned[product] ?? 0))
  const required = times(solver.inverse, uncovered)
  const hours = ownHours + dot(solver.hours, required)
  const months = Math.max(1, ...known.map((each) => each.months))
  const inputs = Array.from(direct, (need, product) => need - (uncovered[product] ?? 0) + (required[product] ?? 0))
  return {
    lines: known.map((each) => ({
      lineId: each.line.id,
      productId: each.line.productId,
      change: each.changeText,
      standing: each.standing,
      hours: hoursOf(solver, each),
      chain: chainOf(solver, each),
    })),
    hours: { direct: ownHours, total: hours },
    inputs: inputs
      .flatMap((amount, product) => {
        const productId = solver.products[product]
        return productId === undefined || Math.abs(amount) < 1e-9
          ? []
          : [{ productId, amount, hours: amount * (solver.hours[product] ?? 0) }]
      })
      .sort((one, other) => Math.abs(other.hours) - Math.abs(one.hours)),
    ...bites(solver, known, required, months),
    problems: read.flatMap((each) => (each.ok ? [] : [{ lineId: each.line.id, code: each.code }])),
  }
}

/** A line that the engine understood: who makes it, which product, how much more a whole period. */
export interface ReadLine {
  readonly ok: true
  readonly line: WantedLine
  readonly standing: Standing
  readonly product: number
  readonly change: number
  readonly changeText: string
  readonly months: number
  /** The doer's own way of working, where the line is to produce and the books know it. */
  readonly way: NonNullable<ReturnType<Solver['enterprises']['get']>> | null
}

function readLine(
  solver: Solver,
  line: WantedLine,
  standing: Standing,
  unitOf: (productId: string) => string | undefined,
): ReadLine | { readonly ok: false; readonly line: WantedLine; readonly code: string } {
  const product = solver.indexOf.get(line.productId)
  const unit = unitOf(line.productId)
  if (product === undefined || unit === undefined) return { ok: false, line, code: 'product-not-in-books' }
  if (line.direction === 'deliver') return { ok: false, line, code: 'delivery-makes-nothing' }
  const quantity = quantityOf(line.amount, line.unit)
  const stated = quantity && convert(quantity, unit)
  const before = parseDecimal(standing.amount)
  if (!stated?.ok || !before) return { ok: false, line, code: 'units-do-not-match' }
  const own = solver.enterprises.get(line.unitId)
  const makes = line.direction === 'produce'
  if (makes && own && own.product !== product) return { ok: false, line, code: 'not-made-here-so-far' }
  const changeText = exactText(subtractDecimals(stated.quantity.amount, before))
  const change = toNumber(stated.quantity.amount) - toNumber(before)
  const months = monthsOf(line.period).length
  return { ok: true, line, standing, product, change, changeText, months, way: (makes && own) || null }
}

function hoursOf(solver: Solver, { way, product, change }: ReadLine): number {
  if (!way) return (solver.embodied[product] ?? 0) * change
  const bought = way.inputs.reduce((sum, [input, perUnit]) => sum + perUnit * (solver.embodied[input] ?? 0), 0)
  return (way.hours + bought) * change
}

/** How much of a need the lines of the same package already make, never more than the need itself. */
const covered = (need: number, planned: number): number =>
  need > 0 ? Math.min(need, Math.max(0, planned)) : Math.max(need, Math.min(0, planned))

function bites(solver: Solver, known: readonly ReadLine[], required: Float64Array, months: number) {
  const capacity: Use[] = []
  const shortages: Shortage[] = []
  const doers = new Map<string, number>()
  for (const { way, change, months: length } of known)
    if (way) doers.set(way.unitId, (doers.get(way.unitId) ?? 0) + change / length)
  for (const [unitId, more] of doers) {
    const way = solver.enterprises.get(unitId)
    if (!way || way.capacity === null) continue
    const productId = solver.products[way.product] ?? ''
    const use = { unitId, productId, before: way.monthly, after: way.monthly + more, capacity: way.capacity }
    capacity.push(use)
    const spare = Math.max(0, use.capacity - use.before) * months
    const stock = solver.technique.stocks.find((held) => held.unitId === unitId && held.productId === productId)
    pushShortage(shortages, { unitId, productId }, more * months, spare, Number(stock?.amount ?? 0))
  }
  solver.products.forEach((productId, product) => {
    const need = required[product] ?? 0
    const branch = solver.branches[product]
    if (!branch || Math.abs(need) < 1e-9) return
    if (branch.capacity !== null)
      capacity.push({
        unitId: null,
        productId,
        before: branch.monthly,
        after: branch.monthly + need / months,
        capacity: branch.capacity,
      })
    const spare = branch.capacity === null ? 0 : Math.max(0, branch.capacity - branch.monthly) * months
    pushShortage(shortages, { unitId: null, productId }, need, spare, branch.stock)
  })
  return { capacity, shortages }
}

function pushShortage(
  shortages: Shortage[],
  whose: { unitId: string | null; productId: string },
  needed: number,
  spare: number,
  stock: number,
): void {
  if (needed <= 0) return
  const fromCapacity = Math.min(needed, spare)
  const fromStock = Math.min(needed - fromCapacity, Math.max(0, stock))
  const missing = needed - fromCapacity - fromStock
  if (fromStock > 0 || missing > 1e-9) shortages.push({ ...whose, needed, fromCapacity, fromStock, missing })
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length
  const product = new Float64Array(n)
  for (let row = 0; row < n; row++) {
    let sum = 0
    for (let column = 0; column < n; column++) sum += (matrix[row * n + column] ?? 0) * (vector[column] ?? 0)
    product[row] = sum
  }
  return product
}

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
