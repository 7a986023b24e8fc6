import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { refuseStrayAnchor } from '#db/anchors.ts'
import { proposalOf } from '#db/rows.ts'
import { keepStatement, statementOf } from '#db/statements.ts'
import { Id, Slug, Words } from '#rules/shapes/names.ts'
import { Anchor, statementKinds } from '#rules/shapes/statement.ts'
import { whenWordsMayBeSpoken } from '#rules/stages.ts'
import { whoMayMakeStatement } from '#rules/standing.ts'

export const makeStatement = defineAct({
  name: 'statement.make',
  does: 'Says something about a proposal, a block, a line, an amendment or a figure: a statement, a question to the office, its answer, or an objection.',
  input: z.object({
    unitId: Slug,
    proposalId: Id,
    kind: z.enum(statementKinds),
    anchor: Anchor,
    replyTo: Id.nullable(),
    text: Words,
  }),
  stream: (input) => input.unitId,
  // What a person says is withheld: the entry holds a commitment to it.
  body: ({ text: _, ...open }) => open,
  load: async ({ tx, tables, input }) => {
    const proposal = await proposalOf({ tx, tables }, input.unitId, input.proposalId)
    await refuseStrayAnchor({ tx, tables }, input, input.anchor)
    const repliedTo = input.replyTo === null ? null : await statementOf(tx, input.proposalId, input.replyTo)
    return { proposal, repliedTo }
  },
  who: ({ actor, standing, input }) => whoMayMakeStatement(actor, standing, input),
  when: ({ facts, input }) => whenWordsMayBeSpoken({ ...facts, kind: input.kind }),
  apply: async ({ tx, input, actor, now, number, newId }) => {
    const statementId = newId()
    const { unitId, proposalId, kind, anchor, replyTo } = input
    const said = { proposalId, kind, anchor, replyTo }
    await keepStatement(tx, { id: statementId, unitId, personId: actor.id, ...said, number, at: now, removed: null })
    return {
      result: { statementId },
      matter: proposalId,
      withheld: { text: { value: input.text, sight: 'public' } },
      events: [
        { kind: 'statement.made', statementId, personId: actor.id, proposalId, statement: kind, anchor, replyTo },
      ],
    }
  },
})
