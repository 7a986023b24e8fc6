import type { ChartSeries } from '#app/charts/shape.ts'
import type { Wording } from '#app/parts/words.tsx'

/** A series as the views give it for a brief: ready to be drawn, with the names it is made of beside it. */
export interface BriefSeries extends ChartSeries {
  readonly unitCode: string
  readonly place: string
  readonly measureName: string
  readonly productName: string | null
  readonly counterpartName: string | null
}

/** One part of a brief with the figures it shows. */
export type ShownBlock =
  | { readonly kind: 'words'; readonly id: string; readonly text: string }
  | ShownFigures<'table' | 'line' | 'bar'>
  | (ShownFigures<'pictograms'> & { readonly per: number })

interface ShownFigures<Kind extends string> {
  readonly kind: Kind
  readonly id: string
  /** The finding in words; empty words it from the figures. */
  readonly title: string
  readonly from: string | null
  readonly to: string | null
  readonly figures: readonly BriefSeries[]
}

export type FiguresBlock = Exclude<ShownBlock, { kind: 'words' }>

/** Sets the whole name of each series' unit of measure in the reader's language. */
export const wordedSeries = (series: readonly BriefSeries[], words: Wording): BriefSeries[] =>
  series.map((one) => ({ ...one, unitName: unitNameOf(one, words) }))

const unitNameOf = ({ unitCode, unitName }: BriefSeries, words: Wording): string => {
  const code = `unit-name-${unitCode}`
  const worded = words.sayCode(code)
  return worded === code ? unitName : worded
}

/** What the series of one block count ("Output of bread"): the whole name where they share it, else the measures' names. */
export function measureOf(series: readonly BriefSeries[], words: Wording): string {
  const measures = distinct(series.map((one) => one.measureName))
  const products = distinct(series.map((one) => one.productName ?? ''))
  const counterparts = distinct(series.map((one) => one.counterpartName ?? ''))
  const [measure = ''] = measures
  const [product = ''] = products
  const [counterpart = ''] = counterparts
  if (measures.length > 1) return measures.join(', ')
  return words.say('series-name', {
    measure,
    product: products.length > 1 || product === '' ? 'none' : 'given',
    productName: product,
    counterpart: counterparts.length > 1 || counterpart === '' ? 'none' : 'given',
    counterpartName: counterpart,
  })
}

/** Where the figures are from, where that is one place: several stand beside their own figures. */
export function placeOf(series: readonly BriefSeries[]): string {
  const places = distinct(series.map((one) => one.place))
  return places.length === 1 ? (places[0] ?? '') : ''
}

const distinct = (names: readonly string[]) => [...new Set(names)]
