import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { isEntitled, keepBallot, voteToCast } from '#db/ballots.ts'
import { Choice } from '#rules/shapes/decision-rule.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenVotesCount } from '#rules/stages.ts'
import { whoMayVote } from '#rules/standing.ts'

export const castVote = defineAct({
  name: 'vote.cast',
  does: 'Records one member’s named vote; until the close a later vote replaces it, and nobody sees the choice before.',
  input: z.object({ unitId: Slug, voteId: Id, choice: Choice }),
  stream: (input) => input.unitId,
  // The entry says that this member voted; it only commits to the choice.
  body: ({ choice: _, ...open }) => open,
  load: async ({ tx, input, actor }) => ({
    vote: await voteToCast(tx, input.unitId, input.voteId),
    entitled: await isEntitled(tx, input.voteId, actor.id),
  }),
  who: ({ actor, facts }) => whoMayVote(actor, facts.entitled),
  when: ({ facts, now }) => whenVotesCount(facts, now),
  apply: async ({ tx, input, facts, actor, number }) => {
    const { voteId, choice } = input
    await keepBallot(tx, { voteId, personId: actor.id, choice, number })
    return {
      result: { voteId, choice },
      matter: facts.vote.proposalId,
      withheld: { choice: { value: choice, sight: 'sealed' } },
      events: [{ kind: 'vote.cast', voteId, proposalId: facts.vote.proposalId, personId: actor.id }],
    }
  },
})
