import type { Page } from '#demo/ledger.ts'
import { remark } from '#demo/mishaps.ts'
import type { Month } from '#demo/months.ts'
import { products } from '#demo/products.ts'
import { inventedSource } from '#demo/sources.ts'
import { bookMeasures, type Status } from '#rules/shapes/figures.ts'

/** One value of the books, as an office enters it. */
export interface Observation {
  readonly unitId: string
  readonly measureId: string
  readonly productId: string | null
  readonly counterpartId: string | null
  readonly period: string
  /** Decimal text. */
  readonly value: string
  /** The unit of measure of the value. */
  readonly unit: string
  readonly status: Status
  readonly sourceId: string
  readonly note: string | null
}

const kinds = new Map(products.map((product) => [product.id, product]))

/** The unit that has not yet reported the last month, so that a gap can be seen. */
export const lateUnit = 'canal-spinning-mill'
/** So many of the last months may still be corrected without a word. */
const provisionalMonths = 2

/**
 * Writes the pages of all units and months out as observations, each series without a gap:
 * a month in which nothing passed between two units that deal with each other says 0.
 */
export function writeBooks(course: readonly ReadonlyMap<string, Page>[], months: readonly Month[]): Observation[] {
  const observations: Observation[] = []
  const unitIds = [...(course[0]?.keys() ?? [])]
  for (const unitId of unitIds) {
    const pages = course.map((pagesOfMonth) => pagesOfMonth.get(unitId)).filter((page) => page !== undefined)
    const kept = unitId === lateUnit ? pages.slice(0, -1) : pages
    const entries = entriesOf(pages)
    kept.forEach((page, at) => {
      const period = months[at]?.period ?? ''
      for (const entry of entries) {
        const amount = entry.read(page)
        if (amount === null) continue
        const product = entry.productId === null ? undefined : kinds.get(entry.productId)
        const note = remark(unitId, entry.measureId, at)
        const byEye = entry.measureId === bookMeasures.stock && unitId === 'fenside-farm' && months[at]?.ofYear === 12
        observations.push({
          unitId,
          measureId: entry.measureId,
          productId: entry.productId,
          counterpartId: entry.counterpartId,
          period,
          value: decimalText(amount, product?.decimals ?? 0),
          unit: product?.unit ?? entry.unit,
          status: byEye ? 'estimated' : at >= months.length - provisionalMonths ? 'provisional' : 'final',
          sourceId: inventedSource.id,
          note: byEye ? 'Reckoned from the height of the heap.' : note,
        })
      }
    })
  }
  return observations
}

interface Entry {
  readonly measureId: string
  readonly productId: string | null
  readonly counterpartId: string | null
  /** The unit of measure where no product has its own. */
  readonly unit: string
  readonly read: (page: Page) => number | null
}

/** Which series a unit keeps: every one that says something in any month. */
function entriesOf(pages: readonly Page[]): Entry[] {
  const entries: Entry[] = []
  const single = (measureId: string, productId: string | null, unit: string, read: Entry['read']) => {
    if (pages.some((page) => read(page) !== null))
      entries.push({ measureId, productId, counterpartId: null, unit, read })
  }
  const made = ownProduct(pages)
  single(bookMeasures.output, made, '', (page) => page.output)
  single(bookMeasures.capacity, made, '', (page) => page.capacity)
  single(bookMeasures.hours, null, 'h', (page) => page.hours)
  single(bookMeasures.population, null, 'person', (page) => page.people)
  const keyed = (measureId: string, pick: (page: Page) => ReadonlyMap<string, number>) => {
    const keys = new Set(
      pages.flatMap((page) => [...pick(page)].filter(([, amount]) => amount !== 0).map(([key]) => key)),
    )
    for (const key of [...keys].sort()) {
      const [counterpartId, productId] = key.includes('/') ? key.split('/') : [null, key]
      entries.push({
        measureId,
        productId: productId ?? null,
        counterpartId: counterpartId ?? null,
        unit: '',
        read: (page) => pick(page).get(key) ?? 0,
      })
    }
  }
  keyed(bookMeasures.input, (page) => page.inputs)
  keyed(bookMeasures.consumption, (page) => page.consumption)
  keyed(bookMeasures.stock, (page) => page.stock)
  keyed(bookMeasures.deliveries, (page) => page.deliveries)
  keyed(bookMeasures.receipts, (page) => page.receipts)
  return entries
}

const ownProduct = (pages: readonly Page[]): string | null => pages.find((page) => page.makes !== null)?.makes ?? null

/** Sets a whole number of last-decimal steps as decimal text: 4305 steps of 0.1 are "430.5". */
export function decimalText(stepsOfLast: number, decimals: number): string {
  const digits = String(Math.abs(stepsOfLast)).padStart(decimals + 1, '0')
  const sign = stepsOfLast < 0 ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
