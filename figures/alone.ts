import type { ReadLine } from '#figures/reading.ts'
import { addRecipe } from '#figures/rounds.ts'
import type { Solver } from '#figures/solver.ts'

// A line's output is what is made in all. Where making it takes some of the same product again (coal for the power that digs the coal),
// that part comes out of the line itself and is not made twice. With the row and column p of the inverse L, a unit of product j takes
// L[p,j] / L[p,p] of p before p itself is made again.

/** Tells whether a need closes a circle: the line's own product, which the line itself makes. */
export const isCircle = (line: ReadLine, product: number): boolean =>
  line.effect === 'output' && product === line.product

/** Gives the hours behind one unit of an input of a line, through all rounds, the line's own product not made again. */
export function behindOf(solver: Solver, line: ReadLine, input: number): number {
  const all = solver.embodied[input] ?? 0
  if (line.effect !== 'output') return all
  return isCircle(line, input) ? 0 : all - (solver.embodied[line.product] ?? 0) * circle(solver, line.product, input)
}

/** Gives the labour of a line through all rounds: the doer's own way first, the branches' average behind it. */
export function wholeHours(solver: Solver, line: ReadLine): number {
  const behind = line.inputs.reduce((sum, [input, perUnit]) => sum + perUnit * (solver.embodied[input] ?? 0), 0)
  return (line.hours + behind - ownUse(solver, line) * (solver.embodied[line.product] ?? 0)) * line.change
}

/** Gives what making a line's product takes of each product through all rounds. */
export function inputsOf(solver: Solver, line: ReadLine): Float64Array {
  const n = solver.products.length
  const first = new Float64Array(n)
  addRecipe(first, line.inputs, line.change)
  const own = ownUse(solver, line) * line.change
  first[line.product] = (first[line.product] ?? 0) - own
  const all = new Float64Array(n)
  first.forEach((need, column) => {
    if (need !== 0)
      for (let row = 0; row < n; row++) all[row] = (all[row] ?? 0) + (solver.inverse[row * n + column] ?? 0) * need
  })
  // What the line gives back to itself is used up too, though it is not made again.
  if (line.effect === 'output') all[line.product] = withoutDust(all[line.product] ?? 0, own) + own
  return all
}

/** How much of its own product one unit of a line's output takes through all rounds, never more than the unit itself. */
function ownUse(solver: Solver, line: ReadLine): number {
  if (line.effect !== 'output') return 0
  const { product } = line
  return Math.min(
    1,
    line.inputs.reduce((sum, [input, perUnit]) => sum + perUnit * circle(solver, product, input), 0),
  )
}

const circle = (solver: Solver, product: number, input: number): number => {
  const n = solver.products.length
  return (solver.inverse[product * n + input] ?? 0) / (solver.inverse[product * n + product] ?? 1)
}

/** Two numbers that should cancel leave a last digit behind. */
const withoutDust = (left: number, size: number): number => (Math.abs(left) <= 1e-12 * Math.abs(size) ? 0 : left)
