import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct, type Outcome } from '#acts/act.ts'
import { addBacking, emptyBackings } from '#acts/seat/backing.ts'
import { backersOf, holdersOf, unitOf } from '#db/rows.ts'
import { neededFor, roleOf, seatCauses, whenSeatMayBeBacked } from '#rules/seats.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whoMayBackSeats } from '#rules/standing.ts'

export const backSeat = defineAct({
  name: 'seat.back',
  does: 'Backs the admission of a member, the appointment or dismissal of an office worker, or the election or recall of a delegate; it comes about when enough members back it.',
  input: z.object({ unitId: Slug, cause: z.enum(seatCauses), personId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input }) => {
    const books = { tx, tables }
    const [person] = await tx
      .select({ id: tables.persons.id, erasedAt: tables.persons.erasedAt })
      .from(tables.persons)
      .where(eq(tables.persons.id, input.personId))
    return {
      unit: await unitOf(books, input.unitId),
      personExists: person !== undefined && person.erasedAt === null,
      holders: await holdersOf(books, input.unitId, roleOf(input.cause)),
      members: await holdersOf(books, input.unitId, 'member'),
      backers: await backersOf(books, input.unitId, `${input.cause}:${input.personId}`),
    }
  },
  who: ({ actor, standing, input }) => whoMayBackSeats(actor, standing, input.unitId),
  when: ({ facts, input, actor }) => whenSeatMayBeBacked(facts, input, actor.id),
  apply: async ({ tx, tables, input, facts, actor, now }): Promise<Outcome<Backed>> => {
    const cause = `${input.cause}:${input.personId}`
    await addBacking({ tx, tables }, { unitId: input.unitId, cause, personId: actor.id, at: now })
    // Those who have left since no longer count.
    const backers = new Set([...facts.backers.filter((id) => facts.members.includes(id)), actor.id])
    const needed = neededFor(input.cause, facts.unit.numbers, facts.members.length)
    const done = backers.size >= needed
    const backed = { kind: 'seat.backed' as const, unitId: input.unitId, cause: input.cause, personId: input.personId }
    if (!done)
      return { result: { done, backers: backers.size, needed }, events: [{ ...backed, backers: backers.size, needed }] }
    await emptyBackings({ tx, tables }, input.unitId, cause)
    const role = roleOf(input.cause)
    const leaves = input.cause === 'recall' || input.cause === 'dismiss'
    const seat = { unitId: input.unitId, personId: input.personId, role }
    if (leaves)
      await tx
        .update(tables.seats)
        .set({ until: now })
        .where(
          and(
            eq(tables.seats.unitId, input.unitId),
            eq(tables.seats.personId, input.personId),
            eq(tables.seats.role, role),
            isNull(tables.seats.until),
          ),
        )
    else await tx.insert(tables.seats).values({ ...seat, since: now })
    return {
      result: { done, backers: backers.size, needed },
      events: [
        { ...backed, backers: backers.size, needed },
        leaves
          ? { kind: 'seat.left' as const, ...seat, cause: input.cause }
          : { kind: 'seat.taken' as const, ...seat, cause: input.cause },
      ],
    }
  },
})

interface Backed {
  readonly done: boolean
  readonly backers: number
  readonly needed: number
}
