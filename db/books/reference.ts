import { and, eq, inArray } from 'drizzle-orm'
import { readTechnique } from '#db/books/technique.ts'
import type { Books } from '#db/rows.ts'
import { decimalText } from '#figures/decimal.ts'
import { convert, quantityOf } from '#figures/quantity.ts'
import { type Standing, standingIn, standingKey } from '#figures/standing.ts'
import type { Line } from '#rules/shapes/proposal.ts'

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
  const standing = standingIn(await readTechnique(books, now), await plannedAmounts(books, lines))
  return Object.fromEntries(lines.map((line) => [standingKey(line), standing(line)]))
}

/** Gives the amounts of plan lines in force by `standingKey`, for the lines' products, stated in the products' units of measure. */
export async function plannedAmounts(
  { tx, tables }: Books,
  lines: readonly Pick<Line, 'productId'>[],
): Promise<Map<string, string>> {
  const { planLines, products } = tables
  const named = [...new Set(lines.map((line) => line.productId))]
  const known = await tx
    .select({ id: products.id, unit: products.unit })
    .from(products)
    .where(inArray(products.id, named))
  const inForce = await tx
    .select()
    .from(planLines)
    .where(and(inArray(planLines.productId, named), eq(planLines.state, 'in-force')))
  const amounts = new Map<string, string>()
  for (const plan of inForce) {
    const quantity = quantityOf(plan.amount, plan.unit)
    const stated = quantity && convert(quantity, known.find((each) => each.id === plan.productId)?.unit ?? plan.unit)
    if (stated?.ok) amounts.set(standingKey({ ...plan, unitId: plan.doerId }), decimalText(stated.quantity.amount))
  }
  return amounts
}
