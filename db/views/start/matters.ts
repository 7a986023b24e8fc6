import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { MajorityResult } from '#rules/voting/majority.ts'

/** How often open proposals, then the plan in force, speak of each product, the most often first. */
export async function productsSpokenOf(read: Reader, tables: Tables): Promise<string[]> {
  const { proposals, versions, planLines } = tables
  const open = await read
    .select({ body: versions.body })
    .from(proposals)
    .innerJoin(versions, and(eq(versions.proposalId, proposals.id), eq(versions.version, proposals.version)))
    .where(inArray(proposals.stage, ['discussion', 'voting']))
  const planned = await read
    .select({ productId: planLines.productId })
    .from(planLines)
    .where(eq(planLines.state, 'in-force'))
  const counts = new Map<string, number>()
  const count = (productId: string, weight: number) => counts.set(productId, (counts.get(productId) ?? 0) + weight)
  // What is open weighs more than any plan.
  for (const { body } of open) for (const line of body.lines) count(line.productId, 1_000_000)
  for (const { productId } of planned) count(productId, 1)
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([productId]) => productId)
}

/** The proposals decided last: the closed vote, its result and whether the delegate has recorded it. */
export async function latestDecisions(read: Reader, tables: Tables, many: number) {
  const { votes, proposals, units, minutes } = tables
  const rows = await read
    .select({
      voteId: votes.id,
      proposalId: votes.proposalId,
      closesAt: votes.closesAt,
      result: votes.result,
      title: proposals.title,
      stage: proposals.stage,
      unitId: votes.unitId,
      unitName: units.name,
      recordedAt: minutes.at,
    })
    .from(votes)
    .innerJoin(proposals, eq(proposals.id, votes.proposalId))
    .innerJoin(units, eq(units.id, votes.unitId))
    .leftJoin(minutes, eq(minutes.proposalId, votes.proposalId))
    .where(and(eq(votes.state, 'closed'), isNull(votes.amendmentId)))
    .orderBy(desc(votes.closesAt))
    .limit(many)
  return rows.flatMap(({ result, ...row }) =>
    result === null ? [] : [{ ...row, result: JSON.parse(result) as MajorityResult }],
  )
}
