import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { privateStream } from '#rules/entry.ts'
import { PersonName } from '#rules/shapes/account.ts'

/** Changes the name by which others read one; the record holds ids only, so nothing in it changes. */
export const rename = defineAct({
  name: 'account.rename',
  does: 'Changes one’s own name as others read it; the name for signing in stays.',
  input: z.object({ name: PersonName }),
  stream: () => privateStream,
  body: () => ({}),
  load: async () => ({}),
  who: () => [],
  when: () => [],
  apply: async ({ tx, tables: { persons }, input, actor }) => {
    await tx.update(persons).set({ name: input.name }).where(eq(persons.id, actor.id))
    return { result: {}, events: [{ kind: 'account.renamed', personId: actor.id }] }
  },
})
