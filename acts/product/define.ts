import { eq } from 'drizzle-orm'
import { defineAct } from '#acts/act.ts'
import { whenNameIsFree } from '#rules/books.ts'
import { networkStream } from '#rules/entry.ts'
import { Product } from '#rules/shapes/figures.ts'
import { whoMayDefine } from '#rules/standing.ts'

export const defineProduct = defineAct({
  name: 'product.define',
  does: 'Defines a product for the whole network, with its unit of measure and its pictogram.',
  input: Product,
  stream: () => networkStream,
  body: (input) => input,
  load: async ({ tx, tables: { products }, input }) => {
    const found = await tx.select({ id: products.id }).from(products).where(eq(products.id, input.id))
    return { taken: found.length > 0 }
  },
  who: ({ actor, standing }) => whoMayDefine(actor, standing),
  when: ({ facts, input }) => whenNameIsFree(facts.taken, input.id),
  apply: async ({ tx, tables, input }) => {
    await tx.insert(tables.products).values(input)
    return { result: { productId: input.id }, matter: input.id, events: [{ kind: 'product.defined', product: input }] }
  },
})
