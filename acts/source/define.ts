import { eq } from 'drizzle-orm'
import { defineAct } from '#acts/act.ts'
import { whenNameIsFree } from '#rules/books.ts'
import { networkStream } from '#rules/entry.ts'
import { Source } from '#rules/shapes/figures.ts'
import { whoMayDefine } from '#rules/standing.ts'

export const defineSource = defineAct({
  name: 'source.define',
  does: 'Defines a source of figures: who produced them, under which licence, and whether they are invented.',
  input: Source,
  stream: () => networkStream,
  body: (input) => input,
  load: async ({ tx, tables: { sources }, input }) => {
    const found = await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, input.id))
    return { taken: found.length > 0 }
  },
  who: ({ actor, standing }) => whoMayDefine(actor, standing),
  when: ({ facts, input }) => whenNameIsFree(facts.taken, input.id),
  apply: async ({ tx, tables, input }) => {
    await tx.insert(tables.sources).values(input)
    return { result: { sourceId: input.id }, matter: input.id, events: [{ kind: 'source.defined', source: input }] }
  },
})
