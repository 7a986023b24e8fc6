/** A year "2027", a quarter "2027-Q1" or a month "2027-03". */
export type Period = string
export type Frequency = 'A' | 'Q' | 'M'

const form = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/

interface Parts {
  readonly frequency: Frequency
  /** Counted from year 0 in the period's own frequency. */
  readonly index: number
}

function partsOf(period: Period): Parts | null {
  const [, year, quarter, month] = form.exec(period) ?? []
  if (year === undefined) return null
  if (quarter !== undefined) return { frequency: 'Q', index: Number(year) * 4 + Number(quarter) - 1 }
  if (month !== undefined) return { frequency: 'M', index: Number(year) * 12 + Number(month) - 1 }
  return { frequency: 'A', index: Number(year) }
}

function periodAt({ frequency, index }: Parts): Period {
  const per = { A: 1, Q: 4, M: 12 }[frequency]
  const year = String(Math.floor(index / per)).padStart(4, '0')
  const within = (index % per) + 1
  if (frequency === 'A') return year
  return frequency === 'Q' ? `${year}-Q${within}` : `${year}-${String(within).padStart(2, '0')}`
}

const needed = (period: Period): Parts => {
  const parts = partsOf(period)
  if (!parts) throw new RangeError(`not a period: ${period}`)
  return parts
}

/** Tells whether a text is a period. */
export const isPeriod = (text: string): boolean => form.test(text)

/** Gives how long a period is: a year, a quarter or a month. */
export const frequencyOf = (period: Period): Frequency => needed(period).frequency

/** Gives the period so many steps later; earlier with a negative number. */
export function shiftPeriod(period: Period, steps: number): Period {
  const { frequency, index } = needed(period)
  return periodAt({ frequency, index: index + steps })
}

/** Gives the period one year before. */
export const yearBefore = (period: Period): Period => shiftPeriod(period, -{ A: 1, Q: 4, M: 12 }[frequencyOf(period)])

/** Gives how many steps lie from one period to another of the same length. */
export function periodsBetween(from: Period, to: Period): number {
  const [first, second] = [needed(from), needed(to)]
  if (first.frequency !== second.frequency) throw new RangeError(`periods of different length: ${from}, ${to}`)
  return second.index - first.index
}

/** Gives all periods from one to another, both included; none where the second is earlier. */
export const periodRange = (from: Period, to: Period): Period[] =>
  Array.from({ length: Math.max(0, periodsBetween(from, to) + 1) }, (_, step) => shiftPeriod(from, step))

/** Gives the months that a period covers. */
export function monthsOf(period: Period): Period[] {
  const { frequency, index } = needed(period)
  const length = { A: 12, Q: 3, M: 1 }[frequency]
  return Array.from({ length }, (_, step) => periodAt({ frequency: 'M', index: index * length + step }))
}

/** Gives the month, quarter or year in which an instant (ISO 8601, UTC) lies. */
export function periodOf(instant: string, frequency: Frequency): Period {
  const month = instant.slice(0, 7)
  if (frequency === 'M') return month
  const year = instant.slice(0, 4)
  return frequency === 'A' ? year : `${year}-Q${Math.ceil(Number(instant.slice(5, 7)) / 3)}`
}

/** Gives a period's first instant and the first instant after it (ISO 8601, UTC). */
export function boundsOf(period: Period): { readonly start: string; readonly end: string } {
  const months = monthsOf(period)
  const first = months.at(0) ?? period
  return { start: `${first}-01T00:00:00.000Z`, end: `${shiftPeriod(months.at(-1) ?? first, 1)}-01T00:00:00.000Z` }
}

/** Gives the share of a period that has passed at an instant: 0 before it begins, 1 once it has ended. */
export function shareElapsed(period: Period, instant: string): number {
  const { start, end } = boundsOf(period)
  const [from, to, at] = [Date.parse(start), Date.parse(end), Date.parse(instant)]
  return Math.min(1, Math.max(0, (at - from) / (to - from)))
}

/** Orders periods by when they begin, longer ones first. */
export function comparePeriods(first: Period, second: Period): number {
  const [one, other] = [boundsOf(first), boundsOf(second)]
  if (one.start !== other.start) return one.start < other.start ? -1 : 1
  return one.end === other.end ? 0 : one.end > other.end ? -1 : 1
}
