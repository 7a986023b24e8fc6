import { and, eq, inArray, or } from 'drizzle-orm'
import type { Books } from '#db/rows.ts'
import { measures } from '#figures/books.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** One series that bears on a line, and why it was found. */
export interface Bearing {
  readonly seriesId: string
  readonly measureId: string
  readonly unitId: string
  readonly productId: string | null
  readonly why: 'doer' | 'supplier' | 'counterpart'
}

const own = [measures.output, measures.capacity, measures.stock, measures.hours, measures.consumption]

/**
 * Finds the figures that bear on quantity lines: output, capacity, stock, hours and consumption of the unit that a line
 * names, of its counterpart, and of those who supply the inputs that the unit receives.
 * Gives: series, the line's own unit first, then counterparts, then suppliers, in the order of their names.
 */
export async function bearingSeries({ tx, tables: { series } }: Books, lines: readonly Line[]): Promise<Bearing[]> {
  if (lines.length === 0) return []
  const doers = new Set(lines.map((line) => line.unitId))
  const counterparts = new Set(lines.flatMap((line) => (line.counterpartId ? [line.counterpartId] : [])))
  const received = await tx
    .select({ supplier: series.counterpartId, productId: series.productId })
    .from(series)
    .where(and(inArray(series.unitId, [...doers]), eq(series.measureId, measures.receipts)))
  const suppliers = new Set(received.flatMap((row) => (row.supplier ? [row.supplier] : [])))
  const rows = await tx
    .select()
    .from(series)
    .where(
      and(
        inArray(series.unitId, [...new Set([...doers, ...counterparts, ...suppliers])]),
        or(...own.map((measure) => eq(series.measureId, measure))),
      ),
    )
  const products = new Set([...lines.map((line) => line.productId), ...received.flatMap((row) => row.productId ?? [])])
  const why = (unitId: string) => (doers.has(unitId) ? 'doer' : counterparts.has(unitId) ? 'counterpart' : 'supplier')
  const order = ['doer', 'counterpart', 'supplier']
  return rows
    .filter((row) => row.productId === null || products.has(row.productId))
    .map((row) => ({
      seriesId: row.id,
      measureId: row.measureId,
      unitId: row.unitId,
      productId: row.productId,
      why: why(row.unitId) as Bearing['why'],
    }))
    .sort((one, other) => order.indexOf(one.why) - order.indexOf(other.why) || (one.seriesId < other.seriesId ? -1 : 1))
}
