import { group } from 'd3-array'
import { type BookRow, measures } from '#figures/books.ts'
import { type Decimal, exactText, sumDecimals } from '#figures/decimal.ts'
import type { Period } from '#figures/period.ts'

/** Exact sums that belong together: so much over these months, and the output of the very same months. */
export interface Share {
  readonly sum: string
  readonly over: string
  readonly months: number
}

/** An exact sum over reported months; the mean of a month is `sum` / `months`. */
export interface MonthlySum {
  readonly sum: string
  readonly months: number
}

/** What one enterprise's books say of its way of working; coefficients are divided from these sums, never kept by themselves. */
export interface Enterprise {
  readonly unitId: string
  /** The one product that it makes, in that product's unit of measure. */
  readonly productId: string
  /** How many months of the window have an output, and their sum. */
  readonly months: number
  readonly output: string
  /** null where no month has both hours and output. */
  readonly hours: Share | null
  /** What it uses up, by product. */
  readonly inputs: Readonly<Record<string, Share>>
  /** Capacity over the months that report it: a mean, since a field's capacity changes with the season. */
  readonly capacity: MonthlySum | null
}

/** A unit or product that is left out of the technique, and why. */
export interface LeftOut {
  readonly unitId: string
  readonly code: 'makes-several-products' | 'no-output' | 'output-below-zero'
}

/** What a unit that makes nothing used up over the window. */
export interface Consumer {
  readonly unitId: string
  readonly productId: string
  readonly months: number
  readonly used: string
}

/** What a unit handed over or took in over the window, by counterpart. */
export interface Flow extends MonthlySum {
  readonly unitId: string
  readonly direction: 'deliver' | 'receive'
  readonly productId: string
  readonly counterpartId: string | null
}

/** The last reported stock at the end of a month. */
export interface Holding {
  readonly unitId: string
  readonly productId: string
  readonly amount: string
  readonly period: Period
}

/** How things are made, from the books of the last months: what consequences are computed with. Plain data, sorted by names. */
export interface Technique {
  readonly first: Period
  readonly last: Period
  readonly enterprises: readonly Enterprise[]
  readonly leftOut: readonly LeftOut[]
  readonly consumers: readonly Consumer[]
  readonly flows: readonly Flow[]
  readonly stocks: readonly Holding[]
}

/**
 * Derives the technique from the books.
 * Takes: rows in their products' units of measure, labour in hours, of units whose books do not hold each other's (no branch beside its
 * enterprises); the window's months, the oldest first (usually 12).
 * Gives: per enterprise the exact sums from which coefficients are divided. A coefficient rests on the months that report both its
 * sides: a gap lowers neither. Units that make nothing or several products are listed and left out, never divided by.
 * Source: input–output statistics, industry technology; Miller & Blair, Input–Output Analysis (2009), chapter 2.
 */
export function techniqueFrom(rows: readonly BookRow[], window: readonly Period[]): Technique {
  const inside = new Set(window)
  const kept = rows.filter((row) => inside.has(row.period))
  const byUnit = [...group(kept, (row) => row.unitId)].sort(byName)
  const read = byUnit.flatMap(([unitId, own]) => enterpriseOf(unitId, own) ?? [])
  return {
    first: window.at(0) ?? '',
    last: window.at(-1) ?? '',
    enterprises: read.flatMap((each) => ('code' in each ? [] : [each])),
    leftOut: read.flatMap((each) => ('code' in each ? [each] : [])),
    consumers: byUnit.flatMap(([unitId, own]) => consumersOf(unitId, own)),
    flows: byUnit.flatMap(([unitId, own]) => [
      ...flowsOf(unitId, 'deliver', own, measures.deliveries),
      ...flowsOf(unitId, 'receive', own, measures.receipts),
    ]),
    stocks: byUnit.flatMap(([unitId, own]) => holdingsOf(unitId, own)),
  }
}

/**
 * Gives from whom a unit takes a product, the largest share first.
 * Gives: shares of all that was taken in over the window, summing to 1; none where nothing was.
 */
export function suppliersOf(
  technique: Technique,
  unitId: string,
  productId: string,
): { readonly unitId: string; readonly sum: string; readonly share: number }[] {
  const taken = technique.flows.filter(
    (flow) =>
      flow.unitId === unitId &&
      flow.productId === productId &&
      flow.direction === 'receive' &&
      flow.counterpartId !== null &&
      Number(flow.sum) > 0,
  )
  const all = taken.reduce((sum, flow) => sum + Number(flow.sum), 0)
  return taken
    .map((flow) => ({ unitId: flow.counterpartId ?? '', sum: flow.sum, share: Number(flow.sum) / all }))
    .sort((one, other) => other.share - one.share)
}

function enterpriseOf(unitId: string, own: readonly BookRow[]): Enterprise | LeftOut | null {
  const outputs = byProduct(own, measures.output)
  const working = own.some((row) => row.measureId === measures.hours || row.measureId === measures.input)
  if (outputs.length === 0) return working ? { unitId, code: 'no-output' } : null
  const made = outputs.filter(([, rows]) => rows.some((row) => row.mantissa !== 0))
  const [only] = made
  if (!only) return { unitId, code: 'no-output' }
  if (made.length > 1) return { unitId, code: 'makes-several-products' }
  const [productId, output] = only
  if (Number(total(output)) <= 0) return { unitId, code: 'output-below-zero' }
  const inputs = byProduct(own, measures.input).flatMap(([input, used]) => {
    const share = shareOf(used, output)
    return share ? [[input, share] as const] : []
  })
  return {
    unitId,
    productId,
    months: monthsIn(output).size,
    output: total(output),
    hours: shareOf(
      own.filter((row) => row.measureId === measures.hours),
      output,
    ),
    inputs: Object.fromEntries(inputs),
    capacity: monthly(own.filter((row) => row.measureId === measures.capacity && isOf(row, productId))),
  }
}

/** Capacity may be booked without its product: a unit that makes one thing has one capacity. */
const isOf = (row: BookRow, productId: string) => row.productId === null || row.productId === productId

function shareOf(part: readonly BookRow[], output: readonly BookRow[]): Share | null {
  const both = monthsIn(part)
  const base = output.filter((row) => both.has(row.period))
  const months = monthsIn(base)
  const over = total(base)
  if (Number(over) <= 0) return null
  return { sum: total(part.filter((row) => months.has(row.period))), over, months: months.size }
}

const monthly = (rows: readonly BookRow[]): MonthlySum | null =>
  rows.length === 0 ? null : { sum: total(rows), months: monthsIn(rows).size }

const consumersOf = (unitId: string, own: readonly BookRow[]): Consumer[] =>
  byProduct(own, measures.consumption).map(([productId, used]) => ({
    unitId,
    productId,
    months: monthsIn(used).size,
    used: total(used),
  }))

const flowsOf = (unitId: string, direction: Flow['direction'], own: readonly BookRow[], measure: string): Flow[] =>
  byProduct(own, measure).flatMap(([productId, moved]) =>
    [...group(moved, (row) => row.counterpartId)]
      .sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1))
      .map(([counterpartId, rows]) => ({
        unitId,
        direction,
        productId,
        counterpartId,
        sum: total(rows),
        months: monthsIn(rows).size,
      })),
  )

const holdingsOf = (unitId: string, own: readonly BookRow[]): Holding[] =>
  byProduct(own, measures.stock).flatMap(([productId, held]) => {
    const newest = latest(held)
    return newest ? [{ unitId, productId, amount: total([newest]), period: newest.period }] : []
  })

const byProduct = (rows: readonly BookRow[], measureId: string): [string, BookRow[]][] =>
  [
    ...group(
      rows.filter((row) => row.measureId === measureId && row.productId !== null),
      (row) => row.productId ?? '',
    ),
  ].sort(byName)

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1)
const monthsIn = (rows: readonly BookRow[]) => new Set(rows.map((row) => row.period))
const total = (values: readonly Decimal[]) => exactText(sumDecimals(values))
const latest = (rows: readonly BookRow[]) =>
  rows.reduce<BookRow | undefined>((newest, row) => (newest && newest.period >= row.period ? newest : row), undefined)
