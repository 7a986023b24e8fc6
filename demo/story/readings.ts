import type { Observation } from '#demo/books.ts'
import { monthPeriod } from '#demo/months.ts'
import type { Society } from '#demo/society.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** What the people of the story read in the books when they speak in numbers. */
export interface Readings {
  /** Mean of the last twelve months, in the product's own unit. */
  readonly usual: (unitId: string, measureId: string, productId: string | null) => number
  /** The value of one month, counted from the current one: -1 is the last complete month. */
  readonly in: (steps: number, unitId: string, measureId: string, productId: string | null) => number
  readonly month: (steps: number) => string
}

/** Opens the society's books for the story. */
export function readingsOf(society: Society, today: Date): Readings {
  const values = new Map<string, number>()
  for (const seen of society.observations) {
    const key = keyOf(seen.unitId, seen.measureId, seen.productId, seen.period)
    values.set(key, (values.get(key) ?? 0) + Number(seen.value))
  }
  const month = (steps: number) => monthPeriod(today, steps)
  const at = (steps: number, unitId: string, measureId: string, productId: string | null) =>
    values.get(keyOf(unitId, measureId, productId, month(steps)))
  return {
    usual: (unitId, measureId, productId) => {
      const year = Array.from({ length: 12 }, (_, back) => at(-1 - back, unitId, measureId, productId))
      const reported = year.filter((value) => value !== undefined)
      return reported.reduce((sum, value) => sum + value, 0) / Math.max(1, reported.length)
    },
    in: (steps, unitId, measureId, productId) => at(steps, unitId, measureId, productId) ?? 0,
    month,
  }
}

const keyOf = (unitId: string, measureId: string, productId: Observation['productId'], period: string) =>
  `${unitId}/${measureId}/${productId ?? ''}/${period}`

/** A quantity line of the story. */
export const line = (
  id: string,
  [unitId, direction, productId]: readonly [string, Line['direction'], string],
  [amount, unit]: readonly [number, string],
  period: string,
  counterpartId: string | null,
): Line => ({ id, unitId, direction, productId, amount: String(amount), unit, period, counterpartId })

/** Sets a whole number with a thin grouping, as people write it: 12,400. */
export const inWords = (amount: number): string => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',')
