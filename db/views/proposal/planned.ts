import { plannedAmounts } from '#db/books/reference.ts'
import type { Frozen } from '#db/freeze.ts'
import type { Books } from '#db/rows.ts'
import { standingKey } from '#figures/standing.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** Gives the plan in force for the products of lines: amounts by `standingKey`, in the products' units of measure. */
export async function plannedFor(
  books: Books,
  lines: readonly Pick<Line, 'productId'>[],
): Promise<Record<string, string>> {
  return lines.length === 0 ? {} : Object.fromEntries(await plannedAmounts(books, lines))
}

/** Gives the same as it stood when lines were frozen. */
export const plannedThen = (lines: Frozen['lines']): Record<string, string> =>
  Object.fromEntries(
    lines.flatMap(({ line, standing }) => (standing.from === 'plan' ? [[standingKey(line), standing.amount]] : [])),
  )
