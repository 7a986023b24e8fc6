import { hasValue, isUnsure, type PlannedMark, type Row } from '#app/charts/shape.ts'

export interface BarRow {
  readonly id: string
  readonly name: string
  readonly value: number | null
  readonly text: string | null
  readonly unit: string
  readonly unsure: boolean
  readonly plan: number | null
}

export interface BarShape {
  readonly rows: readonly BarRow[]
  readonly low: number
  readonly high: number
  readonly hasUnsure: boolean
  readonly hasPlan: boolean
}

/** What a bar chart shows, before it has a size: rows with a figure or a gap, what the plan says, and a range that holds zero. */
export function shapeBar(rows: readonly Row[], planned: readonly PlannedMark[], period: string | null): BarShape {
  const bars = rows.map(({ id, name, unit, point }): BarRow => {
    const valued = point && hasValue(point) ? point : null
    const plan = planned.find(
      (mark) => mark.period === (point?.period ?? period) && (mark.series === id || mark.period === id),
    )
    return {
      id,
      name,
      unit,
      value: valued?.value ?? null,
      text: valued?.text ?? null,
      unsure: !!valued && isUnsure(valued),
      plan: plan?.value ?? null,
    }
  })
  const values = bars.flatMap((bar) => [bar.value ?? 0, bar.plan ?? 0])
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  return {
    rows: bars,
    low,
    high: low === 0 && high === 0 ? 1 : high,
    hasUnsure: bars.some((bar) => bar.unsure),
    hasPlan: bars.some((bar) => bar.plan !== null),
  }
}
