import { eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { chartSeries, type SeriesPoints } from '#db/views/figure/chart-series.ts'
import { countedOnce } from '#figures/counted-once.ts'
import { parseDecimal } from '#figures/decimal.ts'
import { groupedBy } from '#figures/grouped.ts'
import { frequencyOf, type Period, yearBefore } from '#figures/period.ts'
import { rollUp } from '#figures/rollup.ts'
import { bookMeasures, type Status } from '#rules/shapes/figures.ts'

/** One product's output of one month, added up exactly over all units that make it, each counted once. */
export interface RolledPoint {
  readonly period: Period
  /** The exact sum of what is reported; null where nothing is. */
  readonly text: string | null
  readonly status: Status
  /** So many of so many units have reported, and who has not. */
  readonly reported: number
  readonly of: number
  readonly missing: readonly string[]
}

export interface RolledProduct
  extends Pick<SeriesPoints, 'measureName' | 'productName' | 'unit' | 'unitCode' | 'pictogram' | 'source' | 'vintage'> {
  readonly productId: string
  readonly points: readonly RolledPoint[]
}

/** Adds up the output of every product that is reported by the month, month by month, over the whole network. */
export async function outputByProduct(read: Reader, tables: Tables): Promise<RolledProduct[]> {
  const { series, placements, measures } = tables
  const kept = await read.select({ id: series.id }).from(series).where(eq(series.measureId, bookMeasures.output))
  const all = await chartSeries(
    read,
    tables,
    kept.map((row) => row.id),
    {},
  )
  const monthly = all.filter(({ points }) => points.some(({ period }) => frequencyOf(period) === 'M'))
  const [measure] = await read.select().from(measures).where(eq(measures.id, bookMeasures.output))
  if (!measure) return []
  const placed = await read
    .select({ unitId: placements.unitId, parentId: placements.parentId })
    .from(placements)
    .where(isNull(placements.until))
  const byProduct = groupedBy(
    monthly.filter((one) => one.productId !== null),
    (one) => one.productId ?? '',
  )
  return [...byProduct].flatMap(([productId, made]) => {
    const once = new Set(countedOnce([...new Set(made.map((one) => one.unitId))], placed))
    const makers = made.filter((one) => once.has(one.unitId))
    const [first] = makers
    if (!first) return []
    const { measureName, productName, unit, unitCode, pictogram, source } = first
    const asOf =
      makers
        .map((one) => one.vintage.asOf)
        .sort()
        .at(-1) ?? ''
    const named = { measureName, productName, unit, unitCode, pictogram, source, vintage: { asOf } }
    return [{ productId, ...named, points: monthsRolled(makers, measure) }]
  })
}

type Measured = Parameters<typeof rollUp>[0]

function monthsRolled(makers: readonly SeriesPoints[], measure: Measured): RolledPoint[] {
  const byUnit = makers.map((one) => ({
    unitId: one.unitId,
    unit: one.unitCode,
    points: new Map(one.points.map((point) => [point.period, point])),
  }))
  const months = [...new Set(byUnit.flatMap(({ points }) => [...points.keys()]))].filter(
    (at) => frequencyOf(at) === 'M',
  )
  return months.sort().map((period) => {
    const parts = byUnit.map(({ unitId, unit, points }) => {
      const text = points.get(period)?.text ?? null
      return { unitId, unit, value: text === null ? null : parseDecimal(text) }
    })
    const statuses = byUnit.flatMap(({ points }) => points.get(period)?.status ?? [])
    const rolled = rollUp(measure, parts, byUnit[0]?.unit ?? '')
    const cover = rolled.ok
      ? { reported: rolled.reported, of: rolled.of, missing: rolled.missing }
      : { reported: 0, of: parts.length, missing: parts.map((part) => part.unitId) }
    const text = rolled.ok && rolled.reported > 0 ? rolled.sum : null
    return { period, text, status: leastSure(statuses), ...cover }
  })
}

/** A sum is as sure as its least sure part. */
const leastSure = (statuses: readonly Status[]): Status =>
  (['provisional', 'estimated', 'revised', 'final'] as const).find((status) => statuses.includes(status)) ?? 'final'

/** The latest month that at least half of all these units have reported; null where there are no figures. */
export function lastReportedMonth(products: readonly RolledProduct[]): Period | null {
  const units = products.reduce((sum, one) => sum + (one.points.at(-1)?.of ?? 0), 0)
  const reported = new Map<Period, number>()
  for (const { points } of products)
    for (const point of points) reported.set(point.period, (reported.get(point.period) ?? 0) + point.reported)
  const covered = [...reported].filter(([, count]) => count > 0 && count * 2 >= units).map(([period]) => period)
  return covered.sort().at(-1) ?? null
}

/** A product's output of a month and of the same month a year before. */
export function comparedWithYearBefore(product: RolledProduct, month: Period) {
  const at = (period: Period) => product.points.find((point) => point.period === period) ?? null
  const { points: _, ...named } = product
  return { ...named, now: at(month), before: at(yearBefore(month)) }
}
