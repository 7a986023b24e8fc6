/** One month of the books: its period and its month of the year, 1 to 12. */
export interface Month {
  readonly period: string
  readonly ofYear: number
}

/** How many months the books of the society hold. */
export const bookMonths = 48

/**
 * Names a month by its distance from the month in which `today` lies, in UTC.
 * Takes: whole steps; -1 is the last complete month, 1 the next month.
 */
export function monthPeriod(today: Date, steps: number): string {
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + steps, 1))
  return first.toISOString().slice(0, 7)
}

/** Lists the months of the books, oldest first, up to the last complete month before `today`. */
export function monthsOfTheBooks(today: Date): Month[] {
  return Array.from({ length: bookMonths }, (_, at) => {
    const period = monthPeriod(today, at - bookMonths)
    return { period, ofYear: Number(period.slice(5)) }
  })
}
