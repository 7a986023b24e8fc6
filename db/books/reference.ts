import { and, eq, inArray } from 'drizzle-orm'
import { readTechnique } from '#db/books/technique.ts'
import type { Books } from '#db/rows.ts'
import type { Standing } from '#figures/consequences.ts'
import { decimalText } from '#figures/decimal.ts'
import { monthsOf } from '#figures/period.ts'
import { convert, quantityOf } from '#figures/quantity.ts'
import type { Technique } from '#figures/technique.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** What stands for a line: the key under which it is found. */
export const standingKey = (
  line: Pick<Line, 'unitId' | 'direction' | 'productId' | 'period' | 'counterpartId'>,
): string => [line.unitId, line.direction, line.productId, line.period, line.counterpartId ?? ''].join('/')

/**
 * Says what stands now for each line: a plan line in force, or else the mean of the months in the books.
 * Gives: by `standingKey`, an amount in the product's own unit of measure.
 */
export async function referenceOf(
  books: Books,
  lines: readonly Line[],
  now: string,
): Promise<Record<string, Standing>> {
  if (lines.length === 0) return {}
  const technique = await readTechnique(books, now)
  const { planLines, products } = books.tables
  const named = [...new Set(lines.map((line) => line.productId))]
  const known = await books.tx
    .select({ id: products.id, unit: products.unit })
    .from(products)
    .where(inArray(products.id, named))
  const inForce = await books.tx
    .select()
    .from(planLines)
    .where(and(inArray(planLines.productId, named), eq(planLines.state, 'in-force')))
  return Object.fromEntries(
    lines.map((line): [string, Standing] => {
      const key = standingKey(line)
      const plan = inForce.find((each) => standingKey({ ...each, unitId: each.doerId }) === key)
      const unit = known.find((product) => product.id === line.productId)?.unit ?? line.unit
      const planned = plan && quantityOf(plan.amount, plan.unit)
      const stated = planned && convert(planned, unit)
      if (stated?.ok) return [key, { amount: decimalText(stated.quantity.amount), from: 'plan' }]
      return [key, fromBooks(technique, line)]
    }),
  )
}

function fromBooks(technique: Technique, line: Line): Standing {
  const months = monthsOf(line.period).length
  const maker = technique.enterprises.find((each) => each.unitId === line.unitId && each.productId === line.productId)
  if (line.direction === 'produce' && maker) return mean(maker.output, maker.months, months)
  const user = technique.consumers.find((each) => each.unitId === line.unitId && each.productId === line.productId)
  if (line.direction === 'consume' && user) return mean(user.used, user.months, months)
  return { amount: '0', from: 'none' }
}

// A mean is rounded to a thousandth of the product's unit: it is something to compare with, not a figure of the books.
const mean = (sum: string, reported: number, months: number): Standing => ({
  amount: String(Number(((Number(sum) / reported) * months).toFixed(3))),
  from: 'books',
})
