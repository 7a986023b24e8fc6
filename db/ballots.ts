import { and, eq } from 'drizzle-orm'
import { defineHot, type Params, type Reader, type Tx } from '#db/open.ts'
import { onlyRow } from '#db/rows.ts'

const vote = defineHot((q, { votes: v }, param: Params<{ unitId: string; voteId: string }>) =>
  q
    .select({
      id: v.id,
      unitId: v.unitId,
      proposalId: v.proposalId,
      state: v.state,
      opensAt: v.opensAt,
      closesAt: v.closesAt,
    })
    .from(v)
    .where(and(eq(v.id, param('voteId')), eq(v.unitId, param('unitId')))),
)

const entitlement = defineHot((q, { electorate: e }, param: Params<{ voteId: string; personId: string }>) =>
  q
    .select({ personId: e.personId })
    .from(e)
    .where(and(eq(e.voteId, param('voteId')), eq(e.personId, param('personId')))),
)

interface Ballot {
  readonly voteId: string
  readonly personId: string
  readonly choice: 'yes' | 'no' | 'abstain'
  readonly number: number
}

const ballot = defineHot((q, { ballots }, param: Params<Ballot>) =>
  q
    .insert(ballots)
    .values({
      voteId: param('voteId'),
      personId: param('personId'),
      choice: param('choice'),
      number: param('number'),
    })
    .onConflictDoUpdate({
      target: [ballots.voteId, ballots.personId],
      set: { choice: param('choice'), number: param('number') },
    }),
)

/** Gives what a ballot needs to know of its vote. Refuses with `missing`, also where the vote is another unit's. */
export const voteToCast = async (read: Reader, unitId: string, voteId: string) =>
  onlyRow(await read.hot(vote, { unitId, voteId }))

/** Tells whether a person stands in the electorate as it was frozen when the vote opened. */
export const isEntitled = async (read: Reader, voteId: string, personId: string): Promise<boolean> =>
  (await read.hot(entitlement, { voteId, personId })).length > 0

/** Keeps a member's ballot; a later one replaces it. */
export const keepBallot = (tx: Tx, given: Ballot) => tx.hot(ballot, given)
