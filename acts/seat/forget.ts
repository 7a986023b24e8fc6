import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { onlyRow } from '#db/rows.ts'
import { wasErased } from '#rules/account.ts'
import { Id, Slug } from '#rules/shapes/names.ts'

/** Empties, in one unit, the seats of a person who was erased. Refuses: `not-erased`. Done once: see db/due.ts. */
export const forgetSeats = defineAct({
  name: 'seat.forget',
  does: 'Empties a unit’s seats whose holder was erased.',
  input: z.object({ unitId: Slug, personId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  by: 'clock',
  load: async ({ tx, tables: { persons, seats }, input: { unitId, personId } }) => ({
    person: onlyRow(await tx.select({ erasedAt: persons.erasedAt }).from(persons).where(eq(persons.id, personId))),
    held: await tx
      .select({ unitId: seats.unitId, role: seats.role })
      .from(seats)
      .where(and(eq(seats.unitId, unitId), eq(seats.personId, personId), isNull(seats.until))),
  }),
  who: () => [],
  when: ({ facts }) => [wasErased(facts.person.erasedAt, facts.held.length)],
  apply: async ({ tx, tables: { seats, backings }, input: { unitId, personId }, facts, now }) => {
    await tx
      .update(seats)
      .set({ until: now })
      .where(and(eq(seats.unitId, unitId), eq(seats.personId, personId), isNull(seats.until)))
    await tx.delete(backings).where(and(eq(backings.unitId, unitId), eq(backings.personId, personId)))
    return {
      result: { seats: facts.held.length },
      events: facts.held.map(({ role }) => ({ kind: 'seat.left' as const, unitId, personId, role, cause: 'erased' })),
    }
  },
})
