import { desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { peopleNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { Slug } from '#rules/shapes/names.ts'
import { type Stage, stages } from '#rules/shapes/proposal.ts'

export const proposalsList = defineView({
  name: 'proposals.list',
  answers:
    'Lists proposals, the one that moved last first, with what is open about each and whether it waits for the reader.',
  input: z.object({
    unitId: Slug.nullable().default(null),
    stage: z.enum(stages).nullable().default(null),
    skip: z.coerce.number().int().min(0).default(0),
  }),
  answer: async ({ read, tables, input, actor }) => {
    const { proposals, statements, amendments, votes, electorate, ballots } = tables
    const wanted = [
      ...(input.unitId ? [eq(proposals.unitId, input.unitId)] : []),
      ...(input.stage ? [eq(proposals.stage, input.stage)] : []),
    ]
    const rows = await read
      .select()
      .from(proposals)
      .where(sql.join(wanted.length > 0 ? wanted : [sql`1 = 1`], sql` and `))
      .orderBy(desc(proposals.movedAt))
      .limit(51)
      .offset(input.skip)
    const shown = rows.slice(0, 50)
    const ids = shown.map((row) => row.id)
    const none = ids.length === 0
    const said = none
      ? []
      : await read
          .select({
            id: statements.proposalId,
            count: sql<number>`count(*)`.mapWith(Number),
            last: sql<string>`max(${statements.at})`,
          })
          .from(statements)
          .where(inArray(statements.proposalId, ids))
          .groupBy(statements.proposalId)
    const tabled = none
      ? []
      : await read
          .select({ id: amendments.proposalId, state: amendments.state })
          .from(amendments)
          .where(inArray(amendments.proposalId, ids))
    const open = none
      ? []
      : await read
          .select({
            id: votes.id,
            proposalId: votes.proposalId,
            closesAt: votes.closesAt,
            amendmentId: votes.amendmentId,
          })
          .from(votes)
          .where(sql`${inArray(votes.proposalId, ids)} and ${votes.state} = 'open'`)
    const mine = new Set<string>()
    const cast = new Set<string>()
    if (open.length > 0 && actor.kind === 'person') {
      const voteIds = open.map((vote) => vote.id)
      for (const row of await read
        .select({ voteId: electorate.voteId })
        .from(electorate)
        .where(sql`${inArray(electorate.voteId, voteIds)} and ${electorate.personId} = ${actor.id}`))
        mine.add(row.voteId)
      for (const row of await read
        .select({ voteId: ballots.voteId })
        .from(ballots)
        .where(sql`${inArray(ballots.voteId, voteIds)} and ${ballots.personId} = ${actor.id}`))
        cast.add(row.voteId)
    }
    const counts = await read
      .select({ stage: proposals.stage, count: sql<number>`count(*)`.mapWith(Number) })
      .from(proposals)
      .groupBy(proposals.stage)
    return {
      proposals: shown.map((row) => ({
        ...row,
        statements: said.find((each) => each.id === row.id)?.count ?? 0,
        /** When anything was last decided, amended or said. */
        newestAt: [row.movedAt, said.find((each) => each.id === row.id)?.last ?? ''].sort().at(-1) ?? row.movedAt,
        amendments: tabled.filter((each) => each.id === row.id && ['tabled', 'collides', 'voting'].includes(each.state))
          .length,
        votes: open
          .filter((vote) => vote.proposalId === row.id)
          .map((vote) => ({ ...vote, waitsForMe: mine.has(vote.id) && !cast.has(vote.id) })),
      })),
      counts: Object.fromEntries(counts.map((row) => [row.stage, row.count])) as Partial<Record<Stage, number>>,
      more: rows.length > 50,
      skip: input.skip,
      people: await peopleNamed(
        read,
        tables,
        shown.map((row) => row.proposerId),
      ),
      units: await unitsNamed(read, tables),
    }
  },
})
