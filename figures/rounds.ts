import type { Recipe, Solver } from '#figures/solver.ts'

/** What lines ask of production together, per product, over the same months. */
export interface Asked {
  /** Output that lines decide, and the inputs and hours it takes in its doers' own ways. */
  readonly planned: Float64Array
  readonly ownInputs: Float64Array
  /** Use by people that lines decide. */
  readonly demand: Float64Array
}

/** What production comes to, per product, when everything asked has been followed to its source. */
export interface Settled {
  /** Output that is made more or less: planned, and what the branches add. */
  readonly made: Float64Array
  /** The part that branches add in their average way. */
  readonly added: Float64Array
  /** What is used up in making all that. */
  readonly used: Float64Array
}

/** The rounds stop when the last one changes no product by more than this share of the largest amount. */
const settledAt = 1e-13
const mostRounds = 10_000

/** Nothing asked yet. */
export const nothingAsked = (n: number): Asked => ({
  planned: new Float64Array(n),
  ownInputs: new Float64Array(n),
  demand: new Float64Array(n),
})

/** Adds so much of a recipe to amounts per product. */
export function addRecipe(amounts: Float64Array, recipe: Recipe, times: number): void {
  for (const [input, perUnit] of recipe) amounts[input] = (amounts[input] ?? 0) + perUnit * times
}

/**
 * Follows what is asked round by round until nothing more is needed.
 * What lines plan to make covers what other lines need of it, in whichever round the need comes up, so that a package which plans
 * its own flour is not counted twice; what is planned beyond the need goes into store. Needs of the opposite sign are not set
 * against each other. Without such overlap it is Leontief's x = A x + y, and the rounds are its Neumann series.
 * The solver's table is productive, so the rounds shrink.
 */
export function settle(solver: Solver, { planned, ownInputs, demand }: Asked): Settled {
  const n = planned.length
  let added = new Float64Array(n)
  let used: Float64Array = Float64Array.from(ownInputs)
  for (let round = 0; round < mostRounds; round++) {
    let [moved, size] = [0, 0]
    const next = new Float64Array(n)
    for (let product = 0; product < n; product++) {
      const need = (used[product] ?? 0) + (demand[product] ?? 0)
      const more = need - covered(need, planned[product] ?? 0)
      moved = Math.max(moved, Math.abs(more - (added[product] ?? 0)))
      size = Math.max(size, Math.abs(more))
      next[product] = more
    }
    added = next
    used = Float64Array.from(ownInputs)
    solver.recipes.forEach((recipe, product) => {
      const output = added[product] ?? 0
      if (output !== 0) addRecipe(used, recipe, output)
    })
    if (moved <= settledAt * size) break
  }
  return { made: added.map((more, product) => more + (planned[product] ?? 0)), added, used }
}

/** How much of a need is met by what is planned: never more than either, nothing where their signs differ. */
export const covered = (need: number, planned: number): number =>
  need > 0 ? Math.min(need, Math.max(0, planned)) : Math.max(need, Math.min(0, planned))
