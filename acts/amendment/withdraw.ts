import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { amendmentOf } from '#db/rows.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenAmendmentMayBeWithdrawn } from '#rules/stages.ts'
import { whoMayWithdrawAmendment } from '#rules/standing.ts'

export const withdrawAmendment = defineAct({
  name: 'amendment.withdraw',
  does: 'Takes one’s own amendment back before it is voted on or accepted.',
  input: z.object({ unitId: Slug, amendmentId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input }) => ({
    amendment: await amendmentOf({ tx, tables }, input.unitId, input.amendmentId),
  }),
  who: ({ actor, facts }) => whoMayWithdrawAmendment(actor, facts.amendment),
  when: ({ facts }) => whenAmendmentMayBeWithdrawn(facts),
  apply: async ({ tx, tables, input, facts }) => {
    await tx.update(tables.amendments).set({ state: 'withdrawn' }).where(eq(tables.amendments.id, input.amendmentId))
    const { id: amendmentId, proposalId } = facts.amendment
    return { result: {}, matter: proposalId, events: [{ kind: 'amendment.withdrawn', amendmentId, proposalId }] }
  },
})
