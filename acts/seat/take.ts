import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { addBacking } from '#acts/seat/backing.ts'
import { backersOf, holdersOf, unitOf } from '#db/rows.ts'
import { Refusal } from '#rules/refusal.ts'
import { neededFor, whenSeatMayBeTaken } from '#rules/seats.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayTakeSeat } from '#rules/standing.ts'

export const takeSeat = defineAct({
  name: 'seat.take',
  does: 'Takes a member’s seat after an invitation; where the assembly asks for more than one member’s consent, the invitation counts as the first.',
  input: z.object({ unitId: Slug }),
  stream: (input) => input.unitId,
  body: (input) => input,
  // An invitation that was used stays used by the same person, so it can be read before the lock.
  prepare: async ({ read, tables: { invitations }, input, actor }) => {
    const [used] = await read
      .select({ madeBy: invitations.madeBy })
      .from(invitations)
      .where(and(eq(invitations.unitId, input.unitId), eq(invitations.usedBy, actor.id)))
    if (!used) throw new Refusal('missing', 'no-invitation')
    return { inviter: used.madeBy }
  },
  load: async ({ tx, tables, input, actor }) => ({
    unit: await unitOf({ tx, tables }, input.unitId),
    members: await holdersOf({ tx, tables }, input.unitId, 'member'),
    backers: await backersOf({ tx, tables }, input.unitId, `admit:${actor.id}`),
  }),
  who: ({ actor }) => whoMayTakeSeat(actor),
  when: ({ facts, actor }) => whenSeatMayBeTaken(facts, actor.id),
  apply: async ({ tx, tables, input, facts, actor, prepared, now }) => {
    const { unitId } = input
    const needed = neededFor('admit', facts.unit.numbers, facts.members.length)
    const counts = facts.members.includes(prepared.inviter) ? [prepared.inviter] : []
    const backers = new Set([...facts.backers, ...counts])
    const seated = backers.size >= needed
    const seat = { unitId, personId: actor.id, role: 'member' as const }
    if (seated) await tx.insert(tables.seats).values({ ...seat, since: now })
    else
      for (const personId of counts)
        await addBacking({ tx, tables }, { unitId, cause: `admit:${actor.id}`, personId, at: now })
    const asked = { kind: 'seat.backed' as const, unitId, cause: 'admit' as const, personId: actor.id }
    return {
      result: { seated, backers: backers.size, needed },
      events: [
        { ...asked, backers: backers.size, needed },
        ...(seated ? [{ kind: 'seat.taken' as const, ...seat, cause: 'admit' as const }] : []),
      ],
    }
  },
})
