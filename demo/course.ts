import { consumed, inputsOf } from '#demo/bearings.ts'
import { type Enterprise, enterprises, places } from '#demo/enterprises.ts'
import { blankPage, type Orders, type Page, total } from '#demo/ledger.ts'
import { work } from '#demo/making.ts'
import { monthsToHarvest } from '#demo/mishaps.ts'
import type { Month } from '#demo/months.ts'
import { orderFor, orderForPlaces, orderMachines } from '#demo/ordering.ts'
import {
  growsIt,
  inSteps,
  isKept,
  isMaterial,
  materialTarget,
  ordinaryOf,
  ownTarget,
  placeTarget,
} from '#demo/scale.ts'
import { harvests } from '#demo/technique.ts'
import { consume, countHours, serve, takeInMachines } from '#demo/using.ts'

/** Months of ordinary deliveries that lie on a farm when the harvest begins. */
const harvestReserve = 1.5

/**
 * Lets the society live through the months of the books.
 * Orders run from the places back to the raw materials; goods run forward as far as harvests, capacity and stocks allow.
 * Gives: per month, each unit's page; every page balances in whole steps.
 */
export function liveThrough(months: readonly Month[]): ReadonlyMap<string, Page>[] {
  let stocks = openingStocks(months[0]?.ofYear ?? 1)
  const machinesDue = new Map<string, number>()
  return months.map((month, at) => {
    const pages = new Map([...stocks].map(([unitId, opening]) => [unitId, blankPage(opening)]))
    const orders: Orders = new Map()
    orderForPlaces(pages, orders, month, at)
    orderMachines(orders, machinesDue)
    for (const enterprise of enterprises) orderFor(enterprise, pages, orders, months, at)
    for (const enterprise of [...enterprises].reverse())
      if (isKept(enterprise.makes)) work(enterprise, pages, orders, months, at)
    serve('wendle-carriers', 'transport', pages, month, at)
    serve('lowmoor-power-station', 'electricity', pages, month, at)
    for (const place of places) consume(place, pages, month, at)
    for (const enterprise of enterprises) takeInMachines(enterprise, pages)
    for (const enterprise of enterprises) countHours(enterprise, pages, months, at)
    stocks = new Map([...pages].map(([unitId, page]) => [unitId, page.stock]))
    return pages
  })
}

function openingStocks(ofYear: number): Map<string, Map<string, number>> {
  const stocks = new Map<string, Map<string, number>>()
  for (const place of places)
    stocks.set(place.id, new Map(consumed.filter(isKept).map((id) => [id, placeTarget(place, id, 0)])))
  for (const enterprise of enterprises) {
    const own = new Map<string, number>()
    if (isKept(enterprise.makes))
      own.set(enterprise.makes, growsIt(enterprise) ? afterHarvest(enterprise, ofYear) : ownTarget(enterprise, 0))
    for (const id of inputsOf(enterprise).filter(isMaterial)) own.set(id, materialTarget(enterprise, id, 0))
    stocks.set(enterprise.id, own)
  }
  return stocks
}

/** What is left on a farm at the beginning of a month, between one harvest and the next. */
function afterHarvest(enterprise: Enterprise, ofYear: number): number {
  const shares = harvests[enterprise.makes] ?? []
  const toGo = monthsToHarvest(enterprise.makes, ofYear)
  const begins = (ofYear + toGo - 1) % 12
  const stillToCome = toGo > 0 && ofYear - 1 > begins ? total(shares.slice(ofYear - 1)) * 12 : 0
  return inSteps(enterprise.makes, ordinaryOf(enterprise) * (harvestReserve + toGo - stillToCome))
}
