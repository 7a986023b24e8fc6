import type { Month } from '#demo/months.ts'
import { harvests } from '#demo/technique.ts'

/** The month of the books, counted from 0, in which the main shaft of North Mill broke; the next month it ran at part load. */
const brokenAt = 33
const brokenMill = 'north-mill'

/** The share of a unit's capacity that it has in a month of the books: 1 but for the weeks of a breakdown. */
export function working(unitId: string, at: number): number {
  if (unitId !== brokenMill) return 1
  return at === brokenAt ? 0.6 : at === brokenAt + 1 ? 0.82 : 1
}

/** The month in which Harbour Bakery's third oven went to work. */
const ovenAt = 27

/** The share of today's capacity that stood already in a month of the books. */
export const built = (unitId: string, at: number): number => (unitId === 'harbour-bakery' && at < ovenAt ? 0.93 : 1)

/** Which share each supplier has in a month: while North Mill stands still, Weir Mill takes over what it can. */
export function suppliersIn(
  shares: Readonly<Record<string, number>>,
  productId: string,
  at: number,
): Readonly<Record<string, number>> {
  const own = shares[brokenMill]
  if (own === undefined || productId !== 'flour' || at < brokenAt || at > brokenAt + 1) return shares
  const stays = own * (at === brokenAt ? 0.66 : 0.85)
  return { ...shares, [brokenMill]: stays, 'weir-mill': 1 - stays }
}

/** How good each harvest was, the one under way at the beginning of the books first; the third was poor. */
const harvestsInTurn: Readonly<Record<string, readonly number[]>> = {
  wheat: [1, 1.02, 0.78, 1.12, 1.08],
  'raw-cotton': [1, 1.03, 1.01, 0.94, 1.05],
}

/** The month of the year in which a harvest begins, 1 to 12. */
export const harvestBegins = (productId: string): number =>
  (harvests[productId] ?? []).findIndex((share) => share > 0) + 1

/** How many months pass from a month of the year until the next harvest begins; 0 in the month itself. */
export const monthsToHarvest = (productId: string, ofYear: number): number =>
  (harvestBegins(productId) - ofYear + 12) % 12

/** How good the harvest of a month is against an ordinary one. */
export function harvestOf(productId: string, months: readonly Month[], at: number): number {
  const first = months.findIndex((month) => month.ofYear === harvestBegins(productId))
  return harvestsInTurn[productId]?.[Math.floor((at - first) / 12) + 1] ?? 1
}

/** What the office writes beside a figure of that month, where something happened. */
export function remark(unitId: string, measureId: string, at: number): string | null {
  if (measureId === 'capacity' && unitId === 'harbour-bakery' && at === ovenAt) return 'The third oven is at work.'
  if (measureId !== 'output') return null
  if (unitId === brokenMill && at === brokenAt) return 'The main shaft broke; eleven days without milling.'
  if (unitId === brokenMill && at === brokenAt + 1) return 'Part load while the new shaft was run in.'
  if (unitId === 'weir-mill' && at === brokenAt)
    return 'Extra shifts for the bakeries that North Mill could not supply.'
  return null
}
