import { asc } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { type AsOf, seriesAsOf } from '#db/views/figure/as-of.ts'
import { type DescribedSeries, describeSeries } from '#db/views/figure/described.ts'
import { type Decimal, decimalText, toNumber } from '#figures/decimal.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { comparePeriods } from '#figures/period.ts'
import type { Status } from '#rules/shapes/figures.ts'

/** One value for one period: as a number to place it by, and as the exact text that is printed. Both null: a gap. */
export interface SeriesPoint {
  readonly period: string
  readonly value: number | null
  readonly text: string | null
  readonly status: Status
}

/** One series as charts take it (`ChartSeries` in app/charts/shape.ts), with the names it is made of beside it. */
export interface SeriesPoints extends Omit<DescribedSeries, 'unit' | 'unitName'> {
  /** What tells it from the others asked for with it; the measure and product where it stands alone. */
  readonly name: string
  /** The sign of the unit of measure ("t"), and the code under which its whole name is worded. */
  readonly unit: string
  readonly unitName: string
  readonly unitCode: string
  /** Whose figures they are: the unit's name. */
  readonly place: string
  readonly points: readonly SeriesPoint[]
  /** When the newest of the figures shown was recorded, or the moment that was asked for. */
  readonly vintage: { readonly asOf: string }
}

/** Which figures are wanted: what is in force and all periods, where nothing else is said. */
export interface ChartWithin {
  readonly asOf?: AsOf
  readonly from?: string | null
  readonly to?: string | null
}

/**
 * Gives series with their points, ready to be drawn.
 * Takes: ids (unknown ones are left out), which state is meant, and the first and last period wanted, null for all.
 * Points are ordered by period.
 */
export async function chartSeries(
  read: Reader,
  tables: Tables,
  ids: readonly string[],
  within: ChartWithin,
): Promise<SeriesPoints[]> {
  const { asOf = null, from = null, to = null } = within
  const described = await describeSeries(read, tables, [...new Set(ids)])
  const rows = await observationsOf(
    read,
    tables,
    described.map((one) => one.id),
    asOf,
  )
  const names = distinctNames(described)
  return described.map(({ unit, unitName, ...one }, at) => {
    const own = (rows.get(one.id) ?? []).filter(({ period }) => isWithin(period, from, to))
    return {
      ...one,
      name: names[at] ?? one.measureName,
      unit: unitSymbol(unit),
      unitName: unitSymbol(unit),
      unitCode: unit,
      place: unitName,
      points: own.map(({ period, status, ...row }) => ({ period, status, ...shown(row) })),
      vintage: { asOf: asOf !== null && 'moment' in asOf ? asOf.moment : newest(own) },
    }
  })
}

interface Kept {
  readonly entered: string | null
  readonly mantissa: number | null
  readonly scale: number | null
  readonly rounded: boolean
}

/** How a kept value is placed and printed: as entered, or by its first 15 digits where it has more. */
export function shown({ entered, mantissa, scale, rounded }: Kept): { value: number | null; text: string | null } {
  if (entered === null || mantissa === null || scale === null) return { value: null, text: null }
  const decimal: Decimal = { mantissa, scale }
  return { value: toNumber(decimal), text: rounded ? decimalText(decimal) : entered }
}

async function observationsOf(read: Reader, tables: Tables, ids: readonly string[], asOf: AsOf) {
  const { observations: o } = tables
  const found = new Map<string, ({ seriesId: string; period: string; status: Status; validFrom: string } & Kept)[]>()
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await read
      .select({
        seriesId: o.seriesId,
        period: o.period,
        status: o.status,
        validFrom: o.validFrom,
        entered: o.entered,
        mantissa: o.mantissa,
        scale: o.scale,
        rounded: o.rounded,
      })
      .from(o)
      .where(seriesAsOf(tables, ids.slice(at, at + 500), asOf))
      .orderBy(asc(o.seriesId), asc(o.period))
    for (const row of rows) {
      const group = found.get(row.seriesId)
      if (group) group.push(row)
      else found.set(row.seriesId, [row])
    }
  }
  for (const group of found.values()) group.sort((a, b) => comparePeriods(a.period, b.period))
  return found
}

const isWithin = (period: string, from: string | null, to: string | null) =>
  (from === null || comparePeriods(period, from) >= 0) && (to === null || comparePeriods(period, to) <= 0)

const newest = (rows: readonly { validFrom: string }[]): string =>
  rows.reduce((latest, row) => (row.validFrom > latest ? row.validFrom : latest), '')

/** Names by what differs: three bakeries' output of bread are named by the bakeries. */
function distinctNames(all: readonly DescribedSeries[]): string[] {
  const differs = (part: (one: DescribedSeries) => string | null) => new Set(all.map(part)).size > 1
  const parts = [
    (one: DescribedSeries) => one.unitName,
    (one: DescribedSeries) => one.measureName,
    (one: DescribedSeries) => one.productName,
    (one: DescribedSeries) => one.counterpartName,
  ].filter(differs)
  const alone = (one: DescribedSeries) => [one.measureName, one.productName, one.counterpartName]
  return all.map((one) => {
    const words = parts.length === 0 ? alone(one) : parts.map((part) => part(one))
    return words.filter((word) => word !== null).join(', ') || one.measureName
  })
}
