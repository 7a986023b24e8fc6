import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { draftedMinute } from '#db/minute.ts'
import type { Reader } from '#db/open.ts'
import { onlyRow } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { peopleNamed, productsNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { mayFrom } from '#rules/may.ts'
import type { Minute } from '#rules/minute.ts'
import { Id } from '#rules/shapes/names.ts'
import { whenMinuteMayBeConfirmed } from '#rules/stages.ts'
import { whoMayConfirmMinute } from '#rules/standing.ts'

export const minutePage = defineView({
  name: 'minute.page',
  answers:
    'Gives the minute of a proposal: as the delegate confirmed it, or as the journal drafts it until then, with the words that people spoke beside it.',
  input: z.object({ proposalId: Id }),
  answer: async ({ read, tables, input, actor, standing }) => {
    const { proposals, minutes, planLines } = tables
    const books = { tx: read, tables }
    const proposal = onlyRow(await read.select().from(proposals).where(eq(proposals.id, input.proposalId)))
    const [confirmed] = await read.select().from(minutes).where(eq(minutes.proposalId, proposal.id))
    const drafted = await draftedMinute(books, proposal.unitId, proposal.id)
    const minute = confirmed ? (JSON.parse(confirmed.text) as Minute) : drafted.draft
    const words = await wordsBeside(read, tables, minute, confirmed?.number ?? null)
    const units = await unitsNamed(read, tables)
    return {
      proposal: { id: proposal.id, title: proposal.title, stage: proposal.stage },
      unit: { id: proposal.unitId, name: units[proposal.unitId] ?? proposal.unitId },
      minute,
      /** The minute as it is hashed, byte for byte. */
      text: confirmed?.text ?? drafted.text,
      hash: confirmed?.hash ?? drafted.hash,
      confirmed: confirmed
        ? { delegateId: confirmed.delegateId, at: confirmed.at, number: confirmed.number, remark: words.remark }
        : null,
      /** The words of objections and questions, and the reasons of amendments, by the entry's number; null where they were taken away. */
      words: words.spoken,
      amendments: await amendmentsIn(read, tables, minute),
      planLines: await read
        .select({ id: planLines.id, lineId: planLines.lineId, state: planLines.state })
        .from(planLines)
        .where(eq(planLines.proposalId, proposal.id)),
      people: await peopleNamed(read, tables, peopleIn(minute, confirmed?.delegateId ?? null)),
      units,
      products: await productsNamed(read, tables),
      may: {
        confirm: mayFrom(
          whoMayConfirmMinute(actor, standing, proposal.unitId),
          whenMinuteMayBeConfirmed({ proposal, minute: confirmed ?? null }),
        ),
      },
    }
  },
})

const peopleIn = (minute: Minute, delegateId: string | null): string[] => [
  ...(minute.proposerId ? [minute.proposerId] : []),
  ...(delegateId ? [delegateId] : []),
  ...minute.attended.map((each) => each.personId),
  ...[...minute.amendments.adopted, ...minute.amendments.notAdopted].map((each) => each.personId),
  ...[...minute.objections, ...minute.openQuestions].map((each) => each.personId),
]

async function wordsBeside(
  read: Reader,
  { withheld }: Tables,
  minute: Minute,
  confirmedBy: number | null,
): Promise<{ spoken: Record<number, string | null>; remark: string | null }> {
  const numbers = [
    ...[...minute.objections, ...minute.openQuestions].map((each) => each.number),
    ...[...minute.amendments.adopted, ...minute.amendments.notAdopted].map((each) => each.number),
  ]
  const wanted = [...new Set([...numbers, ...(confirmedBy === null ? [] : [confirmedBy])])]
  if (wanted.length === 0) return { spoken: {}, remark: null }
  const rows = await read
    .select({ number: withheld.number, name: withheld.name, value: withheld.value })
    .from(withheld)
    .where(
      and(
        eq(withheld.stream, minute.unitId),
        eq(withheld.sight, 'public'),
        inArray(withheld.number, wanted.slice(0, 900)),
      ),
    )
  const spoken = Object.fromEntries(
    numbers.map((number) => [
      number,
      rows.find((row) => row.number === number && (row.name === 'text' || row.name === 'reason'))?.value ?? null,
    ]),
  )
  return {
    spoken,
    remark: rows.find((row) => row.number === confirmedBy && row.name === 'remark')?.value ?? null,
  }
}

/** What each amendment changed, with what its base says in the places that it touches. */
async function amendmentsIn(read: Reader, { amendments, versions }: Tables, minute: Minute) {
  const all = await read
    .select({ id: amendments.id, base: amendments.base, changes: amendments.changes })
    .from(amendments)
    .where(eq(amendments.proposalId, minute.proposalId))
  const bodies = new Map(
    (
      await read
        .select({ version: versions.version, body: versions.body })
        .from(versions)
        .where(eq(versions.proposalId, minute.proposalId))
    ).map((row) => [row.version, row.body]),
  )
  return Object.fromEntries(
    all.flatMap(({ id, base, changes }) => {
      const was = bodies.get(base)
      return was ? [[id, { base, changes, was: { title: was.title, blocks: was.blocks, lines: was.lines } }]] : []
    }),
  )
}
