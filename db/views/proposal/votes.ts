import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor } from '#rules/standing.ts'
import type { MajorityCount } from '#rules/voting/majority.ts'

/** The votes of a proposal, the newest first: how many have voted, whether the reader may and has, and the result once closed. */
export async function votesOf(read: Reader, tables: Tables, proposalId: string, actor: Actor) {
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
  return Promise.all(
    rows.map(async ({ result, ...vote }) => {
      const count = async (table: typeof ballots | typeof electorate, person: string | null) => {
        const [row] = await read
          .select({ count: sql<number>`count(*)`.mapWith(Number) })
          .from(table)
          .where(and(eq(table.voteId, vote.id), person === null ? undefined : eq(table.personId, person)))
        return row?.count ?? 0
      }
      return {
        ...vote,
        cast: await count(ballots, null),
        entitled: await count(electorate, null),
        mine:
          (await count(electorate, actor.id)) === 0
            ? 'not-entitled'
            : (await count(ballots, actor.id)) > 0
              ? 'cast'
              : 'open',
        result: result === null ? null : (JSON.parse(result) as MajorityCount),
      } as const
    }),
  )
}
