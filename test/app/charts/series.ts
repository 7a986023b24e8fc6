import type { ChartPoint, ChartSeries, ChartSource } from '#app/charts/shape.ts'
import { wordsIn } from '#app/parts/words.tsx'
import type { Status } from '#rules/shapes/figures.ts'

export const words = wordsIn('en', 'UTC')

const source: ChartSource = {
  producer: 'Office of Hallen',
  title: 'Monthly books',
  licence: 'CC0',
  url: null,
  invented: true,
}

export const pointOf = (period: string, text: string | null, status: Status): ChartPoint => ({
  period,
  value: text === null ? null : Number(text),
  text,
  status,
})

/** A series for a test: `points` as period and value, "gap" for a gap; a star marks a provisional value. */
export function seriesOf(id: string, name: string, points: Readonly<Record<string, string>>): ChartSeries {
  return {
    id,
    name,
    unit: 't',
    unitName: 'tonnes',
    points: Object.entries(points).map(([period, written]) => {
      const status = written.endsWith('*') ? 'provisional' : 'final'
      return pointOf(period, written === 'gap' ? null : written.replace('*', ''), status)
    }),
    source,
    vintage: { asOf: '2026-07-10T09:00:00.000Z' },
    pictogram: 'loaf',
  }
}

export const frame = {
  id: 'c1',
  title: null,
  measure: 'Output of bread',
  place: 'Hallen',
  download: '/api/v1/series.csv',
  address: null,
  period: null,
  planned: [],
}
