import { type Observation, writeBooks } from '#demo/books.ts'
import { liveThrough } from '#demo/course.ts'
import { monthsOfTheBooks } from '#demo/months.ts'
import { type MadeProduct, products } from '#demo/products.ts'
import { findRevisions, type Revision } from '#demo/revisions.ts'
import { inventedSource } from '#demo/sources.ts'
import { type SampleUnit, units } from '#demo/units.ts'
import { bookkeeping } from '#rules/bookkeeping.ts'
import type { Measure, Source } from '#rules/shapes/figures.ts'

/** The demonstration society: its units, what they count, and 48 months of their books. All of it is invented. */
export interface Society {
  readonly units: readonly SampleUnit[]
  readonly measures: readonly Measure[]
  readonly products: readonly MadeProduct[]
  readonly sources: readonly Source[]
  /** Unit by unit, month by month; the values are the right ones, corrections already made. */
  readonly observations: readonly Observation[]
  readonly revisions: readonly Revision[]
}

/**
 * Makes the society with its books up to the last complete month before a day.
 * Takes: today, read in UTC.
 * Gives: the same society for every day of one month.
 */
export function society(today: Date): Society {
  const months = monthsOfTheBooks(today)
  const observations = writeBooks(liveThrough(months), months)
  return {
    units,
    measures: bookkeeping,
    products,
    sources: [inventedSource],
    observations,
    revisions: findRevisions(observations, months),
  }
}
