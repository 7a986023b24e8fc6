import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { addBacking } from '#acts/seat/backing.ts'
import { amendmentOf, backersOf, holdersOf, proposalOf, unitOf } from '#db/rows.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenVoteOnAmendmentMayBeAsked } from '#rules/stages.ts'
import { whoMayAskVote } from '#rules/standing.ts'

export const askVoteOnAmendment = defineAct({
  name: 'amendment.ask-vote',
  does: 'Asks that the assembly vote on an amendment; when enough members ask, the proposer alone can no longer accept it.',
  input: z.object({ unitId: Slug, amendmentId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  load: async ({ tx, tables, input }) => {
    const books = { tx, tables }
    const amendment = await amendmentOf(books, input.unitId, input.amendmentId)
    return {
      amendment,
      proposal: await proposalOf(books, input.unitId, amendment.proposalId),
      unit: await unitOf(books, input.unitId),
      members: await holdersOf(books, input.unitId, 'member'),
      backers: await backersOf(books, input.unitId, `amendment-vote:${input.amendmentId}`),
    }
  },
  who: ({ actor, standing, input }) => whoMayAskVote(actor, standing, input.unitId),
  when: ({ facts, actor }) => whenVoteOnAmendmentMayBeAsked({ ...facts, actorId: actor.id }),
  apply: async ({ tx, tables, input, facts, actor, now }) => {
    const cause = `amendment-vote:${input.amendmentId}`
    await addBacking({ tx, tables }, { unitId: input.unitId, cause, personId: actor.id, at: now })
    const backers = new Set([...facts.backers.filter((id) => facts.members.includes(id)), actor.id]).size
    const needed = Math.max(1, Math.min(facts.unit.numbers.amendmentVote, facts.members.length))
    const { id: amendmentId, proposalId } = facts.amendment
    return {
      result: { backers, needed, voteNeeded: backers >= needed },
      matter: proposalId,
      events: [{ kind: 'amendment.vote-asked', amendmentId, proposalId, personId: actor.id, backers, needed }],
    }
  },
})
