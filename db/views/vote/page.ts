import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Frozen } from '#db/freeze.ts'
import { onlyRow } from '#db/rows.ts'
import { peopleNamed, productsNamed, unitsNamed } from '#db/views/names.ts'
import { votesOf } from '#db/views/proposal/votes.ts'
import { defineView } from '#db/views/view.ts'
import { mayFrom } from '#rules/may.ts'
import type { Choice } from '#rules/shapes/decision-rule.ts'
import { Id } from '#rules/shapes/names.ts'
import { whenVotesCount } from '#rules/stages.ts'
import { isMember, whoMayVote } from '#rules/standing.ts'

export const votePage = defineView({
  name: 'vote.page',
  answers:
    'Shows a vote: what it is about, its frozen rule, figures and electorate, how many have voted, and once closed the result with every vote.',
  input: z.object({ voteId: Id }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { votes, proposals, versions, units, amendments, ballots, electorate, persons } = tables
    const row = onlyRow(await read.select().from(votes).where(eq(votes.id, input.voteId)))
    const stream = onlyRow(
      await read
        .select({ number: tables.streams.number })
        .from(tables.streams)
        .where(eq(tables.streams.id, row.unitId)),
    )
    const [proposal] = await read.select().from(proposals).where(eq(proposals.id, row.proposalId))
    const unit = onlyRow(await read.select().from(units).where(eq(units.id, row.unitId)))
    const version = onlyRow(
      await read
        .select({ body: versions.body, hash: versions.hash })
        .from(versions)
        .where(and(eq(versions.proposalId, row.proposalId), eq(versions.version, row.version))),
    )
    const [amendment] = row.amendmentId
      ? await read.select().from(amendments).where(eq(amendments.id, row.amendmentId))
      : []
    const summary = onlyRow((await votesOf(read, tables, row.proposalId, actor)).filter((vote) => vote.id === row.id))
    const roll = await read
      .select({ personId: electorate.personId, name: persons.name, choice: ballots.choice, number: ballots.number })
      .from(electorate)
      .leftJoin(persons, eq(persons.id, electorate.personId))
      .leftJoin(ballots, and(eq(ballots.voteId, electorate.voteId), eq(ballots.personId, electorate.personId)))
      .where(eq(electorate.voteId, row.id))
      .orderBy(asc(electorate.personId))
    const closed = row.state === 'closed'
    const namesShown = unit.namesShownTo === 'everybody' || isMember(standing, unit.id).holds
    const own = roll.find((voter) => voter.personId === actor.id)
    return {
      /** Up to where this answer has read the unit's record. */
      streamNumber: stream.number,
      vote: {
        ...summary,
        unitId: row.unitId,
        proposalId: row.proposalId,
        manifestHash: row.manifestHash,
        frozenHash: row.frozenHash,
        number: row.number,
        openedBy: row.openedBy,
      },
      manifest: row.manifest,
      proposal: onlyRow(proposal ? [proposal] : []),
      unit: { id: unit.id, name: unit.name, namesShownTo: unit.namesShownTo },
      body: version.body,
      versionHash: version.hash,
      amendment: amendment ?? null,
      frozen: JSON.parse(row.frozen) as Frozen,
      /** The reader's own choice is theirs to see at any time; everybody's once the vote has closed. */
      ownChoice: (own?.choice ?? null) as Choice | null,
      roll: roll.map(({ personId, name, choice, number }) => ({
        personId,
        name: namesShown || personId === actor.id ? name : null,
        // Who has voted is nobody else’s business before the close.
        voted: closed || personId === actor.id ? number !== null : null,
        choice: closed ? choice : null,
        /** The entry that holds the commitment. */
        number: closed || personId === actor.id ? number : null,
      })),
      namesShown,
      people: await peopleNamed(read, tables, [row.openedBy, ...(amendment ? [amendment.personId] : [])]),
      units: await unitsNamed(read, tables),
      products: await productsNamed(read, tables),
      may: { cast: mayFrom(whoMayVote(actor, own !== undefined), whenVotesCount({ vote: row }, now)) },
    }
  },
})
