import type { Solver } from '#figures/solver.ts'
import type { Span } from '#figures/spans.ts'

/** How far a unit's or a branch's capacity is used, in an average month of the span in which it is used most. */
export interface Use {
  /** The unit, or null for all makers of the product that report their capacity. */
  readonly unitId: string | null
  readonly productId: string
  readonly from: string
  readonly to: string
  /** A month's output before and after, and the capacity of a month. */
  readonly before: number
  readonly after: number
  readonly capacity: number
  /** Shares of the capacity; null where the capacity is nothing. */
  readonly shareBefore: number | null
  readonly shareAfter: number | null
  /** How many makers there are, and how many report their capacity. */
  readonly makers: number
  readonly reporting: number
}

/** A product of which more is needed than spare capacity can make. */
export interface Shortage {
  /** The unit whose store is short, or null for the makers of the product together. */
  readonly unitId: string | null
  readonly productId: string
  readonly unit: string
  /** What is needed more, what spare capacity gives, what stock gives, and what is missing then. */
  readonly needed: number
  readonly fromCapacity: number
  readonly fromStock: number
  readonly missing: number
}

/** A store that lines draw on or add to. */
export interface StockChange {
  readonly unitId: string
  readonly productId: string
  /** null where the books hold no stock of it. */
  readonly before: number | null
  readonly change: number
  readonly after: number | null
}

/** Amounts below this share of what is asked are rounding. */
const least = 1e-9

/** Gives the use of capacity, doers first, then each product's branch that makes more or less. */
export function usesOf(solver: Solver, spans: readonly Span[]): Use[] {
  const most = new Map<string, Use>()
  for (const span of spans)
    for (const use of [...doerUses(solver, span), ...branchUses(solver, span)]) {
      const key = `${use.unitId ?? ''}/${use.productId}`
      const held = most.get(key)
      if (!held || use.after > held.after) most.set(key, use)
    }
  const uses = [...most.values()]
  return [...uses.filter((use) => use.unitId !== null), ...uses.filter((use) => use.unitId === null)]
}

function doerUses(solver: Solver, span: Span): Use[] {
  return [...solver.enterprises.values()].flatMap((way) => {
    const parts = span.parts.filter(({ line }) => line.line.unitId === way.unitId && isOwnOutput(line, way.product))
    if (parts.length === 0 || way.capacity === null) return []
    const before = way.monthly + plannedBefore(solver, span, (unitId) => unitId === way.unitId, way.product)
    const more = parts.reduce((sum, part) => sum + part.change, 0)
    return [
      capacityUse(solver, span, { unitId: way.unitId, product: way.product, before, more, capacity: way.capacity }),
    ]
  })
}

function branchUses(solver: Solver, span: Span): Use[] {
  return solver.branches.flatMap((branch, product) => {
    const more = span.settled.made[product] ?? 0
    if (branch.withCapacity === 0 || more === 0) return []
    const before = branch.monthly + plannedBefore(solver, span, () => true, product)
    return [capacityUse(solver, span, { unitId: null, product, before, more, capacity: branch.capacity })]
  })
}

const isOwnOutput = (line: Span['parts'][number]['line'], product: number) =>
  line.effect === 'output' && line.way === 'own' && line.product === product

/** Where a plan line in force says otherwise than the books: by how much a month. */
function plannedBefore(solver: Solver, span: Span, isMeant: (unitId: string) => boolean, product: number): number {
  return span.parts.reduce((sum, { line }) => {
    const way = solver.enterprises.get(line.line.unitId)
    if (!way || !isOwnOutput(line, product) || !isMeant(way.unitId) || line.standing.from !== 'plan') return sum
    return sum + Number(line.standing.amount) / line.months.length - way.monthly
  }, 0)
}

function capacityUse(
  solver: Solver,
  { months }: Span,
  use: { unitId: string | null; product: number; before: number; more: number; capacity: number },
): Use {
  const { unitId, product, before, capacity } = use
  const after = before + use.more / months.length
  const branch = solver.branches[product]
  return {
    unitId,
    productId: solver.products[product] ?? '',
    from: months.at(0) ?? '',
    to: months.at(-1) ?? '',
    before,
    after,
    capacity,
    shareBefore: capacity > 0 ? before / capacity : null,
    shareAfter: capacity > 0 ? after / capacity : null,
    makers: unitId === null ? (branch?.makers ?? 0) : 1,
    reporting: unitId === null ? (branch?.withCapacity ?? 0) : 1,
  }
}

/**
 * Gives the products of which spare capacity cannot make what is needed: first the enterprises' stock is drawn on, the rest is missing.
 * Where makers report no capacity nothing is claimed. A product that nobody makes can only come from stock.
 */
export function branchShortages(solver: Solver, spans: readonly Span[], unitOf: UnitOf): Shortage[] {
  return solver.branches.flatMap((branch, product) => {
    if (branch.makers > 0 && branch.withCapacity < branch.makers) return []
    let [needed, beyond] = [0, 0]
    for (const span of spans) {
      const more = span.settled.made[product] ?? 0
      const before = branch.monthly + plannedBefore(solver, span, () => true, product)
      const spare = Math.max(0, branch.capacity - before) * span.months.length
      needed += Math.max(0, more)
      beyond += Math.max(0, more - spare)
    }
    const productId = solver.products[product] ?? ''
    return shortage({ unitId: null, productId, unit: unitOf(productId) ?? '' }, needed, beyond, branch.stock)
  })
}

/** Gives the stores that lines move goods into or out of, and their shortages: deliveries beyond what lies there and is made. */
export function storesOf(solver: Solver, spans: readonly Span[], unitOf: UnitOf) {
  const changes = new Map<string, StockChange>()
  const moving = new Set(spans.flatMap((span) => span.parts.flatMap(({ line }) => placesMoved(line))))
  for (const span of spans)
    for (const { line, change } of span.parts)
      for (const [key, by] of movesOf(line, change, spans)) {
        if (!moving.has(key)) continue
        const [unitId = '', productId = ''] = key.split('/')
        const stock = solver.technique.stocks.find((each) => each.unitId === unitId && each.productId === productId)
        const before = stock ? Number(stock.amount) : null
        const sum = (changes.get(key)?.change ?? 0) + by
        changes.set(key, { unitId, productId, before, change: sum, after: before === null ? null : before + sum })
      }
  const stores = [...changes.values()].filter((store) => store.change !== 0)
  const shortages = stores.flatMap(({ unitId, productId, before, change }) =>
    before === null || change >= 0
      ? []
      : shortage({ unitId, productId, unit: unitOf(productId) ?? '' }, -change, -change, before),
  )
  return { stores, shortages: shortages.filter((each) => each.missing > 0) }
}

type Line = Span['parts'][number]['line']
type UnitOf = (productId: string) => string | undefined

const placesMoved = ({ line, effect }: Line): string[] => {
  if (line.direction === 'produce') return []
  const own = `${line.unitId}/${line.productId}`
  const other = line.direction === 'deliver' && line.counterpartId ? [`${line.counterpartId}/${line.productId}`] : []
  return effect === 'demand' && line.direction === 'consume' ? [] : [own, ...other]
}

/** What a line adds to stores. A delivery reaches its receiver, unless the receiver has a line of its own that says so. */
function movesOf({ line }: Line, change: number, spans: readonly Span[]): [key: string, by: number][] {
  const own = `${line.unitId}/${line.productId}`
  if (line.direction === 'produce' || line.direction === 'receive') return [[own, change]]
  if (line.direction === 'consume' || line.counterpartId === null) return [[own, -change]]
  const receiver = `${line.counterpartId}/${line.productId}`
  const saysSo = spans.some((span) =>
    span.parts.some(
      ({ line: { line: each } }) => each.direction === 'receive' && `${each.unitId}/${each.productId}` === receiver,
    ),
  )
  return saysSo
    ? [[own, -change]]
    : [
        [own, -change],
        [receiver, change],
      ]
}

function shortage(
  whose: Pick<Shortage, 'unitId' | 'productId' | 'unit'>,
  needed: number,
  beyond: number,
  stock: number,
): Shortage[] {
  if (beyond <= least * needed) return []
  const fromStock = Math.min(beyond, Math.max(0, stock))
  const missing = beyond - fromStock
  const isMissing = missing > least * needed
  return [{ ...whose, needed, fromCapacity: needed - beyond, fromStock, missing: isMissing ? missing : 0 }]
}
