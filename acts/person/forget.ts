import { and, asc, eq, isNull, notLike } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { onlyRow } from '#db/rows.ts'
import { wasErased } from '#rules/account.ts'
import type { Entry } from '#rules/entry.ts'
import { Id, Slug } from '#rules/shapes/names.ts'

/**
 * Leaves, in one unit's record, the entry that says which words are gone because their speaker was erased, and empties
 * the seats. Refuses: `not-erased`. Done once: see db/due.ts.
 */
export const forgetPerson = defineAct({
  name: 'person.forget',
  does: 'Records in a unit that a person was erased: which entries lost their words, which seats are empty.',
  input: z.object({ unitId: Slug, personId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  by: 'clock',
  load: async ({ tx, tables: { persons, seats, entries }, input }) => {
    const { unitId, personId } = input
    const person = onlyRow(await tx.select({ erasedAt: persons.erasedAt }).from(persons).where(eq(persons.id, personId)))
    const held = await tx
      .select({ unitId: seats.unitId, role: seats.role })
      .from(seats)
      .where(and(eq(seats.unitId, unitId), eq(seats.personId, personId), isNull(seats.until)))
    const said = await tx
      .select({ number: entries.number, canonical: entries.canonical })
      .from(entries)
      .where(and(eq(entries.stream, unitId), eq(entries.actor, personId), notLike(entries.act, 'vote.%')))
      .orderBy(asc(entries.number))
    const wordless = said.filter((row) => Object.keys((JSON.parse(row.canonical) as Entry).withheld).length > 0)
    return { erasedAt: person.erasedAt, held, numbers: wordless.map((row) => row.number) }
  },
  who: () => [],
  when: ({ facts }) => [wasErased(facts.erasedAt)],
  apply: async ({ tx, tables: { seats, withheld, backings }, input, facts, now }) => {
    const { unitId, personId } = input
    for (const number of facts.numbers)
      await tx.delete(withheld).where(and(eq(withheld.stream, unitId), eq(withheld.number, number)))
    await tx
      .update(seats)
      .set({ until: now })
      .where(and(eq(seats.unitId, unitId), eq(seats.personId, personId), isNull(seats.until)))
    await tx.delete(backings).where(and(eq(backings.unitId, unitId), eq(backings.personId, personId)))
    return {
      result: { entries: facts.numbers.length },
      matter: personId,
      events: [{ kind: 'person.forgotten', unitId, personId, numbers: facts.numbers, roles: facts.held.map((s) => s.role) }],
    }
  },
})
