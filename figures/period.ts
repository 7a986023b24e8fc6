/** A year, quarter or month: "2027", "2027-Q1", "2027-03". */
export type Period = string

/** A: a year, Q: a quarter, M: a month; SDMX's letters. */
export type Frequency = 'A' | 'Q' | 'M'

/** A period's parts; `part` is the quarter 1–4, the month 1–12, and 1 for a year. */
export interface PeriodParts {
  readonly frequency: Frequency
  readonly year: number
  readonly part: number
}

const partsPerYear = { A: 1, Q: 4, M: 12 } as const

/** Reads a period; null where the text is none. */
export function parsePeriod(text: string): PeriodParts | null {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? []
  if (year === undefined) return null
  if (quarter !== undefined) return { frequency: 'Q', year: Number(year), part: Number(quarter) }
  if (month !== undefined) return { frequency: 'M', year: Number(year), part: Number(month) }
  return { frequency: 'A', year: Number(year), part: 1 }
}

/** Writes a period. */
export function formatPeriod({ frequency, year, part }: PeriodParts): Period {
  const four = String(year).padStart(4, '0')
  if (frequency === 'A') return four
  return frequency === 'Q' ? `${four}-Q${part}` : `${four}-${String(part).padStart(2, '0')}`
}

/** Gives the frequency of a period. */
export const frequencyOf = (period: Period): Frequency => partsOf(period).frequency

/** Gives the period that lies so many periods of the same length after this one, or before it where `by` is negative. */
export function shiftPeriod(period: Period, by: number): Period {
  const { frequency, year, part } = partsOf(period)
  const perYear = partsPerYear[frequency]
  const at = year * perYear + part - 1 + by
  return formatPeriod({ frequency, year: Math.floor(at / perYear), part: at - Math.floor(at / perYear) * perYear + 1 })
}

/** Gives the period that follows. */
export const nextPeriod = (period: Period): Period => shiftPeriod(period, 1)

/** Gives the period before. */
export const previousPeriod = (period: Period): Period => shiftPeriod(period, -1)

/** Gives the same period a year before. */
export const yearBefore = (period: Period): Period => shiftPeriod(period, -partsPerYear[partsOf(period).frequency])

/** Gives the months of which a period consists, in order. */
export function monthsOf(period: Period): Period[] {
  const first = firstMonth(partsOf(period))
  const many = 12 / partsPerYear[partsOf(period).frequency]
  return Array.from({ length: many }, (_, at) => monthAt(first + at))
}

/** Compares periods by their beginning; of two that begin together the longer comes first. */
export function comparePeriods(one: Period, other: Period): number {
  const [first, second] = [partsOf(one), partsOf(other)]
  return firstMonth(first) - firstMonth(second) || partsPerYear[first.frequency] - partsPerYear[second.frequency]
}

/** Tells whether the second period lies within the first; a period lies within itself. */
export function isWithin(outer: Period, inner: Period): boolean {
  return startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer)
}

/** Gives the periods from the first to the last, both included; none where the last lies before the first. Both have one frequency. */
export function periodRange(from: Period, to: Period): Period[] {
  const [first, last] = [partsOf(from), partsOf(to)]
  if (first.frequency !== last.frequency) throw new RangeError(`not of one frequency: ${from}, ${to}`)
  const many = ((firstMonth(last) - firstMonth(first)) * partsPerYear[first.frequency]) / 12 + 1
  return Array.from({ length: Math.max(0, many) }, (_, at) => shiftPeriod(from, at))
}

/** Gives the period in which an instant lies (UTC). */
export function periodOf(instant: string, frequency: Frequency): Period {
  const year = Number(instant.slice(0, 4))
  const month = Number(instant.slice(5, 7))
  return formatPeriod({ frequency, year, part: Math.ceil((month * partsPerYear[frequency]) / 12) })
}

/** Gives the last months that are over at an instant, oldest first: at 5 March the last one is February. */
export function monthsBefore(instant: string, many: number): Period[] {
  const last = previousPeriod(periodOf(instant, 'M'))
  return Array.from({ length: many }, (_, at) => shiftPeriod(last, at + 1 - many))
}

/** Gives the instant at which a period begins (UTC). */
export const startOf = (period: Period): string => `${monthAt(firstMonth(partsOf(period)))}-01T00:00:00.000Z`

/** Gives the instant at which a period is over: the next one's beginning. */
export const endOf = (period: Period): string => startOf(nextPeriod(period))

/** Gives the share of a period that has passed at an instant, 0 to 1. */
export function shareElapsed(period: Period, instant: string): number {
  const begun = Date.parse(startOf(period))
  const over = Date.parse(endOf(period))
  return Math.min(1, Math.max(0, (Date.parse(instant) - begun) / (over - begun)))
}

function partsOf(period: Period): PeriodParts {
  const parts = parsePeriod(period)
  if (!parts) throw new RangeError(`not a period: ${period}`)
  return parts
}

/** Months since the year 0. */
const firstMonth = ({ frequency, year, part }: PeriodParts): number =>
  year * 12 + ((part - 1) * 12) / partsPerYear[frequency]

const monthAt = (at: number): Period => formatPeriod({ frequency: 'M', year: Math.floor(at / 12), part: (at % 12) + 1 })
