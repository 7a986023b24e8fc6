import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { bearingSeries } from '#db/books/bearing.ts'
import { referenceOf } from '#db/books/reference.ts'
import { readTechnique } from '#db/books/technique.ts'
import { holdersOf, onlyRow } from '#db/rows.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { peopleNamed, productsNamed, unitsNamed } from '#db/views/names.ts'
import { amendmentsOf, attendanceOf, backingsOf, statementsOf } from '#db/views/proposal/discussion.ts'
import { maysOf } from '#db/views/proposal/mays.ts'
import { votesOf } from '#db/views/proposal/votes.ts'
import { defineView } from '#db/views/view.ts'
import { Id } from '#rules/shapes/names.ts'

export const proposalPage = defineView({
  name: 'proposal.page',
  answers:
    'Shows a proposal at the table: its newest version, discussion, amendments, brief, votes, and what the books say follows.',
  input: z.object({ proposalId: Id, version: z.coerce.number().int().min(1).nullable().default(null) }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { proposals, versions, units, briefs, minutes, streams } = tables
    const proposal = onlyRow(await read.select().from(proposals).where(eq(proposals.id, input.proposalId)))
    const unit = onlyRow(await read.select().from(units).where(eq(units.id, proposal.unitId)))
    const stream = onlyRow(
      await read.select({ id: streams.id, number: streams.number }).from(streams).where(eq(streams.id, unit.id)),
    )
    const history = await read
      .select()
      .from(versions)
      .where(eq(versions.proposalId, proposal.id))
      .orderBy(asc(versions.version))
    const shown = onlyRow(history.filter((each) => each.version === (input.version ?? proposal.version)))
    const [brief] = await read.select().from(briefs).where(eq(briefs.proposalId, proposal.id))
    const [minute] = await read
      .select({ at: minutes.at, delegateId: minutes.delegateId })
      .from(minutes)
      .where(eq(minutes.proposalId, proposal.id))
    const statements = await statementsOf(read, tables, proposal.id)
    const amendments = await amendmentsOf(read, tables, proposal.id)
    const attendance = await attendanceOf(read, tables, proposal.id)
    const backings = await backingsOf(read, tables, unit.id)
    const votes = await votesOf(read, tables, proposal.id, actor)
    const bearing = await bearingSeries({ tx: read, tables }, shown.body.lines)
    const briefed = brief ? brief.body.blocks.flatMap((block) => (block.kind === 'words' ? [] : block.series)) : []
    const members = await holdersOf({ tx: read, tables }, unit.id, 'member')
    const people = [
      proposal.proposerId,
      ...statements.map((each) => each.personId),
      ...amendments.map((each) => each.personId),
      ...attendance.map((each) => each.personId),
      ...(brief ? [brief.writtenBy] : []),
      ...(minute ? [minute.delegateId] : []),
    ]
    return {
      proposal,
      unit: { id: unit.id, name: unit.name, rule: unit.rule, numbers: unit.numbers, members: members.length },
      stream,
      version: shown.version,
      body: shown.body,
      versions: history.map(({ version, amendmentId, at, body }) => ({ version, amendmentId, at, body })),
      statements,
      amendments,
      attendance,
      backings: backings.filter(({ cause }) => cause.includes('vote:') || cause.startsWith('remove:')),
      votes,
      brief: brief ?? null,
      minute: minute ?? null,
      charts: await chartSeries(read, tables, [...new Set(briefed)], {}),
      bearing,
      technique: await readTechnique({ tx: read, tables }, now),
      reference: await referenceOf(
        { tx: read, tables },
        [
          ...shown.body.lines,
          ...amendments.flatMap((each) =>
            each.changes.flatMap((change) => (change.kind === 'insert-line' ? [change.line] : [])),
          ),
        ],
        now,
      ),
      people: await peopleNamed(read, tables, people),
      units: await unitsNamed(read, tables),
      products: await productsNamed(read, tables),
      may: maysOf({
        proposal,
        unit,
        members,
        amendments,
        votes,
        backings,
        attendance,
        minute: minute ?? null,
        actor,
        standing,
        now,
      }),
    }
  },
})
