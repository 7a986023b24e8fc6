import { behindOf, isCircle, wholeHours } from '#figures/alone.ts'
import type { ReadLine } from '#figures/reading.ts'
import type { Recipe, Solver } from '#figures/solver.ts'

/** One link of the chain that explains a line: so much of a product is needed for the link that it belongs to. */
export interface Link {
  readonly productId: string
  /** In the product's unit of measure; below zero where less is needed. */
  readonly amount: number
  readonly unit: string
  /** The place in the list of the link that needs it; null for the line's own product. A link stands after the one it belongs to. */
  readonly of: number | null
  /** 0 for the line's own product, 1 for what it takes, and so on. */
  readonly round: number
  /** Hours of labour in this link and everything behind it, and their share of the whole line's. */
  readonly hours: number
  readonly share: number
}

/** One round of the chain with everything in it, shown as a link or not. */
export interface Round {
  readonly round: number
  readonly hours: number
  /** The share of the line's labour that is explained by this round and all before it; null where no labour is booked. */
  readonly explained: number | null
}

const mostRounds = 4
/** Links for one need: the weightiest ones. */
const breadth = 4
/**
 * Links below this share of the line's labour explain nothing that a reader could use.
 * Only the way along the weightiest needs is shown down to the third round in any case.
 */
const leastShare = 0.005
const shownInAnyCase = 3

interface Need {
  readonly product: number
  readonly amount: number
  readonly hours: number
  /** Hours behind it, or the bare amount where no labour is booked at all: by this links are sorted. */
  readonly weight: number
}

/**
 * Gives the first rounds of what a line needs: "40 t more bread → 30 t flour → 38 t wheat".
 * Gives: links, each need's own needs right behind it, the weightiest in hours first; none for a line that changes nothing.
 */
export function chainOf(solver: Solver, line: ReadLine, unitOf: (productId: string) => string | undefined): Link[] {
  if (line.change === 0 || line.effect === 'movement') return []
  const whole = wholeHours(solver, line)
  const links: Link[] = []
  const add = (
    product: number,
    amount: number,
    hours: number,
    inputs: Recipe,
    of: number | null,
    round: number,
    isMain: boolean,
  ): void => {
    const productId = solver.products[product] ?? ''
    const share = whole === 0 ? 0 : hours / whole
    const at = links.push({ productId, amount, unit: unitOf(productId) ?? '', of, round, hours, share }) - 1
    if (round === mostRounds) return
    weightiest(solver, line, inputs, amount, whole).forEach((need, rank) => {
      const onMain = isMain && rank === 0
      if (!(onMain && round < shownInAnyCase) && !isWorthIt(solver, need, whole)) return
      const recipe = isCircle(line, need.product) ? [] : (solver.recipes[need.product] ?? [])
      add(need.product, need.amount, need.hours, recipe, at, round + 1, onMain)
    })
  }
  add(line.product, line.change, whole, line.inputs, null, 0, true)
  return links
}

/** Gives the hours of each round until nearly everything is explained, six rounds at most. */
export function roundsOf(solver: Solver, line: ReadLine): Round[] {
  if (line.change === 0 || line.effect === 'movement') return []
  const whole = wholeHours(solver, line)
  const rounds: Round[] = []
  let needs = new Map<number, number>(line.inputs.map(([input, perUnit]) => [input, perUnit * line.change]))
  let [hours, sum] = [line.hours * line.change, 0]
  for (let round = 0; round <= 6; round++) {
    sum += hours
    const explained = whole === 0 ? null : sum / whole
    rounds.push({ round, hours, explained })
    if (needs.size === 0 || (explained !== null && explained > 0.9995)) break
    hours = 0
    const next = new Map<number, number>()
    for (const [product, amount] of needs) {
      if (isCircle(line, product)) continue
      hours += amount * (solver.hours[product] ?? 0)
      for (const [input, perUnit] of solver.recipes[product] ?? [])
        next.set(input, (next.get(input) ?? 0) + perUnit * amount)
    }
    needs = next
  }
  return rounds
}

function weightiest(solver: Solver, line: ReadLine, inputs: Recipe, amount: number, whole: number): Need[] {
  return inputs
    .map(([product, perUnit]) => {
      const needed = perUnit * amount
      const hours = needed * behindOf(solver, line, product)
      return { product, amount: needed, hours, weight: Math.abs(whole === 0 ? needed : hours) }
    })
    .filter((need) => need.amount !== 0)
    .sort((one, other) => other.weight - one.weight || one.product - other.product)
    .slice(0, breadth)
}

/** What nobody in the books makes carries no labour, but it is needed all the same. */
const isWorthIt = (solver: Solver, need: Need, whole: number): boolean =>
  whole === 0 || solver.branches[need.product]?.makers === 0 || need.weight >= leastShare * Math.abs(whole)
