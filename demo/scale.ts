import { needOf, needPerOutput, ordinaryOutputs } from '#demo/bearings.ts'
import type { Enterprise, Place } from '#demo/enterprises.ts'
import { built, harvestOf, working } from '#demo/mishaps.ts'
import type { Month } from '#demo/months.ts'
import { products } from '#demo/products.ts'
import { swing } from '#demo/seeded.ts'
import { harvests, seasons } from '#demo/technique.ts'

const steps = new Map(products.map((product) => [product.id, 10 ** product.decimals]))
const kept = new Set(products.filter((product) => product.keeps).map((product) => product.id))
const ordinary = ordinaryOutputs()

/** How many steps of its last decimal make one unit of a product. */
export const stepsPerUnit = (productId: string): number => steps.get(productId) ?? 1

/** An amount in whole steps of a product's last decimal. */
export const inSteps = (productId: string, amount: number): number => Math.round(amount * stepsPerUnit(productId))

/** Tells whether a product can be kept in store. */
export const isKept = (productId: string): boolean => kept.has(productId)

/** Tells whether an input lies in its user's store before it is used; machines go to work as they arrive. */
export const isMaterial = (productId: string): boolean => isKept(productId) && productId !== 'machines'

/** Tells whether an enterprise harvests what it makes. */
export const growsIt = (enterprise: Enterprise): boolean => harvests[enterprise.makes] !== undefined

/** What an enterprise makes in an ordinary month, in the product's unit. */
export const ordinaryOf = (enterprise: Enterprise): number => ordinary.get(enterprise.id) ?? 0

/** Months of ordinary need that lie in store: of one's own product, of materials, and in the stores of a place. */
const ownStore: Readonly<Record<string, number>> = {
  bread: 0.015,
  flour: 0.12,
  yarn: 0.3,
  cloth: 0.35,
  clothing: 0.4,
  coal: 0.3,
  machines: 0.4,
}
const materialStore: Readonly<Record<string, number>> = {
  wheat: 0.5,
  flour: 0.12,
  'raw-cotton': 0.8,
  yarn: 0.4,
  cloth: 0.5,
  coal: 0.9,
}
const placeStore: Readonly<Record<string, number>> = { bread: 0.02, flour: 0.3, clothing: 0.9, coal: 0.5 }

/** No store is ever filled exactly to the mark. */
const about = (key: string): number => 1 + 0.09 * swing(`${key}/store`)

/** What an enterprise wants to have in store of its own product, in steps. */
export const ownTarget = (enterprise: Enterprise, at: number): number =>
  inSteps(
    enterprise.makes,
    ordinaryOf(enterprise) * (ownStore[enterprise.makes] ?? 0) * about(`${enterprise.id}/${at}`),
  )

/** What an enterprise wants to have in store of a material, in steps. */
export const materialTarget = (enterprise: Enterprise, productId: string, at: number): number =>
  inSteps(
    productId,
    ordinaryOf(enterprise) *
      needPerOutput(enterprise, productId) *
      (materialStore[productId] ?? 0) *
      about(`${enterprise.id}/${productId}/${at}`),
  )

/** What a place wants to have in its stores, in steps. */
export const placeTarget = (place: Place, productId: string, at: number): number =>
  inSteps(
    productId,
    needOf(place, productId, at) * (placeStore[productId] ?? 0) * about(`${place.id}/${productId}/${at}`),
  )

/** What the people of a place would use in a month if there were enough, in steps. */
export const wantedBy = (place: Place, id: string, month: Month, at: number): number =>
  inSteps(
    id,
    needOf(place, id, at) * (seasons[id]?.[month.ofYear - 1] ?? 1) * (1 + 0.008 * swing(`${place.id}/${id}/${at}`)),
  )

/** The most that an enterprise can make in a month, in steps. */
export function capacityOf(enterprise: Enterprise, months: readonly Month[], at: number): number {
  const year = harvests[enterprise.makes]
  const profile = year === undefined ? built(enterprise.id, at) : 12 * (year[(months[at]?.ofYear ?? 1) - 1] ?? 0)
  return inSteps(enterprise.makes, (ordinaryOf(enterprise) / enterprise.use) * profile)
}

/** What an enterprise can really make in a month, in steps: less than its capacity after a breakdown or a poor harvest. */
export function makeable(enterprise: Enterprise, months: readonly Month[], at: number): number {
  const capacity = capacityOf(enterprise, months, at)
  if (!growsIt(enterprise)) return Math.floor(capacity * working(enterprise.id, at))
  const good =
    harvestOf(enterprise.makes, months, at) * (1 + 0.02 * swing(`${enterprise.id}/harvest/${Math.floor(at / 6)}`))
  return Math.min(capacity, Math.round(capacity * enterprise.use * good))
}
