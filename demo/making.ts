import { inputsOf, needPerOutput } from '#demo/bearings.ts'
import type { Enterprise } from '#demo/enterprises.ts'
import { add, type Orders, type Page, total, use } from '#demo/ledger.ts'
import { monthsToHarvest } from '#demo/mishaps.ts'
import type { Month } from '#demo/months.ts'
import { aimOf } from '#demo/ordering.ts'
import { capacityOf, growsIt, isMaterial, makeable, stepsPerUnit } from '#demo/scale.ts'
import { swing } from '#demo/seeded.ts'

/** Makes what capacity and materials allow, and hands over what was ordered, shared out evenly where there is too little. */
export function work(
  enterprise: Enterprise,
  pages: ReadonlyMap<string, Page>,
  orders: Orders,
  months: readonly Month[],
  at: number,
): void {
  const page = pages.get(enterprise.id)
  if (page === undefined) return
  const step = stepsPerUnit(enterprise.makes)
  const materials = inputsOf(enterprise).filter(isMaterial)
  const perStep = new Map(
    materials.map((id) => [
      id,
      ((needPerOutput(enterprise, id) * stepsPerUnit(id)) / step) * (1 + 0.003 * swing(`${enterprise.id}/${id}/${at}`)),
    ]),
  )
  const enough = materials.map((id) => Math.floor((page.stock.get(id) ?? 0) / (perStep.get(id) ?? 1)))
  const made = growsIt(enterprise)
    ? makeable(enterprise, months, at)
    : Math.max(0, Math.min(aimOf(enterprise, page, orders, months, at), ...enough))
  page.makes = enterprise.makes
  page.output = made
  // What land can bear is known by the year, not by the month: farms report no capacity.
  page.capacity = growsIt(enterprise) ? null : capacityOf(enterprise, months, at)
  add(page.stock, enterprise.makes, made)
  for (const id of materials)
    use(page, id, Math.min(page.stock.get(id) ?? 0, Math.round(made * (perStep.get(id) ?? 0))))
  handOver(enterprise, pages, orders, months[at]?.ofYear ?? 1)
}

function handOver(enterprise: Enterprise, pages: ReadonlyMap<string, Page>, orders: Orders, ofYear: number): void {
  const page = pages.get(enterprise.id)
  const ordered = orders.get(enterprise.id)
  if (page === undefined || ordered === undefined) return
  const wanted = total(ordered.values())
  const inStore = page.stock.get(enterprise.makes) ?? 0
  const share = wanted === 0 ? 0 : Math.min(1, inStore / wanted, rationed(enterprise, inStore, wanted, ofYear))
  for (const [key, amount] of ordered) {
    const [consumer = '', productId = ''] = key.split('/')
    const counterpart = pages.get(consumer)
    const handed = Math.floor(amount * share)
    if (counterpart === undefined) continue
    add(page.deliveries, key, handed)
    add(page.stock, productId, -handed)
    add(counterpart.receipts, `${enterprise.id}/${productId}`, handed)
    add(counterpart.stock, productId, handed)
  }
}

/** From February on, a farm whose store will not last until the harvest shares it out over the months that remain. */
function rationed(enterprise: Enterprise, inStore: number, wanted: number, ofYear: number): number {
  if (!growsIt(enterprise)) return 1
  const toGo = monthsToHarvest(enterprise.makes, ofYear)
  return toGo === 0 || toGo > 5 ? 1 : Math.max(0.82, inStore / (wanted * (toGo + 0.15)))
}
