import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { missingPeriods } from '#db/views/desk/missing.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { peopleNamed } from '#db/views/names.ts'
import { type Asked, defineView } from '#db/views/view.ts'
import { mayFrom } from '#rules/may.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayPublish } from '#rules/standing.ts'

export const deskPage = defineView({
  name: 'desk.page',
  answers:
    'Shows the desk of a unit’s office: what it published last, its series with what is missing, files that wait, and questions that wait for an answer.',
  input: z.object({ unitId: Slug }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { units, series, batches, sources, uploads } = tables
    const unit = onlyRow(
      await read.select({ id: units.id, name: units.name }).from(units).where(eq(units.id, input.unitId)),
    )
    const may = mayFrom(whoMayPublish(actor, standing, unit.id), [])
    const ids = await read.select({ id: series.id }).from(series).where(eq(series.unitId, unit.id)).orderBy(series.id)
    const kept = await chartSeries(
      read,
      tables,
      ids.map((row) => row.id),
      { asOf: null, from: null, to: null },
    )
    const last = await read
      .select()
      .from(batches)
      .where(eq(batches.unitId, unit.id))
      .orderBy(desc(batches.number))
      .limit(12)
    // Files that wait are the office's own; everything else on this page is open.
    const waiting = may.ok
      ? await read
          .select({ hash: uploads.hash, name: uploads.name, at: uploads.at, personId: uploads.personId })
          .from(uploads)
          .where(eq(uploads.unitId, unit.id))
          .orderBy(desc(uploads.at))
      : []
    const published = await publishedAmong(
      { read, tables },
      unit.id,
      waiting.map((one) => one.hash),
    )
    const questions = await openQuestions({ read, tables }, unit.id)
    const people = [...last, ...waiting, ...questions].map((one) => one.personId)
    return {
      unit,
      batches: last,
      waiting: waiting.filter((one) => !published.has(one.hash)),
      series: kept.map(({ points, ...one }) => ({
        ...one,
        figures: points.length,
        first: points.at(0)?.period ?? null,
        latest: points.at(-1) ?? null,
        missing: missingPeriods(
          points.filter((point) => point.value !== null).map((point) => point.period),
          now,
        ),
      })),
      questions,
      sources: await read.select().from(sources).orderBy(sources.title),
      people: await peopleNamed(read, tables, people),
      may: { publish: may },
    }
  },
})

type Reads = Pick<Asked<unknown>, 'read' | 'tables'>

async function publishedAmong({ read, tables: { batches } }: Reads, unitId: string, hashes: readonly string[]) {
  if (hashes.length === 0) return new Set<string>()
  const rows = await read
    .select({ hash: batches.hash })
    .from(batches)
    .where(and(eq(batches.unitId, unitId), inArray(batches.hash, [...hashes])))
  return new Set(rows.map((row) => row.hash))
}

/** Questions in the unit's own proposals to which the office has not answered yet, newest first. */
async function openQuestions({ read, tables: { statements: s, withheld, proposals } }: Reads, unitId: string) {
  const answered = await read
    .select({ replyTo: s.replyTo })
    .from(s)
    .where(and(eq(s.unitId, unitId), eq(s.kind, 'answer'), isNotNull(s.replyTo)))
  const done = new Set(answered.map((row) => row.replyTo))
  const asked = await read
    .select({
      id: s.id,
      proposalId: s.proposalId,
      title: proposals.title,
      personId: s.personId,
      at: s.at,
      anchor: s.anchor,
      text: withheld.value,
    })
    .from(s)
    .innerJoin(proposals, eq(proposals.id, s.proposalId))
    .innerJoin(
      withheld,
      and(
        eq(withheld.stream, s.unitId),
        eq(withheld.number, s.number),
        eq(withheld.name, 'text'),
        eq(withheld.sight, 'public'),
      ),
    )
    .where(and(eq(s.unitId, unitId), eq(s.kind, 'question')))
    .orderBy(desc(s.at))
  return asked.filter((question) => !done.has(question.id)).slice(0, 50)
}
