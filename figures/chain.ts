import type { ReadLine } from '#figures/consequences.ts'
import type { Solver } from '#figures/solver.ts'

/** One link of the chain that explains a consequence: so much of a product, and what that takes in turn. */
export interface Chain {
  readonly productId: string
  /** In the product's unit of measure; negative where less is needed. */
  readonly amount: number
  /** Hours of labour in this link and everything below it. */
  readonly hours: number
  /** The share of the whole line's labour that this link and everything below it accounts for. */
  readonly share: number
  readonly needs: readonly Chain[]
  /** What the shown links leave out of this one's needs, as a share of the whole line's labour. */
  readonly unshown: number
}

const depth = 4
const breadth = 4
// Links below this share of the line's labour explain nothing that a reader could use.
const least = 0.005

/** Gives the first rounds of a line's needs, the weightiest first: "40 t more bread → 30 t flour → 38 t wheat". */
export function chainOf(solver: Solver, line: ReadLine): Chain | null {
  const { way, product, change } = line
  if (change === 0) return null
  const inputs: readonly (readonly [number, number])[] = way ? way.inputs : branchInputs(solver, product)
  const ownHours = (way ? way.hours : (solver.hours[product] ?? 0)) * change
  const whole =
    ownHours + inputs.reduce((sum, [input, perUnit]) => sum + perUnit * change * (solver.embodied[input] ?? 0), 0)
  return link(solver, product, change, inputs, { whole, ownHours }, depth)
}

function link(
  solver: Solver,
  product: number,
  amount: number,
  inputs: readonly (readonly [number, number])[],
  { whole, ownHours }: { whole: number; ownHours: number },
  left: number,
): Chain {
  const shareOf = (hours: number) => (whole === 0 ? 0 : hours / whole)
  const wanted = inputs
    .map(([input, perUnit]) => ({ input, amount: perUnit * amount, hours: perUnit * amount * (solver.embodied[input] ?? 0) }))
    .filter((need) => need.amount !== 0)
    .sort((one, other) => Math.abs(other.hours) - Math.abs(one.hours) || one.input - other.input)
  // Something nobody in the books makes carries no labour, but it is needed all the same.
  const shown =
    left === 0
      ? []
      : wanted
          .filter((need) => Math.abs(shareOf(need.hours)) >= least || solver.withoutOutput.includes(solver.products[need.input] ?? ''))
          .slice(0, breadth)
  const needs = shown.map((need) =>
    link(
      solver,
      need.input,
      need.amount,
      branchInputs(solver, need.input),
      { whole, ownHours: need.amount * (solver.hours[need.input] ?? 0) },
      left - 1,
    ),
  )
  const below = wanted.reduce((sum, need) => sum + need.hours, 0)
  const hours = ownHours + below
  return {
    productId: solver.products[product] ?? '',
    amount,
    hours,
    share: shareOf(hours),
    needs,
    unshown: shareOf(below - shown.reduce((sum, need) => sum + need.hours, 0)),
  }
}

function branchInputs(solver: Solver, product: number): [number, number][] {
  const n = solver.products.length
  return solver.products.flatMap((_, input): [number, number][] => {
    const perUnit = solver.coefficients[input * n + product] ?? 0
    return perUnit === 0 ? [] : [[input, perUnit]]
  })
}
