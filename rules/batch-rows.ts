import { canonicalText } from '#rules/entry.ts'
import type { Status } from '#rules/shapes/figures.ts'

/** One row that a batch made in the books. */
export interface BatchRow {
  readonly seriesId: string
  readonly period: string
  /** As entered; null where the source says that the value is missing. */
  readonly entered: string | null
  readonly status: Status
  readonly note: string | null
}

/**
 * Writes the rows that a batch made as the text whose SHA-256 the journal keeps: one canonical line a row, ordered by
 * series and period (by code units, as in every country), each line ended by a line break.
 * Takes: rows in any order, no two of the same series and period.
 */
export const batchRowsText = (rows: readonly BatchRow[]): string =>
  [...rows].sort(bySeriesAndPeriod).map(batchRowLine).join('')

/** Writes one such row. */
export const batchRowLine = ({ seriesId, period, entered, status, note }: BatchRow): string =>
  `${canonicalText({ seriesId, period, entered, status, note })}\n`

const bySeriesAndPeriod = (a: BatchRow, b: BatchRow): number =>
  compare(a.seriesId, b.seriesId) || compare(a.period, b.period)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
