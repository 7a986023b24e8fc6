import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { DecisionRule } from '#rules/shapes/decision-rule.ts'
import type { Actor } from '#rules/standing.ts'
import type { MajorityCount } from '#rules/voting/majority.ts'

/** A vote as everybody may see it: how many have voted, and the count once it has closed. */
export interface PublicVote {
  readonly id: string
  readonly amendmentId: string | null
  readonly version: number
  readonly rule: DecisionRule
  readonly opensAt: string
  readonly closesAt: string
  readonly state: 'open' | 'closed'
  readonly cast: number
  readonly entitled: number
  readonly result: MajorityCount | null
}

/** Whether the reader is on the roll of a vote, and has voted. */
export type OwnPart = 'not-entitled' | 'cast' | 'open'

/** Gives the votes of a proposal as everybody may see them, the newest first. */
export async function publicVotesOf(read: Reader, tables: Tables, proposalId: string): Promise<PublicVote[]> {
  const { votes, ballots, electorate } = tables
  const rows = await read
    .select({
      id: votes.id,
      amendmentId: votes.amendmentId,
      version: votes.version,
      rule: votes.rule,
      opensAt: votes.opensAt,
      closesAt: votes.closesAt,
      state: votes.state,
      result: votes.result,
    })
    .from(votes)
    .where(eq(votes.proposalId, proposalId))
    .orderBy(desc(votes.opensAt))
  if (rows.length === 0) return []
  const counted = async (table: typeof ballots | typeof electorate) => {
    const counts = await read
      .select({ voteId: table.voteId, count: sql<number>`count(*)`.mapWith(Number) })
      .from(table)
      .where(
        inArray(
          table.voteId,
          rows.map((row) => row.id),
        ),
      )
      .groupBy(table.voteId)
    return new Map(counts.map((row) => [row.voteId, row.count]))
  }
  const cast = await counted(ballots)
  const entitled = await counted(electorate)
  return rows.map(({ result, ...vote }) => ({
    ...vote,
    cast: cast.get(vote.id) ?? 0,
    entitled: entitled.get(vote.id) ?? 0,
    result: result === null ? null : (JSON.parse(result) as MajorityCount),
  }))
}

/** Gives the reader's own part in votes, by their ids. */
export async function ownPartsIn(
  read: Reader,
  { ballots, electorate }: Tables,
  voteIds: readonly string[],
  actor: Actor,
): Promise<Record<string, OwnPart>> {
  if (voteIds.length === 0 || actor.kind !== 'person') return {}
  const rows = await read
    .select({ voteId: electorate.voteId, ballot: ballots.number })
    .from(electorate)
    .leftJoin(ballots, and(eq(ballots.voteId, electorate.voteId), eq(ballots.personId, electorate.personId)))
    .where(and(inArray(electorate.voteId, [...voteIds]), eq(electorate.personId, actor.id)))
  return Object.fromEntries(rows.map((row) => [row.voteId, row.ballot === null ? 'open' : 'cast']))
}

/** The votes of a proposal, the newest first, with the reader's own part in each. */
export async function votesOf(read: Reader, tables: Tables, proposalId: string, actor: Actor) {
  const votes = await publicVotesOf(read, tables, proposalId)
  const own = await ownPartsIn(
    read,
    tables,
    votes.map((vote) => vote.id),
    actor,
  )
  return votes.map((vote) => ({ ...vote, mine: own[vote.id] ?? 'not-entitled' }) as const)
}
