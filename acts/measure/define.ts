import { eq } from 'drizzle-orm'
import { defineAct } from '#acts/act.ts'
import { whenNameIsFree } from '#rules/books.ts'
import { networkStream } from '#rules/entry.ts'
import { Measure } from '#rules/shapes/figures.ts'
import { whoMayDefine } from '#rules/standing.ts'

export const defineMeasure = defineAct({
  name: 'measure.define',
  does: 'Defines a measure for the whole network: what is counted, in which unit of measure, and how it may be added up.',
  input: Measure,
  stream: () => networkStream,
  body: (input) => input,
  load: async ({ tx, tables: { measures }, input }) => {
    const found = await tx.select({ id: measures.id }).from(measures).where(eq(measures.id, input.id))
    return { taken: found.length > 0 }
  },
  who: ({ actor, standing }) => whoMayDefine(actor, standing),
  when: ({ facts, input }) => whenNameIsFree(facts.taken, input.id),
  apply: async ({ tx, tables, input }) => {
    await tx.insert(tables.measures).values(input)
    return { result: { measureId: input.id }, matter: input.id, events: [{ kind: 'measure.defined', measure: input }] }
  },
})
