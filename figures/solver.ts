import { invert } from '#figures/inverse.ts'
import type { Enterprise, Share, Technique } from '#figures/technique.ts'

/** A technique made ready for computing: once per vintage of the books, then every change is a few sums. */
export interface Solver {
  readonly technique: Technique
  readonly products: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Per product, what its branch uses for one unit of output: each enterprise's own way, weighted by output. */
  readonly recipes: readonly Recipe[]
  /** Output of every product (rows) that one unit of final use of a product (columns) takes, through all rounds; n × n. */
  readonly inverse: Float64Array
  /** Hours per unit of output in a product's branch, and through all rounds (embodied labour). */
  readonly hours: Float64Array
  readonly embodied: Float64Array
  readonly enterprises: ReadonlyMap<string, Way>
  readonly branches: readonly Branch[]
}

/** What one unit of output takes of each input. */
export type Recipe = readonly (readonly [product: number, perUnit: number])[]

/** One enterprise's own coefficients, per unit of its output. */
export interface Way {
  readonly unitId: string
  readonly product: number
  readonly hours: number
  readonly inputs: Recipe
  /** Mean output of a reported month, and mean capacity of a month where it is reported. */
  readonly monthly: number
  readonly capacity: number | null
}

/** A product's branch as a whole: all enterprises that make it. */
export interface Branch {
  readonly makers: number
  /** How many of the makers report hours, and how many capacity; the next two are sums over the latter. */
  readonly withHours: number
  readonly withCapacity: number
  readonly monthly: number
  readonly capacity: number
  /** What lies in the stores of enterprises, its makers and users alike; the stores of towns are not counted. */
  readonly stock: number
}

/** A solver, or why there can be none. */
export type Prepared =
  | { readonly ok: true; readonly solver: Solver }
  | { readonly ok: false; readonly code: 'table-unproductive' }

/**
 * Makes a technique ready: coefficients, their inverse, embodied labour.
 * Refuses: `table-unproductive` where the books say that making things uses up more than is made.
 */
export function prepareTechnique(technique: Technique): Prepared {
  const products = productsOf(technique)
  const indexOf = new Map(products.map((id, index) => [id, index]))
  const n = products.length
  const ways = technique.enterprises.map((each) => wayOf(each, indexOf))
  const recipes = products.map((_, product) => recipeOf(technique, ways, product))
  const table = new Float64Array(n * n)
  recipes.forEach((recipe, column) => {
    for (const [input, perUnit] of recipe) table[input * n + column] = perUnit
  })
  const inverse = invert(table, n)
  if (!inverse) return { ok: false, code: 'table-unproductive' }
  const hours = Float64Array.from(products, (_, product) => branchHours(technique, ways, product))
  const embodied = new Float64Array(n)
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      embodied[column] = (embodied[column] ?? 0) + (hours[row] ?? 0) * (inverse[row * n + column] ?? 0)
  const full = ways.map((way, at) =>
    technique.enterprises[at]?.hours === null ? { ...way, hours: hours[way.product] ?? 0 } : way,
  )
  return {
    ok: true,
    solver: {
      technique,
      products,
      indexOf,
      recipes,
      inverse,
      hours,
      embodied,
      enterprises: new Map(full.map((way) => [way.unitId, way])),
      branches: products.map((id, product) => branchOf(technique, ways, id, product)),
    },
  }
}

function productsOf({ enterprises, consumers, stocks, flows }: Technique): string[] {
  const named = [
    ...enterprises.flatMap((each) => [each.productId, ...Object.keys(each.inputs)]),
    ...[...consumers, ...stocks, ...flows].map((each) => each.productId),
  ]
  return [...new Set(named)].sort()
}

function wayOf(each: Enterprise, indexOf: ReadonlyMap<string, number>): Way {
  return {
    unitId: each.unitId,
    product: indexOf.get(each.productId) ?? 0,
    hours: each.hours ? quotient(each.hours) : 0,
    inputs: Object.entries(each.inputs).flatMap(([input, share]): [number, number][] => {
      const at = indexOf.get(input)
      const perUnit = quotient(share)
      // A sum below zero is a correction of earlier months: nothing can be made of less than nothing.
      return at === undefined || perUnit <= 0 ? [] : [[at, perUnit]]
    }),
    monthly: Number(each.output) / each.months,
    capacity: each.capacity ? Number(each.capacity.sum) / each.capacity.months : null,
  }
}

const quotient = ({ sum, over }: Share): number => Number(sum) / Number(over)

/** Weighted by output, so that the branch's inputs are its enterprises' together; an enterprise that never books an input has none. */
function recipeOf({ enterprises }: Technique, ways: readonly Way[], product: number): Recipe {
  const sums = new Map<number, number>()
  let output = 0
  ways.forEach((way, at) => {
    if (way.product !== product) return
    const weight = Number(enterprises[at]?.output ?? 0)
    output += weight
    for (const [input, perUnit] of way.inputs) sums.set(input, (sums.get(input) ?? 0) + perUnit * weight)
  })
  return [...sums].sort(([one], [other]) => one - other).map(([input, sum]) => [input, sum / output] as const)
}

/** Weighted by output over those who report hours: one who does not is taken to work as the others do. */
function branchHours({ enterprises }: Technique, ways: readonly Way[], product: number): number {
  let [hours, output] = [0, 0]
  ways.forEach((way, at) => {
    const each = enterprises[at]
    if (way.product !== product || !each?.hours) return
    hours += way.hours * Number(each.output)
    output += Number(each.output)
  })
  return output === 0 ? 0 : hours / output
}

function branchOf(
  { enterprises, stocks }: Technique,
  ways: readonly Way[],
  productId: string,
  product: number,
): Branch {
  const makers = ways.filter((way) => way.product === product)
  const reporting = makers.filter((way) => way.capacity !== null)
  const holders = new Set(enterprises.map((each) => each.unitId))
  const held = stocks.filter((each) => each.productId === productId && holders.has(each.unitId))
  return {
    makers: makers.length,
    withHours: enterprises.filter((each) => each.productId === productId && each.hours !== null).length,
    withCapacity: reporting.length,
    monthly: reporting.reduce((sum, way) => sum + way.monthly, 0),
    capacity: reporting.reduce((sum, way) => sum + (way.capacity ?? 0), 0),
    stock: held.reduce((sum, each) => sum + Number(each.amount), 0),
  }
}
