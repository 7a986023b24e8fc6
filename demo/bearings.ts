import { type Enterprise, enterprises, type Place, places } from '#demo/enterprises.ts'
import { bookMonths } from '#demo/months.ts'
import { needsPerPerson, recipes } from '#demo/technique.ts'

/** What an enterprise needs of an input for one unit of its output, with its own skill and machines. */
export function needPerOutput(enterprise: Enterprise, productId: string): number {
  const need = recipes[enterprise.makes]?.inputs[productId] ?? 0
  if (productId === 'machines') return need
  return need * (productId === 'electricity' || productId === 'transport' ? enterprise.power : enterprise.materials)
}

/** The products that an enterprise uses up. */
export const inputsOf = (enterprise: Enterprise): string[] => Object.keys(recipes[enterprise.makes]?.inputs ?? {})

/** The people of a place in a month of the books, counted from 0. */
export const peopleIn = (place: Place, at: number): number => Math.round(place.people * (1 + place.growth) ** (at / 12))

/** What the people of a place need of a product in an average month, in the product's unit. */
export const needOf = (place: Place, productId: string, at: number): number =>
  (needsPerPerson[productId] ?? 0) * (place.habits[productId] ?? 1) * peopleIn(place, at)

/** The products that the places consume. */
export const consumed: readonly string[] = Object.keys(needsPerPerson)

/**
 * Works out the output of an ordinary month per enterprise that meets today's needs and everything these take.
 * Electricity digs the coal that makes electricity: a dozen rounds bring the circle to rest.
 */
export function ordinaryOutputs(): ReadonlyMap<string, number> {
  let outputs = new Map<string, number>()
  for (let round = 0; round < 12; round += 1) {
    const next = new Map<string, number>()
    const order = (from: Enterprise['from'], productId: string, amount: number) => {
      for (const [supplier, share] of Object.entries(from[productId] ?? {}))
        next.set(supplier, (next.get(supplier) ?? 0) + amount * share)
    }
    for (const place of places)
      for (const productId of consumed) order(place.from, productId, needOf(place, productId, bookMonths - 1))
    for (const enterprise of enterprises)
      for (const productId of inputsOf(enterprise))
        order(enterprise.from, productId, (outputs.get(enterprise.id) ?? 0) * needPerOutput(enterprise, productId))
    outputs = next
  }
  return outputs
}
