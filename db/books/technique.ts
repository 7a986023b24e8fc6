import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Books } from '#db/rows.ts'
import { type BookRow, measures } from '#figures/books.ts'
import { type Period, periodOf, periodRange, shiftPeriod } from '#figures/period.ts'
import { type Technique, techniqueFrom } from '#figures/technique.ts'
import { privateStream } from '#rules/entry.ts'

/** The measures from which a technique is derived. */
const needed = [
  measures.output,
  measures.input,
  measures.hours,
  measures.capacity,
  measures.stock,
  measures.consumption,
  measures.deliveries,
  measures.receipts,
]

/** Gives the twelve whole months before an instant, the oldest first. */
export function windowBefore(instant: string): Period[] {
  const last = shiftPeriod(periodOf(instant, 'M'), -1)
  return periodRange(shiftPeriod(last, -11), last)
}

/**
 * Reads the technique of the last twelve whole months from the books as they stand now.
 * Takes: the moment. Gives: the technique; kept until a stream with figures has moved.
 */
export async function readTechnique(books: Books, now: string): Promise<Technique> {
  const window = windowBefore(now)
  const stamp = `${window.at(-1)} ${await figuresStamp(books)}`
  const kept = memory.get(books.tx)
  if (kept?.stamp === stamp) return kept.technique
  const technique = techniqueFrom(await bookRows(books, window), window)
  memory.set(books.tx, { stamp, technique })
  return technique
}

// One technique per reader: it is derived from what is committed, and checked against it at each use.
const memory = new WeakMap<object, { stamp: string; technique: Technique }>()

/** Changes whenever any office publishes: how many batches there are and the sum of the entries that made them. */
async function figuresStamp({ tx, tables: { batches } }: Books): Promise<string> {
  const [row] = await tx
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      sum: sql<number>`coalesce(sum(${batches.number}), 0)`.mapWith(Number),
    })
    .from(batches)
  return `${row?.count} ${row?.sum}`
}

/** Reads the open figures of the months that a technique rests on, in the order of series and period. */
export async function bookRows({ tx, tables }: Books, window: readonly Period[]): Promise<BookRow[]> {
  const { series, observations } = tables
  const rows = await tx
    .select({
      unitId: series.unitId,
      measureId: series.measureId,
      productId: series.productId,
      counterpartId: series.counterpartId,
      period: observations.period,
      mantissa: observations.mantissa,
      scale: observations.scale,
    })
    .from(observations)
    .innerJoin(series, eq(series.id, observations.seriesId))
    .where(
      and(
        inArray(series.measureId, [...needed]),
        inArray(observations.period, [...window]),
        isNull(observations.toNumber),
      ),
    )
  return rows.flatMap(({ mantissa, scale, ...row }) =>
    mantissa === null || scale === null ? [] : [{ ...row, mantissa, scale }],
  )
}

/** Gives the numbers of all public streams: up to where what was read had been written. */
export async function streamNumbers({ tx, tables: { streams } }: Books): Promise<Record<string, number>> {
  const rows = await tx
    .select({ id: streams.id, number: streams.number })
    .from(streams)
    .where(ne(streams.id, privateStream))
  return Object.fromEntries(rows.map((row) => [row.id, row.number]))
}
