import type { ChartSeries } from '#app/charts/shape.ts'
import type { Wording } from '#app/parts/words.tsx'
import type { SeriesPoints } from '#db/views/figure/chart-series.ts'

/** The parts of a series' name, as views give them. */
type NameParts = Pick<SeriesPoints, 'measureName' | 'productName' | 'counterpartName'>

/** Names a series in the reader's language: "Output of bread, Upper Town". */
export const seriesName = ({ measureName, productName, counterpartName }: NameParts, words: Wording): string =>
  words.say('series-name', {
    measure: measureName,
    product: productName === null ? 'none' : 'some',
    productName: lowered(productName ?? ''),
    counterpart: counterpartName === null ? 'none' : 'some',
    counterpartName: counterpartName ?? '',
  })

/** Gives series as charts take them: with the whole name of the unit of measure, and a series that stands alone named in full. */
export function wordedSeries(series: readonly SeriesPoints[], words: Wording): ChartSeries[] {
  return series.map((one) => ({
    id: one.id,
    name: series.length === 1 ? seriesName(one, words) : one.name,
    unit: one.unit,
    unitName: unitNameOf(one, words),
    points: one.points,
    source: one.source,
    vintage: one.vintage,
    pictogram: one.pictogram,
  }))
}

/** The whole name of a unit of measure; its sign where it has none. */
export function unitNameOf({ unitCode, unit }: Pick<SeriesPoints, 'unitCode' | 'unit'>, words: Wording): string {
  const code = `unit-name-${unitCode}`
  const named = words.sayCode(code)
  return named === code ? unit : named
}

/** "Bread" within a sentence is "bread"; "UK coal" stays as it is. */
export const lowered = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name

/** The address of a series' page. */
export const seriesHref = (id: string): string => `/figures/${id.replace(/\/+$/, '')}`
