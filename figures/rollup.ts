import { type Decimal, exactText, sumDecimals } from '#figures/decimal.ts'
import { convert } from '#figures/quantity.ts'

/** One unit's value of the measure that is rolled up; null where it is not reported. */
export interface RollupPart {
  readonly unitId: string
  readonly value: Decimal | null
  readonly unit: string
}

/** What is rolled up: the measure's kind, and how its values may be brought together. */
export interface RollupMeasure {
  readonly kind: 'stock' | 'flow' | 'ratio' | 'index'
  readonly aggregation: 'sum' | 'mean' | 'last' | 'none'
}

/** A sum with its coverage ("3 of 4 reported"), or why there is none. */
export type Rollup =
  | {
      readonly ok: true
      readonly sum: string
      readonly unit: string
      readonly reported: number
      readonly of: number
      readonly missing: readonly string[]
    }
  | {
      readonly ok: false
      readonly code: 'ratios-have-no-sum' | 'measure-has-no-sum' | 'units-do-not-match' | 'unit-counted-twice'
      readonly values: Readonly<Record<string, string>>
    }

/**
 * Sums the same measure of the same period over units, exactly, in whatever order they come.
 * Takes: the measure; each unit's value, null where it is not reported; the unit of measure in which to state the sum.
 * Gives: decimal text and coverage; a gap is left out and named, never counted as zero.
 * Refuses: ratios and indices, measures that are not to be summed, units of measure that do not match, one unit twice.
 * A stock may be summed over units, though never over time.
 */
export function rollUp(measure: RollupMeasure, parts: readonly RollupPart[], unit: string): Rollup {
  if (measure.kind === 'ratio' || measure.kind === 'index') return { ok: false, code: 'ratios-have-no-sum', values: {} }
  if (measure.aggregation === 'none' || measure.aggregation === 'mean')
    return { ok: false, code: 'measure-has-no-sum', values: {} }
  const seen = new Set<string>()
  const values: Decimal[] = []
  for (const part of parts) {
    if (seen.has(part.unitId)) return { ok: false, code: 'unit-counted-twice', values: { unit: part.unitId } }
    seen.add(part.unitId)
    if (part.value === null) continue
    const stated = convert({ amount: part.value, unit: part.unit }, unit)
    if (!stated.ok || !stated.exact)
      return { ok: false, code: 'units-do-not-match', values: { unit: part.unit, other: unit } }
    values.push(stated.quantity.amount)
  }
  const missing = parts.flatMap((part) => (part.value === null ? [part.unitId] : []))
  return { ok: true, sum: exactText(sumDecimals(values)), unit, reported: values.length, of: parts.length, missing }
}
