import { consumed, inputsOf, needPerOutput } from '#demo/bearings.ts'
import { type Enterprise, enterprises, places } from '#demo/enterprises.ts'
import { type Orders, type Page, placeOrder, total } from '#demo/ledger.ts'
import { suppliersIn } from '#demo/mishaps.ts'
import type { Month } from '#demo/months.ts'
import {
  inSteps,
  isKept,
  isMaterial,
  makeable,
  materialTarget,
  ordinaryOf,
  ownTarget,
  placeTarget,
  stepsPerUnit,
  wantedBy,
} from '#demo/scale.ts'
import { swing } from '#demo/seeded.ts'
import { seasons } from '#demo/technique.ts'

/** The places order what their people will want, and what fills their stores up again. */
export function orderForPlaces(pages: ReadonlyMap<string, Page>, orders: Orders, month: Month, at: number): void {
  for (const place of places)
    for (const id of consumed.filter((productId) => isKept(productId))) {
      const inStore = pages.get(place.id)?.opening.get(id) ?? 0
      const wanted = wantedBy(place, id, month, at) + placeTarget(place, id, at) - inStore
      placeOrder(orders, place.id, id, suppliersIn(place.from[id] ?? {}, id, at), wanted)
    }
}

/** Machines wear out evenly; one is ordered when a whole one is due. */
export function orderMachines(orders: Orders, due: Map<string, number>): void {
  for (const enterprise of enterprises.filter((each) => inputsOf(each).includes('machines'))) {
    const before = due.get(enterprise.id) ?? 0.5 + 0.5 * swing(`${enterprise.id}/machines`)
    const now = before + needPerOutput(enterprise, 'machines') * ordinaryOf(enterprise)
    due.set(enterprise.id, now - Math.floor(now))
    placeOrder(orders, enterprise.id, 'machines', enterprise.from.machines ?? {}, Math.floor(now))
  }
}

/** An enterprise orders the materials for what it sets out to make. */
export function orderFor(
  enterprise: Enterprise,
  pages: ReadonlyMap<string, Page>,
  orders: Orders,
  months: readonly Month[],
  at: number,
): void {
  const page = pages.get(enterprise.id)
  if (page === undefined) return
  const aim = aimOf(enterprise, page, orders, months, at)
  for (const id of inputsOf(enterprise).filter(isMaterial)) {
    const used = Math.ceil((aim / stepsPerUnit(enterprise.makes)) * needPerOutput(enterprise, id) * stepsPerUnit(id))
    const wanted = used + materialTarget(enterprise, id, at) - (page.opening.get(id) ?? 0)
    placeOrder(orders, enterprise.id, id, suppliersIn(enterprise.from[id] ?? {}, id, at), wanted)
  }
}

/** What an enterprise sets out to make: the orders, and its store filled up again. */
export function aimOf(
  enterprise: Enterprise,
  page: Page,
  orders: Orders,
  months: readonly Month[],
  at: number,
): number {
  if (!isKept(enterprise.makes)) {
    const season = seasons[enterprise.makes]?.[(months[at]?.ofYear ?? 1) - 1] ?? 1
    return inSteps(enterprise.makes, ordinaryOf(enterprise) * season)
  }
  const ordered = total(orders.get(enterprise.id)?.values() ?? [])
  const wanted = ordered + ownTarget(enterprise, at) - (page.opening.get(enterprise.makes) ?? 0)
  return Math.max(0, Math.min(makeable(enterprise, months, at), wanted))
}
