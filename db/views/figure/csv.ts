import { z } from 'zod'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { chosenSeries, FigureChoice } from '#db/views/figure/list.ts'
import { type Asked, defineView } from '#db/views/view.ts'
import { csvText } from '#figures/formats/csv-out.ts'
import { Refusal } from '#rules/refusal.ts'
import { SeriesId } from '#rules/shapes/brief.ts'
import { Instant } from '#rules/shapes/names.ts'
import { Period } from '#rules/shapes/quantity.ts'

/** The most series that one table holds. */
const mostSeries = 2000

const head = [
  ...['series', 'unit', 'unit_name', 'measure', 'measure_name', 'product', 'product_name', 'counterpart'],
  ...['counterpart_name', 'period', 'value', 'unit_of_measure', 'status', 'source', 'licence', 'invented', 'as_of'],
]

export const figuresCsv = defineView({
  name: 'figures.csv',
  answers:
    'Gives figures as a table of comma-separated values, each with its unit of measure, period, status, source and vintage.',
  input: FigureChoice.extend({
    series: z.array(SeriesId).max(50).nullish(),
    from: Period.nullish(),
    to: Period.nullish(),
    asOf: Instant.nullish(),
  }),
  answer: async ({ read, tables, input }) => {
    const chosen = input.series ?? (await allChosen({ read, tables }, input))
    const within = { asOf: input.asOf ? { moment: input.asOf } : null, from: input.from ?? null, to: input.to ?? null }
    const found = await chartSeries(read, tables, chosen, within)
    if (input.series && found.length === 0) throw new Refusal('missing', 'no-such-thing')
    const rows = found.flatMap((one) =>
      one.points.map((point) => [
        ...[one.id, one.unitId, one.place, one.measureId, one.measureName, one.productId, one.productName],
        ...[one.counterpartId, one.counterpartName, point.period, point.text, one.unitCode, point.status],
        ...[
          `${one.source.producer}: ${one.source.title}`,
          one.source.licence,
          one.source.invented ? 'yes' : 'no',
          one.vintage.asOf,
        ],
      ]),
    )
    const [only] = found
    const name = only && found.length === 1 ? only.id.replace(/\/+/g, '-').replace(/-$/, '') : 'figures'
    return { name: `${name}.csv`, text: csvText([head, ...rows]) }
  },
})

async function allChosen(asked: Pick<Asked<unknown>, 'read' | 'tables'>, choice: FigureChoice): Promise<string[]> {
  const { ids, total } = await chosenSeries(asked, choice, { from: 0, most: mostSeries })
  if (total > mostSeries) throw new Refusal('input', 'too-many-series', { total, most: mostSeries })
  return ids
}
