import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { enterPlanLines } from '#acts/minute/plan-lines.ts'
import { draftedMinute } from '#db/minute.ts'
import { onlyRow, proposalOf, unitOf } from '#db/rows.ts'
import type { JournalEvent } from '#rules/events.ts'
import { Hash, Id, Slug, Words } from '#rules/shapes/names.ts'
import { whenMinuteMayBeConfirmed, whenMinuteStillReads } from '#rules/stages.ts'
import { whoMayConfirmMinute } from '#rules/standing.ts'

export const confirmMinute = defineAct({
  name: 'minute.confirm',
  does: 'Confirms the minute that the journal drafts and records the decided lines as plan lines in force; what was counted cannot be altered.',
  input: z.object({
    unitId: Slug,
    proposalId: Id,
    /** The hash of the draft that the delegate has read. */
    draftHash: Hash,
    /** A remark of the delegate's own, beside the minute. */
    remark: Words.nullable(),
  }),
  stream: (input) => input.unitId,
  body: ({ remark: _, ...open }) => open,
  load: async ({ tx, tables, input }) => {
    const books = { tx, tables }
    const { minutes, votes } = tables
    const proposal = await proposalOf(books, input.unitId, input.proposalId)
    const [minute] = await tx.select().from(minutes).where(eq(minutes.proposalId, input.proposalId))
    const decided = await tx
      .select()
      .from(votes)
      .where(and(eq(votes.proposalId, input.proposalId), eq(votes.state, 'closed')))
    return {
      proposal,
      unit: await unitOf(books, input.unitId),
      minute: minute ?? null,
      drafted: await draftedMinute(books, input.unitId, input.proposalId),
      votes: decided,
    }
  },
  who: ({ actor, standing, input }) => whoMayConfirmMinute(actor, standing, input.unitId),
  when: ({ facts, input }) => [
    ...whenMinuteMayBeConfirmed(facts),
    ...whenMinuteStillReads(facts.drafted.hash, input.draftHash),
  ],
  apply: async ({ tx, tables, input, facts, actor, number, now, newId }) => {
    const { unitId, proposalId, remark } = input
    const { draft, text, hash } = facts.drafted
    const vote = onlyRow(facts.votes.filter((each) => each.id === draft.decision?.voteId))
    const delegateId = actor.id
    await tx
      .insert(tables.minutes)
      .values({ proposalId, unitId, voteId: vote.id, delegateId, text, hash, number, at: now })
    const events: JournalEvent[] = [{ kind: 'minute.confirmed', proposalId, voteId: vote.id, delegateId, hash }]
    events.push(...(await enterPlanLines({ tx, tables, number, now, newId }, { vote, delegateId })))
    const { versions, proposals, units } = tables
    const [version] = await tx
      .select({ body: versions.body })
      .from(versions)
      .where(and(eq(versions.proposalId, proposalId), inArray(versions.version, [vote.version])))
    if (version?.body.rule) {
      const { rule } = version.body
      await tx.update(units).set({ rule }).where(eq(units.id, unitId))
      events.push({ kind: 'rule.changed', unitId, rule, proposalId, voteId: vote.id })
    }
    await tx.update(proposals).set({ stage: 'recorded', movedAt: now }).where(eq(proposals.id, proposalId))
    return {
      result: { hash },
      matter: proposalId,
      events,
      ...(remark === null ? {} : { withheld: { remark: { value: remark, sight: 'public' as const } } }),
    }
  },
})
