import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { chartSeries, shown } from '#db/views/figure/chart-series.ts'
import { peopleNamed } from '#db/views/names.ts'
import { type Asked, defineView } from '#db/views/view.ts'
import { groupedBy } from '#figures/grouped.ts'
import { comparePeriods } from '#figures/period.ts'
import { mayFrom } from '#rules/may.ts'
import { SeriesId } from '#rules/shapes/brief.ts'
import { Instant } from '#rules/shapes/names.ts'
import { whoMayPublish } from '#rules/standing.ts'

export const seriesPage = defineView({
  name: 'series.page',
  answers:
    'Shows one series: its figures as they are or as they were known at a moment, every vintage, and what was revised, when, by whom and why.',
  input: z.object({ id: SeriesId, asOf: Instant.nullish() }),
  answer: async ({ read, tables, input, actor, standing }) => {
    const { observations: o } = tables
    const asOf = input.asOf ? { moment: input.asOf } : null
    const series = onlyRow(await chartSeries(read, tables, [input.id], { asOf }))
    const kept = await read.select().from(o).where(eq(o.seriesId, input.id)).orderBy(asc(o.fromNumber))
    const batches = await batchesOf({ read, tables }, series.unitId, kept)
    const vintages = groupedBy(kept, (row) => row.period)
    const figures = series.points.map((point) => {
      const all = vintages.get(point.period) ?? []
      const now = all.findLast((row) => asOf === null || row.validFrom <= asOf.moment)
      return { ...point, note: now?.note ?? null, number: now?.fromNumber ?? 0, revisions: all.length - 1 }
    })
    return {
      series,
      asOf: input.asOf ?? null,
      figures,
      /** Periods whose figure was revised, newest revision first, each with all the values it has had, oldest first. */
      revised: [...vintages]
        .filter(([, all]) => all.length > 1)
        .sort(([a], [b]) => comparePeriods(b, a))
        .map(([period, all]) => ({ period, values: all.map(vintageOf) })),
      batches,
      /** The moments at which anything in this series changed, newest first: each can be asked for with `asOf`. */
      moments: [...new Set(kept.map((row) => row.validFrom))].sort().reverse(),
      people: await peopleNamed(
        read,
        tables,
        batches.map((batch) => batch.personId),
      ),
      may: { correct: mayFrom(whoMayPublish(actor, standing, series.unitId), []) },
    }
  },
})

type Row = Tables['observations']['$inferSelect']

type Tables = Asked<unknown>['tables']

const vintageOf = (row: Row) => ({
  ...shown(row),
  status: row.status,
  note: row.note,
  from: row.validFrom,
  until: row.validTo,
  number: row.fromNumber,
})

/** The files and forms that made a series' figures, newest first, with the reason where one was given. */
async function batchesOf(
  { read, tables }: Pick<Asked<unknown>, 'read' | 'tables'>,
  unitId: string,
  kept: readonly Row[],
) {
  const { batches: b, sources, withheld } = tables
  const numbers = [...new Set(kept.map((row) => row.fromNumber))]
  if (numbers.length === 0) return []
  const rows = await read
    .select({
      number: b.number,
      name: b.name,
      personId: b.personId,
      at: b.at,
      added: b.added,
      revised: b.revised,
      source: sources,
      reason: withheld.value,
    })
    .from(b)
    .innerJoin(sources, eq(sources.id, b.sourceId))
    .leftJoin(
      withheld,
      and(
        eq(withheld.stream, b.unitId),
        eq(withheld.number, b.number),
        eq(withheld.name, 'reason'),
        eq(withheld.sight, 'public'),
      ),
    )
    .where(and(eq(b.unitId, unitId), inArray(b.number, numbers.slice(-500))))
    .orderBy(asc(b.number))
  const firsts = new Map<string, number>()
  for (const row of kept) if (!firsts.has(row.period)) firsts.set(row.period, row.fromNumber)
  const here = groupedBy(kept, (row) => row.fromNumber)
  return rows.reverse().map((row) => {
    const made = here.get(row.number) ?? []
    const added = made.filter((one) => firsts.get(one.period) === one.fromNumber).length
    return { ...row, added, revised: made.length - added }
  })
}
