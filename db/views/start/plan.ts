import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { type Actuals, actualsOf, type PlanState } from '#figures/actuals.ts'
import { parseDecimal } from '#figures/decimal.ts'
import { groupedBy } from '#figures/grouped.ts'
import { startOf } from '#figures/period.ts'
import { bookMeasures } from '#rules/shapes/figures.ts'

/** The measure in whose figures a line's direction can be followed. */
const followedBy = {
  produce: bookMeasures.output,
  consume: bookMeasures.consumption,
  deliver: bookMeasures.deliveries,
  receive: bookMeasures.receipts,
} as const

/** A plan line in force, and how it stands by the figures that have come in. */
export interface StandingLine {
  readonly id: string
  readonly doerId: string
  readonly direction: 'produce' | 'consume' | 'deliver' | 'receive'
  readonly productId: string
  readonly amount: string
  readonly unit: string
  readonly period: string
  readonly counterpartId: string | null
  readonly stands: Pick<Actuals, 'state' | 'done' | 'expected'>
}

/** What needs to be seen first: what drifts, then what runs, then what is done or lies ahead. */
const order: readonly PlanState[] = ['behind', 'ahead', 'not-yet-reported', 'not-comparable', 'on-course', 'not-begun']

/**
 * Gives all plan lines in force with how they stand: those that drift first, then the latest that have begun.
 * Takes: the moment; and the unit whose lines are wanted, null for all.
 */
export async function planStanding(
  read: Reader,
  tables: Tables,
  { now, doerId }: { readonly now: string; readonly doerId: string | null },
): Promise<StandingLine[]> {
  const { planLines, series, observations: o } = tables
  const inForce = eq(planLines.state, 'in-force')
  const lines = await read
    .select({
      id: planLines.id,
      doerId: planLines.doerId,
      direction: planLines.direction,
      productId: planLines.productId,
      amount: planLines.amount,
      unit: planLines.unit,
      period: planLines.period,
      counterpartId: planLines.counterpartId,
    })
    .from(planLines)
    .where(doerId === null ? inForce : and(inForce, eq(planLines.doerId, doerId)))
    .orderBy(desc(planLines.period), planLines.id)
  if (lines.length === 0) return []
  const kept = await read
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
      ),
    )
  const seriesOf = (line: (typeof lines)[number]) =>
    kept.filter(
      (one) =>
        one.unitId === line.doerId &&
        one.productId === line.productId &&
        one.measureId === followedBy[line.direction] &&
        (line.counterpartId === null || one.counterpartId === line.counterpartId || one.counterpartId === null),
    )
  const wanted = [...new Set(lines.flatMap((line) => seriesOf(line).map((one) => one.id)))]
  const rows =
    wanted.length === 0
      ? []
      : await read
          .select({ seriesId: o.seriesId, period: o.period, entered: o.entered, status: o.status })
          .from(o)
          .where(and(inArray(o.seriesId, wanted), isNull(o.toNumber)))
  const figures = groupedBy(rows, (row) => row.seriesId)
  const standing = lines.map((line) => {
    const followed = seriesOf(line)
    const reports = followed.flatMap((one) => (figures.get(one.id) ?? []).map(asReport))
    const { state, done, expected } = actualsOf(line, reports, followed[0]?.unit ?? line.unit, now)
    return { ...line, stands: { state, done, expected } }
  })
  return standing.sort((one, other) => rank(one, now) - rank(other, now))
}

const rank = ({ stands, period }: StandingLine, now: string) =>
  order.indexOf(stands.state) * 2 + (startOf(period) <= now ? 0 : 1)

const asReport = (row: { period: string; entered: string | null; status: string }) => ({
  period: row.period,
  value: row.entered === null ? null : parseDecimal(row.entered),
  isProvisional: row.status === 'provisional' || row.status === 'estimated',
})
