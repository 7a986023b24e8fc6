import { and, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { type Actuals, actualsOf, type ReportedAmount } from '#figures/actuals.ts'
import { measures } from '#figures/books.ts'
import { groupedBy } from '#figures/grouped.ts'
import { monthsOf, type Period } from '#figures/period.ts'
import type { Direction } from '#rules/shapes/proposal.ts'

/** What of a plan line its figures are found by. */
export interface FollowedLine {
  readonly id: string
  readonly doerId: string
  readonly direction: Direction
  readonly productId: string
  readonly amount: string
  readonly unit: string
  readonly period: Period
  readonly counterpartId: string | null
}

/** How a plan line stands, and the series by which it is followed; several where it names no counterpart. */
export interface Followed {
  readonly actuals: Actuals
  readonly series: readonly string[]
}

/** The measures in whose figures a line can be followed, the first one kept counts: towns book consumption, enterprises input. */
const followedBy: Readonly<Record<Direction, readonly string[]>> = {
  produce: [measures.output],
  consume: [measures.consumption, measures.input],
  deliver: [measures.deliveries],
  receive: [measures.receipts],
}

/**
 * Holds plan lines against the figures in force of their doers' offices.
 * Gives: by the line's id, how it stands at the moment; a line without a counterpart counts all counterparts together.
 */
export async function followLines(
  read: Reader,
  tables: Tables,
  lines: readonly FollowedLine[],
  now: string,
): Promise<ReadonlyMap<string, Followed>> {
  if (lines.length === 0) return new Map()
  const kept = await seriesFor(read, tables, lines)
  const followed = lines.map((line) => ({ line, series: seriesOf(line, kept) }))
  const reports = await reportsOf(read, tables, followed)
  return new Map(
    followed.map(({ line, series }) => {
      // Series that are kept in different units of measure cannot be added up; the first one's counts.
      const unit = series[0]?.unit ?? line.unit
      const own = series.filter((one) => one.unit === unit).flatMap((one) => reports.get(one.id) ?? [])
      return [line.id, { actuals: actualsOf(line, own, unit, now), series: series.map((one) => one.id) }]
    }),
  )
}

type Kept = Awaited<ReturnType<typeof seriesFor>>[number]

function seriesFor(read: Reader, { series }: Tables, lines: readonly FollowedLine[]) {
  return read
    .select({
      id: series.id,
      unitId: series.unitId,
      measureId: series.measureId,
      productId: series.productId,
      counterpartId: series.counterpartId,
      unit: series.unit,
    })
    .from(series)
    .where(
      and(
        inArray(series.unitId, [...new Set(lines.map((line) => line.doerId))]),
        inArray(series.productId, [...new Set(lines.map((line) => line.productId))]),
        inArray(series.measureId, Object.values(followedBy).flat()),
      ),
    )
    .orderBy(series.id)
}

function seriesOf(line: FollowedLine, kept: readonly Kept[]): Kept[] {
  const own = kept.filter(
    (one) =>
      one.unitId === line.doerId &&
      one.productId === line.productId &&
      (line.counterpartId === null || one.counterpartId === line.counterpartId || one.counterpartId === null),
  )
  const measure = followedBy[line.direction].find((each) => own.some((one) => one.measureId === each))
  const measured = own.filter((one) => one.measureId === measure)
  const exact = measured.filter((one) => one.counterpartId === line.counterpartId)
  return exact.length > 0 ? exact : measured
}

/** The figures in force within the lines' periods, by series. */
async function reportsOf(
  read: Reader,
  { observations: o }: Tables,
  followed: readonly { readonly line: FollowedLine; readonly series: readonly Kept[] }[],
): Promise<ReadonlyMap<string, ReportedAmount[]>> {
  const ids = [...new Set(followed.flatMap(({ series }) => series.map((one) => one.id)))]
  const periods = [...new Set(followed.flatMap(({ line }) => periodsWithin(line.period)))]
  const rows = []
  for (let at = 0; at < ids.length; at += 300) {
    rows.push(
      ...(await read
        .select({
          seriesId: o.seriesId,
          period: o.period,
          mantissa: o.mantissa,
          scale: o.scale,
          status: o.status,
        })
        .from(o)
        .where(and(inArray(o.seriesId, ids.slice(at, at + 300)), inArray(o.period, periods), isNull(o.toNumber)))),
    )
  }
  const grouped = groupedBy(rows, (row) => row.seriesId)
  return new Map(
    [...grouped].map(([id, own]) => [
      id,
      own.map(({ period, mantissa, scale, status }) => ({
        period,
        value: mantissa === null || scale === null ? null : { mantissa, scale },
        isProvisional: status === 'provisional' || status === 'estimated',
      })),
    ]),
  )
}

/** A period itself, its quarters and its months: what can be reported within it. */
function periodsWithin(period: Period): Period[] {
  const months = monthsOf(period)
  const quarters = months.length >= 3 ? months.flatMap((month, at) => (at % 3 === 0 ? quarterOf(month) : [])) : []
  return [...new Set([period, ...quarters, ...months])]
}

const quarterOf = (month: Period): Period => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
