import { group } from 'd3-array'
import { type BookRow, measures } from '#figures/books.ts'
import { type Decimal, exactText, sumDecimals } from '#figures/decimal.ts'
import type { Period } from '#figures/period.ts'

/** What one enterprise's books say of its way of working, as exact sums over the months in which it reported. */
export interface Enterprise {
  readonly unitId: string
  /** The one product that it makes, in that product's unit of measure. */
  readonly productId: string
  /** How many months of the window have both output and hours. */
  readonly months: number
  readonly output: string
  readonly hours: string
  readonly inputs: Readonly<Record<string, string>>
  /** The last reported capacity a month; null where none is reported. */
  readonly capacity: string | null
}

/** A unit that is left out of the technique, and why. */
export interface LeftOut {
  readonly unitId: string
  readonly code: 'makes-several-products' | 'no-output' | 'no-hours'
}

/** How things are made, from the books of the last months: what consequences are computed with. */
export interface Technique {
  readonly first: Period
  readonly last: Period
  readonly enterprises: readonly Enterprise[]
  readonly leftOut: readonly LeftOut[]
  /** What consumers used up over the window, and in how many months they reported. */
  readonly consumers: readonly {
    readonly unitId: string
    readonly productId: string
    readonly months: number
    readonly used: string
  }[]
  /** The last reported stock at the end of a month, by holder and product. */
  readonly stocks: readonly {
    readonly unitId: string
    readonly productId: string
    readonly amount: string
    readonly period: Period
  }[]
}

/**
 * Derives the technique from the books.
 * Takes: rows in their products' units of measure, labour in hours; the window's months, the oldest first (usually 12).
 * Gives: per enterprise the exact sums from which coefficients are divided. A month counts where output and hours are
 * both reported, so that a gap lowers neither side. Units that make several products cannot be told apart yet: listed, left out.
 * Source: input–output statistics, industry technology; see Miller & Blair, Input–Output Analysis (2009), chapter 2.
 */
export function techniqueFrom(rows: readonly BookRow[], window: readonly Period[]): Technique {
  const inside = new Set(window)
  const byUnit = group(
    rows.filter((row) => inside.has(row.period)),
    (row) => row.unitId,
  )
  const enterprises: Enterprise[] = []
  const leftOut: LeftOut[] = []
  const consumers: Technique['consumers'][number][] = []
  const stocks: Technique['stocks'][number][] = []
  for (const unitId of [...byUnit.keys()].sort()) {
    const own = byUnit.get(unitId) ?? []
    const read = enterpriseOf(unitId, own)
    if (read && 'code' in read) leftOut.push(read)
    else if (read) enterprises.push(read)
    for (const [productId, used] of byProduct(own, measures.consumption))
      consumers.push({ unitId, productId, months: monthsIn(used).size, used: total(used) })
    for (const [productId, held] of byProduct(own, measures.stock)) {
      const newest = latest(held)
      if (newest) stocks.push({ unitId, productId, amount: total([newest]), period: newest.period })
    }
  }
  return { first: window.at(0) ?? '', last: window.at(-1) ?? '', enterprises, leftOut, consumers, stocks }
}

function enterpriseOf(unitId: string, own: readonly BookRow[]): Enterprise | LeftOut | null {
  const outputs = byProduct(own, measures.output)
  if (outputs.length === 0) return null
  const made = outputs.filter(([, rows]) => rows.some((row) => row.mantissa !== 0))
  const [only] = made
  if (!only) return { unitId, code: 'no-output' }
  if (made.length > 1) return { unitId, code: 'makes-several-products' }
  const [productId, output] = only
  const hours = own.filter((row) => row.measureId === measures.hours)
  const worked = monthsIn(hours)
  const months = new Set([...monthsIn(output)].filter((month) => worked.has(month)))
  const counted = (part: readonly BookRow[]) => part.filter((row) => months.has(row.period))
  if (months.size === 0 || counted(output).every((row) => row.mantissa === 0)) return { unitId, code: 'no-hours' }
  const inputs = byProduct(own, measures.input).map(([input, used]) => [input, total(counted(used))] as const)
  const capacity = latest(own.filter((row) => row.measureId === measures.capacity))
  return {
    unitId,
    productId,
    months: months.size,
    output: total(counted(output)),
    hours: total(counted(hours)),
    inputs: Object.fromEntries(inputs),
    capacity: capacity ? total([capacity]) : null,
  }
}

function byProduct(rows: readonly BookRow[], measureId: string): [string, BookRow[]][] {
  const kept = rows.filter((row) => row.measureId === measureId && row.productId !== null)
  return [...group(kept, (row) => row.productId ?? '')].sort(([one], [other]) => (one < other ? -1 : 1))
}

const monthsIn = (rows: readonly BookRow[]) => new Set(rows.map((row) => row.period))
const total = (values: readonly Decimal[]) => exactText(sumDecimals(values))
const latest = (rows: readonly BookRow[]) =>
  rows.reduce<BookRow | undefined>((newest, row) => (newest && newest.period >= row.period ? newest : row), undefined)
