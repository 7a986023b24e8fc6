import { type ChartPoint, type ChartSeries, hasValue, inOrder, type Row, spanOf } from '#app/charts/shape.ts'
import type { Wording } from '#app/parts/words.tsx'

/** The table beside a chart: the same numbers, each with its status where it is not final. */
export interface TwinTable {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly head: string; readonly cells: readonly TwinCell[] }[]
}

export interface TwinCell {
  readonly amount: string
  readonly status: string | null
}

/** One row a period, one column a series. */
export function periodTable(series: readonly ChartSeries[], words: Wording): TwinTable {
  const found = series.map((one) => new Map(inOrder(one.points).map((point) => [point.period, point])))
  const periods = [...new Set(found.flatMap((points) => [...points.keys()]))]
  periods.sort((a, b) => spanOf(a).start - spanOf(b).start || a.length - b.length)
  return {
    heads: [words.say('chart-period'), ...series.map((one) => `${one.name} (${one.unit})`)],
    rows: periods.map((period) => ({
      head: words.period(period),
      cells: found.map((points) => cellOf(points.get(period) ?? null, words)),
    })),
  }
}

/** One row a thing, with its one figure. */
export function rowTable(rows: readonly Row[], amountHead: string, words: Wording): TwinTable {
  return {
    heads: [words.say('chart-name'), amountHead],
    rows: rows.map((row) => ({ head: row.name, cells: [cellOf(row.point, words)] })),
  }
}

function cellOf(point: ChartPoint | null, words: Wording): TwinCell {
  if (!point || !hasValue(point)) return { amount: words.say('chart-no-figure'), status: null }
  return {
    amount: words.decimal(point.text),
    status: point.status === 'final' ? null : words.say(`status-${point.status}`),
  }
}
