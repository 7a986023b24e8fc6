import type { Observation } from '#demo/books.ts'
import { bookMonths, type Month } from '#demo/months.ts'
import { bookMeasures } from '#rules/shapes/figures.ts'

/** A value that an office first published wrongly, and the correction that followed. */
export interface Revision {
  readonly unitId: string
  readonly measureId: string
  readonly productId: string | null
  readonly counterpartId: string | null
  readonly period: string
  readonly first: string
  readonly corrected: string
  readonly reason: string
}

const mistakes = [
  {
    unitId: 'weir-mill',
    measureId: bookMeasures.hours,
    productId: null,
    monthsBack: 5,
    wrongBy: 1.11,
    reason: 'The night shift of the first week had been counted twice.',
  },
  {
    unitId: 'north-mill',
    measureId: bookMeasures.stock,
    productId: 'flour',
    monthsBack: 4,
    wrongBy: 0.9,
    reason: 'One silo had been left out; the books did not balance until it was found.',
  },
  {
    unitId: 'harrowmere',
    measureId: bookMeasures.population,
    productId: null,
    monthsBack: 7,
    wrongBy: 0.996,
    reason: 'The new houses at Orchard End had not yet been entered in the register.',
  },
] as const

/** Finds the values that were first published wrongly; `observations` hold what is right. */
export function findRevisions(observations: readonly Observation[], months: readonly Month[]): Revision[] {
  return mistakes.flatMap((mistake) => {
    const period = months[bookMonths - mistake.monthsBack]?.period
    const right = observations.find(
      (seen) =>
        seen.unitId === mistake.unitId &&
        seen.measureId === mistake.measureId &&
        seen.productId === mistake.productId &&
        seen.period === period,
    )
    if (right === undefined) return []
    const decimals = right.value.split('.')[1]?.length ?? 0
    const { unitId, measureId, productId, counterpartId } = right
    const first = (Number(right.value) * mistake.wrongBy).toFixed(decimals)
    return [
      {
        unitId,
        measureId,
        productId,
        counterpartId,
        period: right.period,
        first,
        corrected: right.value,
        reason: mistake.reason,
      },
    ]
  })
}

const same = (seen: Observation, revision: Revision): boolean =>
  seen.unitId === revision.unitId &&
  seen.measureId === revision.measureId &&
  seen.productId === revision.productId &&
  seen.counterpartId === revision.counterpartId &&
  seen.period === revision.period

/** The books as they were first published: with the mistakes still in them. */
export const asFirstPublished = (observations: readonly Observation[], revisions: readonly Revision[]): Observation[] =>
  observations.map((seen) => {
    const revision = revisions.find((each) => same(seen, each))
    return revision === undefined ? seen : { ...seen, value: revision.first }
  })

/** The rows that the offices published later, each with its reason. */
export const corrections = (observations: readonly Observation[], revisions: readonly Revision[]): Observation[] =>
  observations.flatMap((seen) => {
    const revision = revisions.find((each) => same(seen, each))
    return revision === undefined ? [] : [{ ...seen, status: 'revised' as const, note: revision.reason }]
  })
