import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { plannedAmounts } from '#db/books/reference.ts'
import { readTechnique } from '#db/books/technique.ts'
import { onlyRow } from '#db/rows.ts'
import { productsNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { unitsOfMeasureLike } from '#figures/measurement.ts'
import { mayFrom } from '#rules/may.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayPropose } from '#rules/standing.ts'

export const proposePage = defineView({
  name: 'propose.page',
  answers:
    'Gives what a new proposal or a new line is made of: units, products with their units of measure, and what the books say follows.',
  input: z.object({ unitId: Slug }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { units } = tables
    const unit = onlyRow(
      await read.select({ id: units.id, name: units.name }).from(units).where(eq(units.id, input.unitId)),
    )
    const books = { tx: read, tables }
    const products = await productsNamed(read, tables)
    const productIds = Object.keys(products).map((productId) => ({ productId }))
    return {
      unit,
      units: await unitsNamed(read, tables),
      products,
      /** The units of measure in which each product's amounts may stand, its own first. */
      measures: Object.fromEntries(
        Object.entries(products).map(([id, { unit: own }]) => [
          id,
          [own, ...unitsOfMeasureLike(own).filter((each) => each !== own)],
        ]),
      ),
      technique: await readTechnique(books, now),
      plan: productIds.length > 0 ? Object.fromEntries(await plannedAmounts(books, productIds)) : {},
      now,
      may: { propose: mayFrom(whoMayPropose(actor, standing, unit.id), []) },
    }
  },
})
