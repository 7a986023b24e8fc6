import type { Enterprise, Technique } from '#figures/technique.ts'

/** A technique made ready for computing: once per vintage of the books, then every change is a few sums. */
export interface Solver {
  readonly technique: Technique
  readonly products: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Inputs (rows) per unit of output (columns) of a product's branch, weighted by output; n × n, row by row. */
  readonly coefficients: Float64Array
  /** Output of every product (rows) that one unit of final use of a product (columns) takes, through all rounds. */
  readonly inverse: Float64Array
  /** Hours per unit of output in a product's branch, and through all rounds (embodied labour). */
  readonly hours: Float64Array
  readonly embodied: Float64Array
  /** Products that enterprises use but nobody in the books makes: they come from stock or from outside. */
  readonly withoutOutput: readonly string[]
  readonly enterprises: ReadonlyMap<string, Way>
  readonly branches: readonly Branch[]
}

/** One enterprise's own coefficients, per unit of its output. */
export interface Way {
  readonly unitId: string
  readonly product: number
  readonly hours: number
  readonly inputs: readonly (readonly [product: number, perUnit: number])[]
  /** Mean output of a reported month, and the capacity of a month where it is reported. */
  readonly monthly: number
  readonly capacity: number | null
}

/** A product's branch as a whole: all enterprises that make it. */
export interface Branch {
  readonly monthly: number
  /** null where no enterprise of the branch reports its capacity. */
  readonly capacity: number | null
  readonly stock: number
}

export type Prepared = { readonly ok: true; readonly solver: Solver } | { readonly ok: false; readonly code: 'table-unproductive' }

/**
 * Makes a technique ready: coefficients, their inverse, embodied labour.
 * Refuses: `table-unproductive` where the books say that making things uses up more than is made.
 */
export function prepareTechnique(technique: Technique): Prepared {
  const products = productsOf(technique)
  const indexOf = new Map(products.map((id, index) => [id, index]))
  const n = products.length
  const at = (id: string) => indexOf.get(id) ?? 0
  const coefficients = new Float64Array(n * n)
  const hours = new Float64Array(n)
  const branches = products.map((id) => branchOf(technique, id))
  products.forEach((id, column) => {
    const makers = technique.enterprises.filter((each) => each.productId === id)
    const output = makers.reduce((sum, each) => sum + Number(each.output), 0)
    if (output <= 0) return
    hours[column] = makers.reduce((sum, each) => sum + Number(each.hours), 0) / output
    for (const maker of makers)
      for (const [input, used] of Object.entries(maker.inputs)) {
        const cell = at(input) * n + column
        coefficients[cell] = (coefficients[cell] ?? 0) + Number(used) / output
      }
  })
  const inverse = invert(coefficients, n)
  if (!inverse) return { ok: false, code: 'table-unproductive' }
  const embodied = new Float64Array(n)
  for (let column = 0; column < n; column++)
    for (let row = 0; row < n; row++)
      embodied[column] = (embodied[column] ?? 0) + (hours[row] ?? 0) * (inverse[row * n + column] ?? 0)
  const made = new Set(technique.enterprises.map((each) => each.productId))
  return {
    ok: true,
    solver: {
      technique,
      products,
      indexOf,
      coefficients,
      inverse,
      hours,
      embodied,
      withoutOutput: products.filter((id) => !made.has(id)),
      enterprises: new Map(technique.enterprises.map((each) => [each.unitId, wayOf(each, at)])),
      branches,
    },
  }
}

function productsOf({ enterprises, consumers, stocks }: Technique): string[] {
  const named = [
    ...enterprises.flatMap((each) => [each.productId, ...Object.keys(each.inputs)]),
    ...consumers.map((each) => each.productId),
    ...stocks.map((each) => each.productId),
  ]
  return [...new Set(named)].sort()
}

function wayOf(each: Enterprise, at: (id: string) => number): Way {
  const output = Number(each.output)
  return {
    unitId: each.unitId,
    product: at(each.productId),
    hours: Number(each.hours) / output,
    inputs: Object.entries(each.inputs).map(([input, used]) => [at(input), Number(used) / output] as const),
    monthly: output / each.months,
    capacity: each.capacity === null ? null : Number(each.capacity),
  }
}

function branchOf({ enterprises, stocks }: Technique, productId: string): Branch {
  const makers = enterprises.filter((each) => each.productId === productId)
  const capacities = makers.flatMap((each) => (each.capacity === null ? [] : [Number(each.capacity)]))
  return {
    monthly: makers.reduce((sum, each) => sum + Number(each.output) / each.months, 0),
    capacity: capacities.length === 0 ? null : capacities.reduce((sum, each) => sum + each, 0),
    stock: stocks.reduce((sum, held) => (held.productId === productId ? sum + Number(held.amount) : sum), 0),
  }
}

/** (I − A)⁻¹ by Gauss–Jordan with pivoting; null where it does not exist or has negative cells (an unproductive table). */
function invert(coefficients: Float64Array, n: number): Float64Array | null {
  const left = Float64Array.from(coefficients, (value) => -value)
  const right = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    left[i * n + i] = (left[i * n + i] ?? 0) + 1
    right[i * n + i] = 1
  }
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(left[row * n + column] ?? 0) > Math.abs(left[pivot * n + column] ?? 0)) pivot = row
    const size = left[pivot * n + column] ?? 0
    if (Math.abs(size) < 1e-12) return null
    for (const half of [left, right]) swapAndScale(half, n, column, pivot, size)
    for (let row = 0; row < n; row++) {
      const factor = left[row * n + column] ?? 0
      if (row === column || factor === 0) continue
      for (const half of [left, right])
        for (let k = 0; k < n; k++)
          half[row * n + k] = (half[row * n + k] ?? 0) - factor * (half[column * n + k] ?? 0)
    }
  }
  return right.every((value) => Number.isFinite(value) && value > -1e-9) ? right : null
}

function swapAndScale(half: Float64Array, n: number, row: number, pivot: number, size: number): void {
  for (let k = 0; k < n; k++) {
    const upper = half[pivot * n + k] ?? 0
    half[pivot * n + k] = half[row * n + k] ?? 0
    half[row * n + k] = upper / size
  }
}
