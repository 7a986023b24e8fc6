import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { knownNames } from '#db/names.ts'
import { unitOf } from '#db/rows.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import { refuseFaultyBody } from '#rules/lines.ts'
import { Slug } from '#rules/shapes/names.ts'
import { ProposalBody } from '#rules/shapes/proposal.ts'
import { whoMayPropose } from '#rules/standing.ts'

export const openProposal = defineAct({
  name: 'proposal.open',
  does: 'Opens a proposal made of words and quantity lines, for the assembly to discuss and amend.',
  input: z.object({ unitId: Slug, body: ProposalBody }),
  stream: (input) => input.unitId,
  body: (input) => input,
  prepare: async ({ read, tables, input }) => refuseFaultyBody(input.body, await knownNames({ tx: read, tables })),
  load: async ({ tx, tables, input }) => ({ unit: await unitOf({ tx, tables }, input.unitId) }),
  who: ({ actor, standing, input }) => whoMayPropose(actor, standing, input.unitId),
  when: () => [],
  apply: async ({ tx, tables, input, actor, now, number, newId }) => {
    const proposalId = newId()
    const { unitId, body } = input
    const hash = textHash(canonicalText(body))
    await tx.insert(tables.proposals).values({
      id: proposalId,
      unitId,
      proposerId: actor.id,
      stage: 'discussion',
      version: 1,
      title: body.title,
      openedAt: now,
      movedAt: now,
    })
    await tx.insert(tables.versions).values({ proposalId, version: 1, body, hash, amendmentId: null, number, at: now })
    return {
      result: { proposalId },
      matter: proposalId,
      events: [{ kind: 'proposal.opened', proposalId, proposerId: actor.id, version: 1, body, hash }],
    }
  },
})
