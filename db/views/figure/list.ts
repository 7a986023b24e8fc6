import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { type Asked, defineView } from '#db/views/view.ts'
import { Slug } from '#rules/shapes/names.ts'

/** How many series stand on one page. */
const perPage = 50

export const FigureChoice = z.object({
  unit: Slug.nullish(),
  measure: Slug.nullish(),
  product: Slug.nullish(),
  search: z.string().max(200).nullish(),
})
export type FigureChoice = z.infer<typeof FigureChoice>

export const figuresList = defineView({
  name: 'figures.list',
  answers: 'Lists the published series by unit, measure and product, each with its latest figure.',
  input: FigureChoice.extend({ page: z.coerce.number().int().min(1).max(10_000).nullish() }),
  answer: async ({ read, tables, input }) => {
    const page = input.page ?? 1
    const { ids, total } = await chosenSeries({ read, tables }, input, { from: (page - 1) * perPage, most: perPage })
    const found = await chartSeries(read, tables, ids, {})
    const { units, measures, products, series } = tables
    const named = async (table: typeof units | typeof measures | typeof products, column: SQL) =>
      read
        .select({ id: table.id, name: table.name })
        .from(table)
        .where(sql`exists (select 1 from ${series} where ${column} = ${table.id})`)
        .orderBy(asc(table.name))
    return {
      series: found.map(({ points, ...one }) => {
        const valued = points.filter((point) => point.value !== null)
        return { ...one, latest: valued.at(-1) ?? null, first: valued.at(0)?.period ?? null, recent: points.slice(-24) }
      }),
      page,
      pages: Math.max(1, Math.ceil(total / perPage)),
      total,
      units: await named(units, sql`${series.unitId}`),
      measures: await named(measures, sql`${series.measureId}`),
      products: await named(products, sql`${series.productId}`),
    }
  },
})

/** Gives the ids of the series that somebody chose, in the order of their ids, and how many there are altogether. */
export async function chosenSeries(
  { read, tables }: Pick<Asked<unknown>, 'read' | 'tables'>,
  choice: FigureChoice,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ ids: string[]; total: number }> {
  const { series, units, measures, products } = tables
  const where = and(
    choice.unit ? eq(series.unitId, choice.unit) : undefined,
    choice.measure ? eq(series.measureId, choice.measure) : undefined,
    choice.product ? eq(series.productId, choice.product) : undefined,
    ...wordsOf(choice.search).map((word) =>
      or(...[units.name, measures.name, products.name].map((name) => sql`lower(${name}) like ${word} escape '~'`)),
    ),
  )
  const rows = await read
    .select({ id: series.id })
    .from(series)
    .innerJoin(units, eq(units.id, series.unitId))
    .innerJoin(measures, eq(measures.id, series.measureId))
    .leftJoin(products, eq(products.id, series.productId))
    .where(where)
    .orderBy(asc(series.id))
    .limit(most)
    .offset(from)
  const counted = await read
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(series)
    .innerJoin(units, eq(units.id, series.unitId))
    .innerJoin(measures, eq(measures.id, series.measureId))
    .leftJoin(products, eq(products.id, series.productId))
    .where(where)
  return { ids: rows.map((row) => row.id), total: counted.at(0)?.total ?? 0 }
}

/** At most five words, each to be found anywhere in a name; marks of the database's own are taken as they stand. */
const wordsOf = (search: string | null | undefined): string[] =>
  (search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 5)
    .map((word) => `%${word.replaceAll('\u0000', '').replace(/[%_~]/g, '~$&')}%`)
