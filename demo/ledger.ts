/** What one unit enters for one month, in whole steps of each product's last decimal; hours and people as they are. */
export interface Page {
  /** The one product that the unit makes; null where it makes none. */
  makes: string | null
  output: number | null
  capacity: number | null
  hours: number | null
  people: number | null
  readonly inputs: Map<string, number>
  readonly consumption: Map<string, number>
  readonly opening: Map<string, number>
  readonly stock: Map<string, number>
  /** Counterpart and product, joined by a slash → amount. */
  readonly deliveries: Map<string, number>
  readonly receipts: Map<string, number>
}

/** A page that says nothing yet. */
export const blankPage = (opening: ReadonlyMap<string, number>): Page => ({
  makes: null,
  output: null,
  capacity: null,
  hours: null,
  people: null,
  inputs: new Map(),
  consumption: new Map(),
  opening: new Map(opening),
  stock: new Map(opening),
  deliveries: new Map(),
  receipts: new Map(),
})

/** Adds to one entry of a page. */
export const add = (entries: Map<string, number>, key: string, amount: number): void => {
  entries.set(key, (entries.get(key) ?? 0) + amount)
}

/** Orders of one month: supplier → "consumer/product" → amount. */
export type Orders = Map<string, Map<string, number>>

/** Places an order with each supplier by its share; the last one named takes what rounding leaves. */
export function placeOrder(
  orders: Orders,
  consumer: string,
  productId: string,
  shares: Readonly<Record<string, number>>,
  amount: number,
): void {
  const suppliers = Object.entries(shares)
  let left = Math.max(0, amount)
  suppliers.forEach(([supplier, share], at) => {
    const part = at === suppliers.length - 1 ? left : Math.min(left, Math.round(Math.max(0, amount) * share))
    left -= part
    const placed = orders.get(supplier) ?? new Map<string, number>()
    add(placed, `${consumer}/${productId}`, part)
    orders.set(supplier, placed)
  })
}

/** Sums amounts. */
export const total = (amounts: Iterable<number>): number => {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}

/** Enters what is used up and takes it from the store. */
export function use(page: Page, id: string, amount: number): void {
  add(page.inputs, id, amount)
  add(page.stock, id, -amount)
}
