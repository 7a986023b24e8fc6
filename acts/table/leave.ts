import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { proposalOf } from '#db/rows.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenTableMayBeLeft } from '#rules/stages.ts'
import { whoMayAttend } from '#rules/standing.ts'

export const leaveTable = defineAct({
  name: 'table.leave',
  does: 'Leaves the negotiating table of a proposal.',
  input: z.object({ unitId: Slug, proposalId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input, actor }) => {
    const { attendance } = tables
    await proposalOf({ tx, tables }, input.unitId, input.proposalId)
    const here = await tx
      .select()
      .from(attendance)
      .where(
        and(eq(attendance.proposalId, input.proposalId), eq(attendance.personId, actor.id), isNull(attendance.leftAt)),
      )
    return { here }
  },
  who: ({ actor, standing, input }) => whoMayAttend(actor, standing, input.unitId),
  when: ({ facts }) => whenTableMayBeLeft({ here: facts.here.length > 0 }),
  apply: async ({ tx, tables, input, actor, now }) => {
    const { attendance } = tables
    await tx
      .update(attendance)
      .set({ leftAt: now })
      .where(
        and(eq(attendance.proposalId, input.proposalId), eq(attendance.personId, actor.id), isNull(attendance.leftAt)),
      )
    return {
      result: {},
      matter: input.proposalId,
      events: [{ kind: 'table.left', proposalId: input.proposalId, personId: actor.id }],
    }
  },
})
