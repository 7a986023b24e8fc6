import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { adoptAmendment } from '#acts/amendment/adopt.ts'
import { amendmentOf, voteOf } from '#db/rows.ts'
import { canonicalText } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import { Id, Slug } from '#rules/shapes/names.ts'
import { whenVoteMayBeClosed } from '#rules/stages.ts'
import { countMajority } from '#rules/voting/majority.ts'

export const closeVote = defineAct({
  name: 'vote.close',
  does: 'Closes a vote at its hour, opens the commitments, counts, and says whether it passed; done once, by the clock alone.',
  input: z.object({ unitId: Slug, voteId: Id }),
  stream: (input) => input.unitId,
  body: (input) => input,
  by: 'clock',
  load: async ({ tx, tables, input }) => {
    const vote = await voteOf({ tx, tables }, input.unitId, input.voteId)
    const { electorate, ballots, withheld } = tables
    const cast = await tx.select().from(ballots).where(eq(ballots.voteId, vote.id)).orderBy(ballots.personId)
    const salts = await tx
      .select({ number: withheld.number, salt: withheld.salt })
      .from(withheld)
      .innerJoin(ballots, and(eq(ballots.number, withheld.number), eq(ballots.voteId, vote.id)))
      .where(and(eq(withheld.stream, input.unitId), eq(withheld.name, 'choice')))
    return {
      vote,
      amendment: vote.amendmentId ? await amendmentOf({ tx, tables }, input.unitId, vote.amendmentId) : null,
      entitled: (await tx.select().from(electorate).where(eq(electorate.voteId, vote.id))).length,
      cast,
      salts: new Map(salts.map((row) => [row.number, row.salt])),
    }
  },
  who: () => [],
  when: ({ facts, now }) => whenVoteMayBeClosed(facts, now),
  apply: async ({ tx, tables, facts, number, now }) => {
    const { vote, amendment, cast } = facts
    const having = (choice: string) => cast.filter((ballot) => ballot.choice === choice).length
    const count = countMajority({
      rule: vote.rule,
      entitled: facts.entitled,
      yes: having('yes'),
      no: having('no'),
      abstain: having('abstain'),
    })
    const result = canonicalText(count)
    await tx.update(tables.votes).set({ state: 'closed', result }).where(eq(tables.votes.id, vote.id))
    const ballots = cast.map(({ personId, choice, number: entry }) => ({
      personId,
      number: entry,
      choice,
      salt: facts.salts.get(entry) ?? '',
    }))
    const { withheld } = tables
    for (let from = 0; from < cast.length; from += 500)
      await tx
        .update(withheld)
        .set({ sight: 'public' })
        .where(
          and(
            eq(withheld.stream, vote.unitId),
            eq(withheld.name, 'choice'),
            inArray(
              withheld.number,
              cast.slice(from, from + 500).map((ballot) => ballot.number),
            ),
          ),
        )
    const passed = count.outcome === 'passed'
    const events: JournalEvent[] = [
      {
        kind: 'vote.closed',
        voteId: vote.id,
        proposalId: vote.proposalId,
        amendmentId: vote.amendmentId,
        passed,
        result: count,
        ballots,
      },
    ]
    const proposal = eq(tables.proposals.id, vote.proposalId)
    if (!amendment) {
      await tx
        .update(tables.proposals)
        .set({ stage: passed ? 'adopted' : 'rejected', movedAt: now })
        .where(proposal)
      // What was still on the table has not found its way into the decision.
      const left = await tx
        .update(tables.amendments)
        .set({ state: 'lost' })
        .where(
          and(
            eq(tables.amendments.proposalId, vote.proposalId),
            inArray(tables.amendments.state, ['tabled', 'collides']),
          ),
        )
        .returning({ id: tables.amendments.id })
      for (const { id } of left)
        events.push({ kind: 'amendment.lost', amendmentId: id, proposalId: vote.proposalId, voteId: vote.id })
      events.push({
        kind: passed ? 'proposal.adopted' : 'proposal.rejected',
        proposalId: vote.proposalId,
        voteId: vote.id,
        version: vote.version,
      })
    } else if (passed) {
      events.push(...(await adoptAmendment({ tx, tables, number, now, by: 'vote' }, amendment)).events)
    } else {
      await tx.update(tables.amendments).set({ state: 'lost' }).where(eq(tables.amendments.id, amendment.id))
      await tx.update(tables.proposals).set({ movedAt: now }).where(proposal)
      events.push({
        kind: 'amendment.lost',
        amendmentId: amendment.id,
        proposalId: vote.proposalId,
        voteId: vote.id,
      })
    }
    return { result: { passed }, matter: vote.proposalId, events }
  },
})
