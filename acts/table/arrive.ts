import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { proposalOf } from '#db/rows.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenTableMayBeJoined } from '#rules/stages.ts'
import { whoMayAttend } from '#rules/standing.ts'

export const arriveAtTable = defineAct({
  name: 'table.arrive',
  does: 'Takes a place at the negotiating table of a proposal; the minute will say who attended.',
  input: z.object({ unitId: Slug, proposalId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input, actor }) => {
    const { attendance } = tables
    const here = await tx
      .select()
      .from(attendance)
      .where(
        and(eq(attendance.proposalId, input.proposalId), eq(attendance.personId, actor.id), isNull(attendance.leftAt)),
      )
    return { proposal: await proposalOf({ tx, tables }, input.unitId, input.proposalId), here }
  },
  who: ({ actor, standing, input }) => whoMayAttend(actor, standing, input.unitId),
  when: ({ facts }) => whenTableMayBeJoined({ proposal: facts.proposal, here: facts.here.length > 0 }),
  apply: async ({ tx, tables, input, actor, now }) => {
    const { proposalId } = input
    await tx.insert(tables.attendance).values({ proposalId, personId: actor.id, arrivedAt: now, leftAt: null })
    return {
      result: {},
      matter: proposalId,
      events: [{ kind: 'table.arrived', proposalId, personId: actor.id }],
    }
  },
})
