import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { placedOnNewest } from '#acts/amendment/place.ts'
import { knownNames } from '#db/names.ts'
import { amendmentOf, newestVersionOf, openVotesOf, proposalOf, versionOf } from '#db/rows.ts'
import { refuseFaultyChanges } from '#rules/lines.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { Change } from '#rules/shapes/proposal.ts'
import { whenAmendmentMayBeRewritten } from '#rules/stages.ts'
import { whoMayRewriteAmendment } from '#rules/standing.ts'

export const rewriteAmendment = defineAct({
  name: 'amendment.rewrite',
  does: 'Rewrites one’s own amendment against a newer version, so that it no longer collides.',
  input: z.object({ unitId: Slug, amendmentId: Id, base: z.int().min(1), changes: z.array(Change).min(1).max(60) }),
  stream: (input) => input.unitId,
  body: (input) => input,
  prepare: async ({ read, tables, input }) =>
    refuseFaultyChanges(input.changes, await knownNames({ tx: read, tables })),
  load: async ({ tx, tables, input }) => {
    const amendment = await amendmentOf({ tx, tables }, input.unitId, input.amendmentId)
    return {
      amendment,
      proposal: await proposalOf({ tx, tables }, input.unitId, amendment.proposalId),
      openVotes: await openVotesOf({ tx, tables }, amendment.proposalId),
      base: await versionOf({ tx, tables }, amendment.proposalId, input.base),
      newest: await newestVersionOf({ tx, tables }, amendment.proposalId),
    }
  },
  who: ({ actor, facts }) => whoMayRewriteAmendment(actor, facts.amendment),
  when: ({ facts }) => whenAmendmentMayBeRewritten(facts),
  apply: async ({ tx, tables, input, facts }) => {
    const { base, changes, state, collisions } = placedOnNewest(input.changes, facts.base, facts.newest)
    const kept = { base, changes: [...changes], state, collisions: [...collisions] }
    await tx.update(tables.amendments).set(kept).where(eq(tables.amendments.id, input.amendmentId))
    const { proposalId } = facts.amendment
    return {
      result: { state, collisions },
      matter: proposalId,
      events: [{ kind: 'amendment.rewritten', amendmentId: input.amendmentId, proposalId, ...kept }],
    }
  },
})
