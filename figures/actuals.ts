import {
  type Decimal,
  decimalOfSum,
  decimalText,
  exactText,
  negated,
  parseDecimal,
  roundedQuotient,
  sumDecimals,
  toNumber,
} from '#figures/decimal.ts'
import { comparePeriods, endOf, isWithin, monthsOf, type Period, shareElapsed, startOf } from '#figures/period.ts'
import { convert } from '#figures/quantity.ts'

/** What a plan line asks for. */
export interface PlannedAmount {
  readonly amount: string
  readonly unit: string
  readonly period: Period
}

/** What was reported for one period; null where the source says that there is a value but not which. */
export interface ReportedAmount {
  readonly period: Period
  readonly value: Decimal | null
  readonly isProvisional: boolean
}

/**
 * How a plan line stands. not-begun: its period lies ahead; not-yet-reported: it runs or is over, and no figure has come;
 * not-comparable: the figures are kept in a unit of measure that does not convert to the plan's.
 */
const planStates = ['ahead', 'on-course', 'behind', 'not-yet-reported', 'not-begun', 'not-comparable'] as const
export type PlanState = (typeof planStates)[number]

/** What was done of a plan line so far, beside what could be expected by now. Amounts are decimal texts in the plan's unit. */
export interface Actuals {
  readonly state: PlanState
  /** Exactly the sum of what was reported; null where nothing was. */
  readonly done: string | null
  /** Rounded to three decimals where it has no end; null where the period has not begun. */
  readonly expected: string | null
  /**
   * What `expected` counts. reported-months: the plan's share of the months that have a figure, so that a late report is no
   * deviation; of a figure whose period still runs, the part that has passed. elapsed: the share of the period that has passed, where nothing was reported yet.
   */
  readonly basis: 'reported-months' | 'elapsed' | null
  /** Done less expected, and as a share of what was expected; null where nothing can be compared, the share also where nothing was expected. */
  readonly deviation: { readonly amount: string; readonly share: number | null } | null
  /** The months of the period, those that have a figure, and those that are over and have none. */
  readonly months: number
  readonly reported: readonly Period[]
  readonly gaps: readonly Period[]
  /** At least one of the figures is provisional or estimated. */
  readonly isProvisional: boolean
}

/** Up to this share of what was expected, more or less is called on course. */
export const onCourseShare = 0.03

/**
 * Compares a plan line with the figures as they arrive.
 * Takes: the line, what was reported within its period (months, or longer periods where no month in them has a figure), the unit
 * of measure of those figures, and the moment.
 * Gives: what was done, expected and deviates. A gap stays a gap: it is neither counted as nothing nor expected. A figure for a
 * period that has not begun is passed over: nobody could know it.
 */
export function actualsOf(plan: PlannedAmount, reports: readonly ReportedAmount[], unit: string, now: string): Actuals {
  const months = monthsOf(plan.period)
  const counted = countedReports(plan.period, reports, now)
  const passed = new Map(
    counted.flatMap((each) =>
      monthsOf(each.period).map((month) => [month, millionths(shareElapsed(each.period, now))] as const),
    ),
  )
  const reported = [...passed.keys()].sort(comparePeriods)
  const known = { months: months.length, reported, gaps: [] as Period[], isProvisional: false }
  const over = months.filter((month) => endOf(month) <= now)
  const gaps = over.filter((month) => !reported.includes(month))
  if (counted.length === 0) {
    const begun = startOf(plan.period) <= now
    return {
      ...known,
      gaps,
      state: begun ? 'not-yet-reported' : 'not-begun',
      done: null,
      expected: begun ? partOf(plan.amount, millionths(shareElapsed(plan.period, now)), 1) : null,
      basis: begun ? 'elapsed' : null,
      deviation: null,
    }
  }
  const basis = 'reported-months' as const
  const counting = [...passed.values()].reduce((sum, part) => sum + part, 0)
  const expected = partOf(plan.amount, counting, months.length)
  const isProvisional = counted.some((each) => each.isProvisional)
  const done = inUnit(
    counted.map((each) => each.value),
    unit,
    plan.unit,
  )
  if (!done)
    return { ...known, gaps, isProvisional, state: 'not-comparable', done: null, expected, basis, deviation: null }
  const deviation = deviationOf(done, expected, (Number(plan.amount) * counting) / (months.length * whole))
  return {
    ...known,
    gaps,
    isProvisional,
    state: stateOf(deviation),
    done: decimalText(done),
    expected,
    basis,
    deviation,
  }
}

type Valued = ReportedAmount & { readonly value: Decimal }

/** Figures with a value inside the period; a longer one only where none of its months is counted already. */
function countedReports(period: Period, reports: readonly ReportedAmount[], now: string): Valued[] {
  const inside = reports.filter(
    (each): each is Valued => each.value !== null && isWithin(period, each.period) && startOf(each.period) <= now,
  )
  const months = new Set<Period>()
  return [1, 3, 12].flatMap((length) => {
    // Several figures of one month (deliveries to several units) are counted together.
    const own = inside.filter((each) => {
      const covered = monthsOf(each.period)
      return covered.length === length && !covered.some((month) => months.has(month))
    })
    for (const each of own) for (const month of monthsOf(each.period)) months.add(month)
    return own
  })
}

function inUnit(values: readonly Decimal[], unit: string, wanted: string): Decimal | null {
  const sum = decimalOfSum(sumDecimals(values))
  if (!sum) return null
  const brought = convert({ amount: { mantissa: sum.mantissa, scale: sum.scale }, unit }, wanted)
  return brought.ok ? brought.quantity.amount : null
}

const decimals = 3

/** Shares of time are taken in whole millionths, so that whole months count exactly. */
const whole = 1_000_000

/** So much of the plan's amount as falls on so many months, rounded to three decimals. */
function partOf(amount: string, millionths: number, months: number): string {
  const plan = parseDecimal(amount) ?? { mantissa: 0, scale: 0 }
  const raised = BigInt(plan.mantissa) * BigInt(millionths) * 10n ** BigInt(decimals)
  const mantissa = roundedQuotient(raised, BigInt(months * whole) * 10n ** BigInt(plan.scale))
  return exactText({ mantissa, scale: decimals })
}

const millionths = (share: number) => Math.round(share * whole)

function deviationOf(done: Decimal, expected: string, exactly: number) {
  const taken = parseDecimal(expected) ?? { mantissa: 0, scale: 0 }
  const amount = exactText(sumDecimals([done, negated(taken)]))
  return { amount, share: exactly === 0 ? null : toNumber(done) / exactly - 1 }
}

function stateOf({ amount, share }: { amount: string; share: number | null }): PlanState {
  if (share === null) return Number(amount) === 0 ? 'on-course' : 'ahead'
  // A hair of a double more than the limit is still the limit.
  if (Math.abs(share) <= onCourseShare + 1e-12) return 'on-course'
  return share > 0 ? 'ahead' : 'behind'
}
