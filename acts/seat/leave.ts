import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { holdersOf } from '#db/rows.ts'
import { whenSeatMayBeLeft } from '#rules/seats.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayLeave } from '#rules/standing.ts'

export const leaveSeat = defineAct({
  name: 'seat.leave',
  does: 'Gives up one’s own seat as member, delegate or office worker.',
  input: z.object({ unitId: Slug, role: z.enum(['member', 'delegate', 'office']) }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input }) => ({ holders: await holdersOf({ tx, tables }, input.unitId, input.role) }),
  who: ({ actor }) => whoMayLeave(actor),
  when: ({ facts, actor }) => whenSeatMayBeLeft(facts, actor.id),
  apply: async ({ tx, tables, input, actor, now }) => {
    const { seats } = tables
    await tx
      .update(seats)
      .set({ until: now })
      .where(
        and(
          eq(seats.unitId, input.unitId),
          eq(seats.personId, actor.id),
          eq(seats.role, input.role),
          isNull(seats.until),
        ),
      )
    return {
      result: {},
      events: [{ kind: 'seat.left', unitId: input.unitId, personId: actor.id, role: input.role, cause: 'leave' }],
    }
  },
})
