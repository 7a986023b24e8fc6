import { plannedAmounts } from '#db/books/reference.ts'
import type { Books } from '#db/rows.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** Gives the plan in force for the products of lines: amounts by `standingKey`, in the products' units of measure. */
export async function plannedFor(
  books: Books,
  lines: readonly Pick<Line, 'productId'>[],
): Promise<Record<string, string>> {
  return lines.length === 0 ? {} : Object.fromEntries(await plannedAmounts(books, lines))
}
