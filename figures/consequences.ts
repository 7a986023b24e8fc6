import { inputsOf, wholeHours } from '#figures/alone.ts'
import { chainOf, type Link, type Round, roundsOf } from '#figures/chain.ts'
import { branchShortages, type Shortage, type StockChange, storesOf, type Use, usesOf } from '#figures/limits.ts'
import { type Effect, type ReadLine, readLine, type UnreadLine } from '#figures/reading.ts'
import { covered } from '#figures/rounds.ts'
import type { Solver } from '#figures/solver.ts'
import { type Span, spansOf } from '#figures/spans.ts'
import type { Standing, WantedLine } from '#figures/standing.ts'

export type { Standing, WantedLine } from '#figures/standing.ts'

/** The method and its version, kept beside every stored result. */
export const engineVersion = 'leontief-1'

/** By how much, as a share, another computation of the same results may differ. */
export const tolerance = 1e-9

/** So much more of a product, or less where it is below zero. */
export interface Need {
  readonly productId: string
  readonly unit: string
  readonly amount: number
}

/** What follows from one line by itself. */
export interface LineConsequences {
  readonly lineId: string
  readonly productId: string
  readonly unit: string
  readonly effect: Effect
  /** Whose coefficients the first round uses: the doer's own, its branch's, or nobody's. */
  readonly way: ReadLine['way']
  /** Against what stands, exact, as decimal text in the product's unit. */
  readonly change: string
  readonly standing: Standing
  /** direct: in making the line's own product; total: through all rounds. */
  readonly hours: { readonly direct: number; readonly total: number }
  /** What making it takes of each product through all rounds, the weightiest in labour first. */
  readonly inputs: readonly Need[]
  readonly chain: readonly Link[]
  readonly rounds: readonly Round[]
}

/** What the books do not say, so that a result is less than the whole. */
export interface Gap {
  readonly productId: string
  readonly code: 'hours-not-reported' | 'capacity-not-reported' | 'nobody-makes-it'
}

/** What follows from lines together, in the products' units of measure and in hours; all of it against what stands now. */
export interface Consequences {
  readonly lines: readonly LineConsequences[]
  readonly hours: { readonly direct: number; readonly total: number }
  /** What is used up more of each product through all rounds; the weightiest in labour first. */
  readonly inputs: readonly Need[]
  /** What is made more of each product: by the lines' doers, and by the branches behind them. */
  readonly output: readonly Need[]
  readonly capacity: readonly Use[]
  readonly shortages: readonly Shortage[]
  readonly stores: readonly StockChange[]
  readonly gaps: readonly Gap[]
  /** Lines that could not be computed, and why. */
  readonly problems: readonly { readonly lineId: string; readonly code: UnreadLine['code'] }[]
}

/**
 * Computes what follows when lines are decided, against what stands now.
 * Takes: a solver; lines; a function giving what stands for a line (`standingIn`); the products' units of measure.
 * Gives: hours of labour, inputs by product, use of capacity, shortages against stock, and each line's chain of rounds.
 * The line's unit works in its own way in the first round, its suppliers in the weighted way of their branch beyond it.
 * What one line makes covers what another needs, so that the lines together may take less than the sum of each by itself.
 * `deliver` moves goods and makes none: it shows in the stores only. See `readLine` for what each direction does.
 * Source: Leontief quantity model, x = (I − A)⁻¹ y; embodied labour v = l (I − A)⁻¹ (Miller & Blair 2009, chapters 2 and 6).
 */
export function consequences(
  solver: Solver,
  lines: readonly WantedLine[],
  standing: (line: WantedLine) => Standing,
  unitOf: (productId: string) => string | undefined,
): Consequences {
  const read = lines.map((line) => readLine(solver, line, standing(line), unitOf))
  const known = read.flatMap((each) => (each.ok ? [each] : []))
  const spans = spansOf(solver, known)
  const stores = storesOf(solver, known, unitOf)
  const needs = (amounts: (span: Span) => Float64Array) => needsIn(solver, summed(solver, spans, amounts), unitOf)
  const inputs = needs((span) => span.settled.used)
  const output = needs((span) => span.settled.made)
  return {
    lines: known.map((line) => lineConsequences(solver, line, unitOf)),
    hours: hoursOf(solver, spans),
    inputs,
    output,
    capacity: usesOf(solver, spans),
    shortages: [...branchShortages(solver, spans, unitOf), ...stores.shortages],
    stores: stores.stores,
    gaps: gapsIn(solver, output),
    problems: read.flatMap((each) => (each.ok ? [] : [{ lineId: each.line.id, code: each.code }])),
  }
}

function lineConsequences(
  solver: Solver,
  line: ReadLine,
  unitOf: (productId: string) => string | undefined,
): LineConsequences {
  const moves = line.effect === 'movement'
  const { productId } = line.line
  return {
    lineId: line.line.id,
    productId,
    unit: unitOf(productId) ?? '',
    effect: line.effect,
    way: line.way,
    change: line.changeText,
    standing: line.standing,
    hours: moves ? { direct: 0, total: 0 } : { direct: line.hours * line.change, total: wholeHours(solver, line) },
    inputs: moves ? [] : needsIn(solver, inputsOf(solver, line), unitOf),
    chain: chainOf(solver, line, unitOf),
    rounds: roundsOf(solver, line),
  }
}

function hoursOf(solver: Solver, spans: readonly Span[]): Consequences['hours'] {
  let [direct, total] = [0, 0]
  for (const { asked, settled, ownHours } of spans) {
    total += ownHours
    direct += ownHours
    solver.hours.forEach((perUnit, product) => {
      const demand = asked.demand[product] ?? 0
      total += perUnit * (settled.added[product] ?? 0)
      direct += perUnit * (demand - covered(demand, asked.planned[product] ?? 0))
    })
  }
  return { direct, total }
}

function summed(solver: Solver, spans: readonly Span[], amounts: (span: Span) => Float64Array): Float64Array {
  const all = new Float64Array(solver.products.length)
  for (const span of spans)
    amounts(span).forEach((amount, product) => {
      all[product] = (all[product] ?? 0) + amount
    })
  return all
}

function needsIn(solver: Solver, amounts: Float64Array, unitOf: (productId: string) => string | undefined): Need[] {
  const weight = (product: number) => Math.abs((amounts[product] ?? 0) * (solver.embodied[product] ?? 0))
  return [...amounts.keys()]
    .filter((product) => amounts[product] !== 0)
    .sort((one, other) => weight(other) - weight(one) || one - other)
    .map((product) => {
      const productId = solver.products[product] ?? ''
      return { productId, unit: unitOf(productId) ?? '', amount: amounts[product] ?? 0 }
    })
}

function gapsIn(solver: Solver, output: readonly Need[]): Gap[] {
  return output.flatMap(({ productId }): Gap[] => {
    const branch = solver.branches[solver.indexOf.get(productId) ?? -1]
    if (!branch || branch.makers === 0) return [{ productId, code: 'nobody-makes-it' }]
    return [
      ...(branch.withHours < branch.makers ? [{ productId, code: 'hours-not-reported' as const }] : []),
      ...(branch.withCapacity < branch.makers ? [{ productId, code: 'capacity-not-reported' as const }] : []),
    ]
  })
}
