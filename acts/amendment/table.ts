import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { placedOnNewest } from '#acts/amendment/place.ts'
import { knownNames } from '#db/names.ts'
import { newestVersionOf, openVotesOf, proposalOf, versionOf } from '#db/rows.ts'
import { refuseFaultyChanges } from '#rules/lines.ts'
import { Id, Slug, Words } from '#rules/shapes/names.ts'
import { Change } from '#rules/shapes/proposal.ts'
import { whenProposalMayBeAmended } from '#rules/stages.ts'
import { whoMayAmend } from '#rules/standing.ts'

export const tableAmendment = defineAct({
  name: 'amendment.table',
  does: 'Tables an amendment to words, quantities or both, written against a stated version of a proposal.',
  input: z.object({
    unitId: Slug,
    proposalId: Id,
    base: z.int().min(1),
    changes: z.array(Change).min(1).max(60),
    reason: Words,
  }),
  stream: (input) => input.unitId,
  body: ({ reason: _, ...open }) => open,
  prepare: async ({ read, tables, input }) =>
    refuseFaultyChanges(input.changes, await knownNames({ tx: read, tables })),
  load: async ({ tx, tables, input }) => {
    const proposal = await proposalOf({ tx, tables }, input.unitId, input.proposalId)
    return {
      proposal,
      openVotes: await openVotesOf({ tx, tables }, input.proposalId),
      base: await versionOf({ tx, tables }, input.proposalId, input.base),
      newest: await newestVersionOf({ tx, tables }, input.proposalId),
    }
  },
  who: ({ actor, standing, input }) => whoMayAmend(actor, standing, input.unitId),
  when: ({ facts }) => whenProposalMayBeAmended(facts),
  apply: async ({ tx, tables, input, facts, actor, now, number, newId }) => {
    const amendmentId = newId()
    const { unitId, proposalId } = input
    const placed = placedOnNewest(input.changes, facts.base, facts.newest)
    const { base, changes, state, collisions } = placed
    await tx.insert(tables.amendments).values({
      id: amendmentId,
      unitId,
      proposalId,
      personId: actor.id,
      base,
      changes: [...changes],
      state,
      collisions: [...collisions],
      number,
      at: now,
    })
    return {
      result: { amendmentId, state, collisions },
      matter: proposalId,
      withheld: { reason: { value: input.reason, sight: 'public' } },
      events: [
        {
          kind: 'amendment.tabled',
          amendmentId,
          proposalId,
          personId: actor.id,
          base,
          changes: [...changes],
          state,
          collisions: [...collisions],
        },
      ],
    }
  },
})
