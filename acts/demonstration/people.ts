import { z } from 'zod'
import { keepMark } from '#acts/account/mark.ts'
import { defineAct } from '#acts/act.ts'
import { markOf } from '#db/marks.ts'
import { isDemonstration } from '#rules/account.ts'
import { networkStream } from '#rules/entry.ts'
import { PersonName } from '#rules/shapes/account.ts'
import { Id, Title } from '#rules/shapes/names.ts'

const Sample = z.object({
  id: Id,
  name: PersonName,
  /** Shown on the sign-in page, where one click enters as this person; null for people who only fill the halls. */
  sentence: Title.nullable(),
})

/** Brings invented people into a demonstration. They have no passwords: `account.enter-as` lets one in. */
export const inventPeople = defineAct({
  name: 'demonstration.people',
  does: 'Brings invented people into a demonstration.',
  input: z.object({ people: z.array(Sample).min(1).max(1000) }),
  stream: () => networkStream,
  body: ({ people }) => ({ people: people.map((person) => person.id) }),
  by: 'operator',
  load: async (given) => ({ demonstration: (await markOf(given, 'demonstration')) !== null }),
  who: () => [],
  when: ({ facts }) => [isDemonstration(facts.demonstration)],
  apply: async (given) => {
    const { tx, tables, input, now } = given
    await tx.insert(tables.persons).values(input.people.map(({ id, name }) => ({ id, name, joinedAt: now })))
    for (const { id, sentence } of input.people) if (sentence !== null) await keepMark(given, `sample:${id}`, sentence)
    return {
      result: { people: input.people.length },
      events: input.people.map(({ id }) => ({ kind: 'person.joined' as const, personId: id })),
    }
  },
})
