import { monthsOf, type Period } from '#figures/period.ts'
import type { MonthlySum, Technique } from '#figures/technique.ts'

/** A quantity line as the engine reads it; the same form as a proposal's line. */
export interface WantedLine {
  readonly id: string
  readonly unitId: string
  readonly direction: 'produce' | 'consume' | 'deliver' | 'receive'
  readonly productId: string
  readonly amount: string
  readonly unit: string
  readonly period: Period
  readonly counterpartId: string | null
}

/** What stands now for a line's unit, direction, product, period and counterpart, in the product's unit of measure. */
export interface Standing {
  readonly amount: string
  /** plan: a plan line in force; books: the mean of the reported months; none: nothing is known, counted as zero. */
  readonly from: 'plan' | 'books' | 'none'
}

/** What a line speaks of, whatever its amount. */
type Place = Pick<WantedLine, 'unitId' | 'direction' | 'productId' | 'period' | 'counterpartId'>

/** Gives the key under which what stands for a line is kept. */
export const standingKey = (line: Place): string =>
  [line.unitId, line.direction, line.productId, line.period, line.counterpartId ?? ''].join('/')

/**
 * Says what stands for lines: the plan where it says something, the books otherwise.
 * Takes: the amounts of plan lines in force by `standingKey`, in the products' units of measure.
 */
export const standingIn =
  (technique: Technique, plan: ReadonlyMap<string, string>) =>
  (line: Place): Standing => {
    const planned = plan.get(standingKey(line))
    return planned === undefined ? standingInBooks(technique, line) : { amount: planned, from: 'plan' }
  }

/**
 * Says what the books of the last months let expect for a line's period: the mean of the reported months, as many times as the
 * period has months. A line without a counterpart is compared with all counterparts together.
 */
export function standingInBooks(technique: Technique, line: Place): Standing {
  const sums = bookedSums(technique, line)
  if (sums.length === 0) return { amount: '0', from: 'none' }
  const mean = sums.reduce((all, { sum, months }) => all + Number(sum) / months, 0) * monthsOf(line.period).length
  return { amount: comparable(mean), from: 'books' }
}

function bookedSums({ enterprises, consumers, flows }: Technique, line: Place): MonthlySum[] {
  const isIt = (each: { unitId: string; productId: string }) =>
    each.unitId === line.unitId && each.productId === line.productId
  if (line.direction === 'produce')
    return enterprises.filter(isIt).map((each) => ({ sum: each.output, months: each.months }))
  if (line.direction === 'consume') {
    const used = consumers.filter(isIt).map((each) => ({ sum: each.used, months: each.months }))
    if (used.length > 0) return used
    const input = enterprises.find((each) => each.unitId === line.unitId)?.inputs[line.productId]
    return input ? [input] : []
  }
  return flows.filter(
    (flow) =>
      isIt(flow) &&
      flow.direction === line.direction &&
      (line.counterpartId === null || flow.counterpartId === line.counterpartId),
  )
}

/** A mean is something to compare with, not a figure of the books: three decimals, or six digits where it is less than one. */
const comparable = (mean: number): string => {
  const decimals = Math.abs(mean) >= 1 || mean === 0 ? 3 : Math.min(15, 5 - Math.floor(Math.log10(Math.abs(mean))))
  return String(Number(mean.toFixed(decimals))).includes('e')
    ? mean.toFixed(15)
    : String(Number(mean.toFixed(decimals)))
}
