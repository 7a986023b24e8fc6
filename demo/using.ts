import { consumed, inputsOf, needPerOutput, peopleIn } from '#demo/bearings.ts'
import { type Enterprise, enterprises, places } from '#demo/enterprises.ts'
import { add, type Page, total, use } from '#demo/ledger.ts'
import type { Month } from '#demo/months.ts'
import { capacityOf, inSteps, isKept, isMaterial, ordinaryOf, stepsPerUnit, wantedBy } from '#demo/scale.ts'
import { swing } from '#demo/seeded.ts'
import { fieldHours, recipes } from '#demo/technique.ts'

/** Services are made as they are used: transport for goods, then electricity for everybody. */
export function serve(
  serverId: string,
  productId: string,
  pages: ReadonlyMap<string, Page>,
  month: Month,
  at: number,
): void {
  const server = enterprises.find((enterprise) => enterprise.id === serverId)
  const page = pages.get(serverId)
  if (server === undefined || page === undefined) return
  const hand = (consumerId: string, to: Map<string, number>, amount: number) => {
    add(to, productId, amount)
    add(page.deliveries, `${consumerId}/${productId}`, amount)
    const counterpart = pages.get(consumerId)
    if (counterpart !== undefined) add(counterpart.receipts, `${serverId}/${productId}`, amount)
  }
  for (const enterprise of enterprises) {
    const user = pages.get(enterprise.id)
    const need = needPerOutput(enterprise, productId)
    if (user === undefined || need === 0) continue
    const made = (user.output ?? 0) / stepsPerUnit(enterprise.makes)
    const worn = 1.004 ** ((47 - at) / 12) * (1 + 0.012 * swing(`${enterprise.id}/${productId}/${at}`))
    hand(enterprise.id, user.inputs, inSteps(productId, made * need * worn))
  }
  if (consumed.includes(productId))
    for (const place of places) {
      const user = pages.get(place.id)
      if (user !== undefined) hand(place.id, user.consumption, wantedBy(place, productId, month, at))
    }
  page.makes = productId
  page.output = total(page.deliveries.values())
  page.capacity = capacityOf(server, [month], 0)
  for (const id of inputsOf(server)) {
    if (isMaterial(id))
      use(
        page,
        id,
        inSteps(
          id,
          (page.output / stepsPerUnit(productId)) *
            needPerOutput(server, id) *
            (1 + 0.004 * swing(`${serverId}/${id}/${at}`)),
        ),
      )
  }
}

/** The people of a place draw from its stores what they want, or what there is. */
export function consume(
  place: (typeof places)[number],
  pages: ReadonlyMap<string, Page>,
  month: Month,
  at: number,
): void {
  const page = pages.get(place.id)
  if (page === undefined) return
  page.people = peopleIn(place, at)
  for (const id of consumed.filter((productId) => isKept(productId))) {
    const drawn = Math.min(page.stock.get(id) ?? 0, wantedBy(place, id, month, at))
    add(page.consumption, id, drawn)
    add(page.stock, id, -drawn)
  }
}

/** A machine goes to work in the month in which it arrives. */
export function takeInMachines(enterprise: Enterprise, pages: ReadonlyMap<string, Page>): void {
  const page = pages.get(enterprise.id)
  if (page !== undefined && inputsOf(enterprise).includes('machines'))
    use(page, 'machines', page.stock.get('machines') ?? 0)
}

/** How much fewer hours an enterprise needs per unit of output each year, as a share. */
const learning = (unitId: string): number => 0.014 + 0.012 * swing(`${unitId}/learning`)

/** Counts the hours that everybody in an enterprise worked in a month. */
export function countHours(
  enterprise: Enterprise,
  pages: ReadonlyMap<string, Page>,
  months: readonly Month[],
  at: number,
): void {
  const page = pages.get(enterprise.id)
  if (page === undefined) return
  const perUnit =
    (recipes[enterprise.makes]?.hours ?? 0) * enterprise.hours * (1 + learning(enterprise.id)) ** ((47 - at) / 12)
  const field = fieldHours[enterprise.makes]?.[(months[at]?.ofYear ?? 1) - 1]
  const made = (page.output ?? 0) / stepsPerUnit(enterprise.makes)
  /** A quarter of the work in a workshop is there whatever it makes. */
  const worth = field === undefined ? 0.25 * ordinaryOf(enterprise) + 0.75 * made : 12 * field * ordinaryOf(enterprise)
  page.hours = Math.round(perUnit * worth * (1 + 0.012 * swing(`${enterprise.id}/hours/${at}`)))
}
