import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { beginSession } from '#acts/account/session.ts'
import { defineAct } from '#acts/act.ts'
import { markOf } from '#db/marks.ts'
import { onlyRow } from '#db/rows.ts'
import { isDemonstration } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { Id } from '#rules/shapes/names.ts'

/** Enters as a sample person, without a password. Refuses: `not-a-demonstration` wherever real people may be. */
export const enterAs = defineAct({
  name: 'account.enter-as',
  does: 'Enters the demonstration as one of its sample people.',
  input: z.object({ personId: Id }),
  stream: () => privateStream,
  body: (input) => input,
  secretAnswer: true,
  by: 'visitor',
  load: async (given) => {
    const { tx, tables, input } = given
    const demonstration = (await markOf(given, 'demonstration')) !== null
    const person = onlyRow(await tx.select().from(tables.persons).where(eq(tables.persons.id, input.personId)))
    return { demonstration, sample: (await markOf(given, `sample:${person.id}`)) !== null }
  },
  who: () => [],
  when: ({ facts }) => [isDemonstration(facts.demonstration && facts.sample)],
  apply: async (given) => ({
    result: await beginSession(given, given.input.personId),
    events: [{ kind: 'account.signed-in', personId: given.input.personId }],
  }),
})
