import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { keepMark } from '#acts/account/mark.ts'
import { defineAct } from '#acts/act.ts'
import { markOf } from '#db/marks.ts'
import { isDemonstration, peopleAreNew } from '#rules/account.ts'
import { networkStream } from '#rules/entry.ts'
import { PersonName } from '#rules/shapes/account.ts'
import { Id, namesEachOnce, Title } from '#rules/shapes/names.ts'

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
  input: z.object({
    people: z
      .array(Sample)
      .min(1)
      .max(1000)
      .refine((people) => namesEachOnce(people.map((person) => person.id)), { params: { code: 'named-twice' } }),
  }),
  stream: () => networkStream,
  body: ({ people }) => ({ people: people.map((person) => person.id) }),
  by: 'operator',
  load: async (given) => {
    const { persons } = given.tables
    const ids = given.input.people.map((person) => person.id)
    const known = await given.tx.$count(persons, inArray(persons.id, ids))
    return { demonstration: (await markOf(given, 'demonstration')) !== null, known }
  },
  who: () => [],
  when: ({ facts }) => [isDemonstration(facts.demonstration), peopleAreNew(facts.known)],
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
