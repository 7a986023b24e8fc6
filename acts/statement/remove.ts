import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { addBacking, emptyBackings } from '#acts/seat/backing.ts'
import { backersOf, holdersOf, onlyRow, unitOf } from '#db/rows.ts'
import { Id, Slug, Title } from '#rules/shapes/names.ts'
import { whenStatementMayBeRemoved } from '#rules/stages.ts'
import { whoMayRemoveStatement } from '#rules/standing.ts'

export const removeStatement = defineAct({
  name: 'statement.remove',
  does: 'Takes back one’s own words, or backs taking away words that break the assembly’s order; the entry and the reason stay.',
  input: z.object({ unitId: Slug, statementId: Id, reason: Title }),
  stream: (input) => input.unitId,
  // The reason is a person's words too: the entry holds a commitment to it.
  body: ({ reason: _, ...open }) => open,
  load: async ({ tx, tables, input }) => {
    const { statements } = tables
    const found = await tx
      .select()
      .from(statements)
      .where(and(eq(statements.id, input.statementId), eq(statements.unitId, input.unitId)))
    return {
      statement: onlyRow(found),
      unit: await unitOf({ tx, tables }, input.unitId),
      members: await holdersOf({ tx, tables }, input.unitId, 'member'),
      backers: await backersOf({ tx, tables }, input.unitId, `remove:${input.statementId}`),
    }
  },
  who: ({ actor, standing, facts }) => whoMayRemoveStatement(actor, standing, facts.statement),
  when: ({ facts }) => whenStatementMayBeRemoved(facts.statement),
  apply: async ({ tx, tables, input, facts, actor, number, now }) => {
    const { statement, unit, members } = facts
    const cause = `remove:${statement.id}`
    const own = statement.personId === actor.id
    const backers = new Set([...facts.backers.filter((id) => members.includes(id)), actor.id])
    const needed = own ? 1 : Math.max(1, Math.min(unit.numbers.moderation, members.length))
    const removed = own || backers.size >= needed
    if (!removed) await addBacking({ tx, tables }, { unitId: input.unitId, cause, personId: actor.id, at: now })
    else {
      await emptyBackings({ tx, tables }, input.unitId, cause)
      await tx.update(tables.statements).set({ removed: number }).where(eq(tables.statements.id, statement.id))
      const { withheld } = tables
      await tx
        .delete(withheld)
        .where(and(eq(withheld.stream, input.unitId), eq(withheld.number, statement.number), eq(withheld.name, 'text')))
    }
    const about = { statementId: statement.id, proposalId: statement.proposalId, own }
    return {
      result: { removed, backers: backers.size, needed },
      matter: statement.proposalId,
      withheld: { reason: { value: input.reason, sight: 'public' } },
      events: removed
        ? [{ kind: 'statement.removed' as const, ...about }]
        : [{ kind: 'statement.removal-backed' as const, ...about, backers: backers.size, needed }],
    }
  },
})
