import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineView } from '#db/views/view.ts'
import { mayFrom } from '#rules/may.ts'
import { whoMayFound } from '#rules/standing.ts'

/** What whoever founds a unit chooses from: larger units, and the people of one's own units for the first seats. */
export const unitFounding = defineView({
  name: 'unit.founding',
  answers:
    'Gives the larger units and the people among whom a founder chooses, and whether the reader may found a unit.',
  input: z.object({}),
  answer: async ({ read, tables, actor, standing }) => {
    const { units, seats, persons } = tables
    const known = await read
      .select({ id: units.id, name: units.name, kind: units.kind })
      .from(units)
      .orderBy(asc(units.name))
    const withMembers = new Set(
      (
        await read
          .selectDistinct({ id: seats.unitId })
          .from(seats)
          .where(and(eq(seats.role, 'member'), isNull(seats.until)))
      ).map((row) => row.id),
    )
    const own = [...new Set(standing.map((seat) => seat.unitId))]
    const fellows =
      own.length === 0
        ? []
        : await read
            .selectDistinct({ id: persons.id, name: persons.name })
            .from(seats)
            .innerJoin(persons, eq(persons.id, seats.personId))
            .where(and(inArray(seats.unitId, own), isNull(seats.until), isNull(persons.erasedAt)))
            .orderBy(asc(persons.name), asc(persons.id))
    const [self] =
      actor.kind === 'person'
        ? await read.select({ id: persons.id, name: persons.name }).from(persons).where(eq(persons.id, actor.id))
        : []
    return {
      /** Those that have an assembly. */
      units: known.filter((unit) => withMembers.has(unit.id)),
      /** The reader first. */
      people: [...(self ? [self] : []), ...fellows.filter((each) => each.id !== self?.id)].slice(0, 200),
      may: { found: mayFrom(whoMayFound(actor, standing, known.length), []) },
    }
  },
})
