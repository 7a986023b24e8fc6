import type { ReadLine } from '#figures/reading.ts'
import { covered } from '#figures/rounds.ts'
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

/**
 * Gives the stores that lines move goods into or out of, and their shortages: deliveries beyond what lies there and is made.
 * Takes: the changes of the lines; the products' units of measure. Without a delivery or receipt nothing is said of a store: what is
 * made is taken to reach those for whom it is made.
 */
export function storesOf(solver: Solver, lines: readonly ReadLine[], unitOf: UnitOf) {
  const stores = [...flowsByPlace(lines)].flatMap(([key, flow]): StockChange[] => {
    const taken = flow.received + flow.sent - covered(flow.sent, flow.received)
    const change = flow.made + taken - flow.given - flow.consumed - flow.ownUse
    const moves = flow.received !== 0 || flow.sent !== 0 || flow.given !== 0 || flow.ownUse !== 0
    if (!moves || change === 0) return []
    const [unitId = '', productId = ''] = key.split('/')
    const stock = solver.technique.stocks.find((each) => each.unitId === unitId && each.productId === productId)
    const before = stock ? Number(stock.amount) : null
    return [{ unitId, productId, before, change, after: before === null ? null : before + change }]
  })
  const shortages = stores.flatMap(({ unitId, productId, before, change }) =>
    before === null || change >= 0
      ? []
      : shortage({ unitId, productId, unit: unitOf(productId) ?? '' }, -change, -change, before),
  )
  return { stores, shortages: shortages.filter((each) => each.missing > 0) }
}

type UnitOf = (productId: string) => string | undefined

/** What lines do to the store of one unit and product; `sent` is what others' lines deliver to it, `ownUse` an enterprise's own. */
interface StoreFlow {
  made: number
  received: number
  sent: number
  given: number
  consumed: number
  ownUse: number
}

function flowsByPlace(lines: readonly ReadLine[]): Map<string, StoreFlow> {
  const flows = new Map<string, StoreFlow>()
  const add = (unitId: string, productId: string, kind: keyof StoreFlow, change: number) => {
    const key = `${unitId}/${productId}`
    const flow = flows.get(key) ?? { made: 0, received: 0, sent: 0, given: 0, consumed: 0, ownUse: 0 }
    flow[kind] += change
    flows.set(key, flow)
  }
  for (const { line, effect, change } of lines) {
    const { unitId, productId, counterpartId } = line
    if (line.direction === 'produce') add(unitId, productId, 'made', change)
    else if (line.direction === 'receive') add(unitId, productId, 'received', change)
    else if (line.direction === 'consume') add(unitId, productId, effect === 'demand' ? 'consumed' : 'ownUse', change)
    else {
      add(unitId, productId, 'given', change)
      // What the receiver's own line says of the same goods is not counted beside it.
      if (counterpartId !== null) add(counterpartId, productId, 'sent', change)
    }
  }
  return flows
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
