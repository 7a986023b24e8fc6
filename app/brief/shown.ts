import { lowered, seriesName } from '#app/parts/chart-series.ts'
import type { Wording } from '#app/parts/words.tsx'
import type { SeriesPoints } from '#db/views/figure/chart-series.ts'

/** One part of a brief with the figures it shows. */
export type ShownBlock =
  | { readonly kind: 'words'; readonly id: string; readonly text: string }
  | ShownFigures<'table' | 'line' | 'bar'>
  | (ShownFigures<'pictograms'> & {
      /** null: a round quantity is chosen. */ readonly per: number | null
    })

interface ShownFigures<Kind extends string> {
  readonly kind: Kind
  readonly id: string
  /** The finding in words; empty words it from the figures. */
  readonly title: string
  readonly from: string | null
  readonly to: string | null
  readonly figures: readonly SeriesPoints[]
}

export type FiguresBlock = Exclude<ShownBlock, { kind: 'words' }>

/** What the series of one block count ("Output of bread"): the whole name where they share it, else the measures' names. */
export function measureOf(series: readonly SeriesPoints[], words: Wording): string {
  const [first] = series
  if (!first) return ''
  const measures = distinct(series.map((one) => one.measureName))
  const products = distinct(series.map((one) => one.productName ?? ''))
  if (measures.length > 1) return measures.map((name, at) => (at === 0 ? name : lowered(name))).join(', ')
  const shared = {
    measureName: first.measureName,
    productName: products.length > 1 ? null : first.productName,
    counterpartName: series.length > 1 ? null : first.counterpartName,
  }
  return seriesName(shared, words)
}

/** Where the figures are from, where that is one place: several stand beside their own figures. */
export function placeOf(series: readonly SeriesPoints[]): string {
  const places = distinct(series.map((one) => one.place))
  return places.length === 1 ? (places[0] ?? '') : ''
}

const distinct = (names: readonly string[]) => [...new Set(names)]
