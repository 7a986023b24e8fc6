import { z } from 'zod'
import { defineView } from '#db/views/view.ts'
import { bookkeeping } from '#rules/bookkeeping.ts'
import { mayFrom } from '#rules/may.ts'
import { whoMayDefine } from '#rules/standing.ts'

export const booksPage = defineView({
  name: 'books.page',
  answers:
    'Lists what all offices share: the measures with their definitions, the products, and the sources of figures.',
  input: z.object({}),
  answer: async ({ read, tables, actor, standing }) => {
    const measures = await read.select().from(tables.measures)
    const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'en')
    return {
      measures: [...measures].sort(byName),
      products: [...(await read.select().from(tables.products))].sort(byName),
      sources: [...(await read.select().from(tables.sources))].sort((one, other) =>
        one.title.localeCompare(other.title, 'en'),
      ),
      /** The usual measures that nobody has defined here yet. */
      missing: bookkeeping.filter((usual) => !measures.some((measure) => measure.id === usual.id)),
      may: { define: mayFrom(whoMayDefine(actor, standing), []) },
    }
  },
})
