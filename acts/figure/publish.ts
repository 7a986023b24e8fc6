import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { intakeOf } from '#acts/figure/reading.ts'
import { keepSeries } from '#acts/figure/series.ts'
import {
  batchOf,
  changesOf,
  type FigureChanges,
  makeChanges,
  type NewObservation,
  readHashOf,
} from '#db/observations.ts'
import type { Reader } from '#db/open.ts'
import { standingOf } from '#db/standing.ts'
import type { Tables } from '#db/tables.ts'
import type { FoundSeries } from '#figures/intake/places.ts'
import { refusalOf } from '#rules/refusal.ts'
import { firstBroken } from '#rules/rule.ts'
import { statuses } from '#rules/shapes/figures.ts'
import { Mapping } from '#rules/shapes/mapping.ts'
import { Hash, Slug } from '#rules/shapes/names.ts'
import { whoMayPublish } from '#rules/standing.ts'

const Input = z.object({
  unitId: Slug,
  /** SHA-256 of a staged file. */
  upload: Hash,
  /** Null: as the machine recognises the file. */
  mapping: Mapping.nullable(),
  sourceId: Slug,
  /** Faulty rows are left out where this is true; else one faulty row stops the whole file. */
  leaveOutFaulty: z.boolean(),
  /** The status of rows that do not say it themselves; the mapping's where it is left out. */
  status: z.enum(statuses).optional(),
})

/**
 * Makes a staged file's figures public.
 * Refuses: whoever does not work in the unit's office; `rows-faulty` with their number and the first of them, while they are
 * not to be left out; a file that is no table or says nothing.
 * The same content read in the same way a second time changes nothing. A value that differs closes the one before it.
 */
export const publishFigures = defineAct({
  name: 'figure.publish',
  does: 'Publishes the figures of a file that the unit’s office has sent; a value that differs from the one in force follows it.',
  input: Input,
  stream: (input) => input.unitId,
  body: (input) => input,
  prepare: async ({ read, tables, input, actor }) => {
    const barred = firstBroken(whoMayPublish(actor, await standingOf(read, actor.id), input.unitId))
    if (barred) throw refusalOf('who', barred)
    const { intake, upload, source } = await intakeOf(read, tables, input)
    const wanted: NewObservation[] = intake.observations.map(({ row, ...one }) => one)
    const readHash = readHashOf(source, wanted)
    const atNumber = await numberOf(read, tables, input.unitId)
    const changes = await changesOf(read, tables, wanted)
    const leftOut = intake.faultyRows
    return { wanted, series: intake.series, readHash, name: upload.name, rows: intake.rows, leftOut, atNumber, changes }
  },
  load: async ({ tx, tables, input, prepared, number }) => {
    const already = await batchOf(tx, tables, input.unitId, input.upload, prepared.readHash)
    // What was compared before the lock still holds where nothing has been recorded since.
    const settled = prepared.atNumber === number - 1
    const changes: FigureChanges = settled ? prepared.changes : await changesOf(tx, tables, prepared.wanted)
    return { already: already ?? null, changes }
  },
  who: ({ actor, standing, input }) => whoMayPublish(actor, standing, input.unitId),
  when: () => [],
  apply: async ({ tx, tables, input, actor, prepared, facts, number, now }) => {
    const { unitId, upload: hash, sourceId } = input
    const { name, rows, leftOut, readHash } = prepared
    if (facts.already) {
      const counts = { rows, added: 0, revised: 0, unchanged: prepared.wanted.length, leftOut }
      return { result: { already: true, batch: facts.already.number, ...counts }, events: [] }
    }
    const { changes } = facts
    await keepSeries(tx, tables, { unitId, sourceId, series: prepared.series satisfies readonly FoundSeries[] })
    await makeChanges(tx, tables, changes, { number, now, batch: hash })
    const counts = { rows, added: changes.added.length, revised: changes.revised.length, leftOut }
    const batch = { unitId, hash, readHash, number, name, personId: actor.id, at: now, sourceId }
    await tx.insert(tables.batches).values({ ...batch, ...counts })
    const { rowsHash, unchanged } = changes
    return {
      result: { already: false, batch: number, ...counts, unchanged },
      events: [{ kind: 'figures.published', unitId, sourceId, batch: hash, rowsHash, ...counts, name }],
    }
  },
})

async function numberOf(read: Reader, { streams }: Tables, unitId: string): Promise<number> {
  const rows = await read.select({ number: streams.number }).from(streams).where(eq(streams.id, unitId))
  return rows.at(0)?.number ?? 0
}
