import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { adoptAmendment } from '#acts/amendment/adopt.ts'
import { amendmentOf, backersOf, holdersOf, openVotesOf, proposalOf, unitOf } from '#db/rows.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenAmendmentMayBeAccepted } from '#rules/stages.ts'
import { whoMayAcceptAmendment } from '#rules/standing.ts'

export const acceptAmendment = defineAct({
  name: 'amendment.accept',
  does: 'Accepts an amendment, by the proposer and unless enough members ask for a vote on it; it makes a new version.',
  input: z.object({ unitId: Slug, amendmentId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input }) => {
    const books = { tx, tables }
    const amendment = await amendmentOf(books, input.unitId, input.amendmentId)
    return {
      amendment,
      proposal: await proposalOf(books, input.unitId, amendment.proposalId),
      openVotes: await openVotesOf(books, amendment.proposalId),
      unit: await unitOf(books, input.unitId),
      members: await holdersOf(books, input.unitId, 'member'),
      backers: await backersOf(books, input.unitId, `amendment-vote:${input.amendmentId}`),
    }
  },
  who: ({ actor, standing, facts }) => whoMayAcceptAmendment(actor, standing, facts.proposal),
  when: ({ facts }) => whenAmendmentMayBeAccepted(facts),
  apply: async ({ tx, tables, facts, now, number }) => {
    const { version, events } = await adoptAmendment({ tx, tables, now, number, by: 'proposer' }, facts.amendment)
    return { result: { version }, matter: facts.proposal.id, events }
  },
})
