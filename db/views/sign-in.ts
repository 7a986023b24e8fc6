import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { isDemonstrationHere, samplePeople } from '#db/marks.ts'
import { peopleNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'

/** The sign-in page: in a demonstration, also whom one may enter as. */
export const signInPage = defineView({
  name: 'sign-in.page',
  answers: 'Whether this is a demonstration, and its sample people with a sentence and their seats.',
  input: z.object({}),
  answer: async ({ read, tables }) => {
    const books = { tx: read, tables }
    const demo = await isDemonstrationHere(books)
    const samples = demo ? await samplePeople(books) : []
    const ids = samples.map((sample) => sample.personId)
    const people = await peopleNamed(read, tables, ids)
    const { seats, units } = tables
    const held = ids.length
      ? await read
          .select({ personId: seats.personId, unitId: seats.unitId, role: seats.role, unitName: units.name })
          .from(seats)
          .innerJoin(units, eq(units.id, seats.unitId))
          .where(and(inArray(seats.personId, ids), isNull(seats.until)))
      : []
    return {
      demo,
      samples: samples.map(({ personId, sentence }) => ({
        personId,
        sentence,
        name: people[personId] ?? personId,
        seats: held.filter((seat) => seat.personId === personId).map(({ personId: _, ...seat }) => seat),
      })),
    }
  },
})
