import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { openVotesOf, proposalOf } from '#db/rows.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenProposalMayBeWithdrawn } from '#rules/stages.ts'
import { whoMayWithdrawProposal } from '#rules/standing.ts'

export const withdrawProposal = defineAct({
  name: 'proposal.withdraw',
  does: 'Takes a proposal back, by its proposer and before a vote on it opens; what was said stays readable.',
  input: z.object({ unitId: Slug, proposalId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input }) => ({
    proposal: await proposalOf({ tx, tables }, input.unitId, input.proposalId),
    openVotes: await openVotesOf({ tx, tables }, input.proposalId),
  }),
  who: ({ actor, facts }) => whoMayWithdrawProposal(actor, facts.proposal),
  when: ({ facts }) => whenProposalMayBeWithdrawn(facts),
  apply: async ({ tx, tables, input, now }) => {
    const stage = 'withdrawn' as const
    await tx.update(tables.proposals).set({ stage, movedAt: now }).where(eq(tables.proposals.id, input.proposalId))
    return {
      result: {},
      matter: input.proposalId,
      events: [{ kind: 'proposal.withdrawn', proposalId: input.proposalId }],
    }
  },
})
