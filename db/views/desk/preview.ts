import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { knownTo } from '#db/known.ts'
import { batchOf, changesOf, type FigureChanges, type NewObservation, readHashOf } from '#db/observations.ts'
import type { Reader } from '#db/open.ts'
import { onlyRow } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { uploadOf } from '#db/uploads.ts'
import { onlyTheOffice } from '#db/views/desk/office.ts'
import { defineView } from '#db/views/view.ts'
import { groupedBy } from '#figures/grouped.ts'
import type { Known } from '#figures/intake/mapping.ts'
import { type Nouns, nameKey } from '#figures/intake/names.ts'
import { type Intake, readIntake } from '#figures/intake.ts'
import { comparePeriods } from '#figures/period.ts'
import { Refusal } from '#rules/refusal.ts'
import { Mapping } from '#rules/shapes/mapping.ts'
import { Hash, Slug } from '#rules/shapes/names.ts'

/** How many faulty rows, series and revisions are spelt out; the counts are always of all. */
const most = 200

/**
 * Reads a staged file without publishing anything.
 * Refuses: whoever does not work in the unit's office; `no-such-upload`.
 */
export const deskPreview = defineView({
  name: 'desk.preview',
  answers:
    'Shows an office what a staged file says before it is published: columns, series, each faulty row with its reason, and what would change.',
  input: z.object({ unitId: Slug, upload: Hash, mapping: Mapping.nullish(), sourceId: Slug.nullish() }),
  answer: async ({ read, tables, input, actor, standing }) => {
    onlyTheOffice({ actor, standing }, input.unitId)
    const unit = onlyRow(await read.select().from(tables.units).where(eq(tables.units.id, input.unitId)))
    const upload = await uploadOf(read, tables, input.unitId, input.upload)
    if (!upload) throw new Refusal('missing', 'no-such-upload')
    const known = await knownTo(read, tables, input.unitId)
    const sources = await read.select().from(tables.sources).orderBy(asc(tables.sources.title))
    const intake = readIntake({ text: upload.content, unitId: input.unitId, known, mapping: input.mapping ?? null })
    const file = { hash: upload.hash, name: upload.name, at: upload.at }
    const lastSourceId = await lastSourceOf(read, tables, unit.id)
    const about = { lastSourceId, unit: { id: unit.id, name: unit.name }, file, sources, choices: choicesOf(known) }
    if ('unreadable' in intake)
      return { ...about, unreadable: intake.unreadable, values: intake.values, intake: null, already: null }
    const wanted: NewObservation[] = intake.observations.map(({ row, ...one }) => one)
    const changes = await changesOf(read, tables, wanted)
    const sourceId = input.sourceId ?? lastSourceId
    const before =
      sourceId === null ? undefined : await batchOf(read, tables, unit.id, upload.hash, readHashOf(sourceId, wanted))
    return {
      ...about,
      unreadable: null,
      values: {},
      intake: told(intake, changes, known),
      already: alreadyOf(before) ?? null,
    }
  },
})

/** The source of the office's last batch: most files come from where the one before came from. */
async function lastSourceOf(read: Reader, { batches }: Tables, unitId: string): Promise<string | null> {
  const last = read.select({ sourceId: batches.sourceId }).from(batches).where(eq(batches.unitId, unitId))
  return (await last.orderBy(desc(batches.number)).limit(1)).at(0)?.sourceId ?? null
}

const choicesOf = ({ measures, products, units }: Known) => ({
  measures: measures.map(({ id, name, unit }) => ({ id, name, unit })),
  products: products.map(({ id, name, unit }) => ({ id, name, unit })),
  units: units.map(({ id, name }) => ({ id, name })),
})

const alreadyOf = (batch: Awaited<ReturnType<typeof batchOf>>) => batch && { number: batch.number, at: batch.at }

function told(intake: Intake, changes: FigureChanges, known: Known) {
  const { columns, mapping, mappingFits, decimalCertain, format, lacking, rows, faultyRows, firstRows } = intake
  return {
    ...{ columns, mapping, mappingFits, decimalCertain, format, lacking, rows, faultyRows, firstRows },
    problems: intake.problems.slice(0, most),
    problemsInAll: intake.problems.length,
    unknownNames: unknownNames(intake),
    series: seriesFound(intake, known),
    seriesInAll: intake.series.length,
    gaps: intake.observations.filter((one) => one.entered === null).length,
    counts: { added: changes.added.length, revised: changes.revised.length, unchanged: changes.unchanged },
    revisions: changes.revised.slice(0, most).map((after, at) => {
      const { entered, status } = changes.replaced[at] ?? { entered: null, status: after.status }
      const was = { entered, status }
      return {
        seriesId: after.seriesId,
        period: after.period,
        before: was,
        after: { entered: after.entered, status: after.status },
      }
    }),
  }
}

const nounOf: Readonly<Record<string, Nouns>> = {
  'measure-unknown': 'measure',
  'product-unknown': 'product',
  'counterpart-unknown': 'counterpart',
  'row-of-another-unit': 'unit',
}

/** Names in the file that nobody knows, most frequent first: a person can say what each stands for. */
function unknownNames({ problems }: Intake) {
  const named = problems.flatMap(({ code, value }) => {
    const noun = nounOf[code]
    return noun && noun !== 'unit' && value !== '' && value.length <= 200
      ? [{ noun, text: value, key: nameKey(noun, value) }]
      : []
  })
  return [...groupedBy(named, (name) => name.key).values()]
    .map((same) => ({
      noun: same[0]?.noun ?? 'product',
      text: same[0]?.text ?? '',
      key: same[0]?.key ?? '',
      rows: same.length,
    }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, 50)
}

function seriesFound({ series, observations }: Intake, known: Known) {
  const own = groupedBy(observations, (one) => one.seriesId)
  const named = (things: Known['units'], id: string | null) => things.find((thing) => thing.id === id)?.name ?? null
  return series.slice(0, most).map((one) => {
    const periods = (own.get(one.id) ?? []).map((observation) => observation.period).sort(comparePeriods)
    return {
      id: one.id,
      measure: named(known.measures, one.measureId) ?? one.measureId,
      product: named(known.products, one.productId),
      counterpart: named(known.units, one.counterpartId),
      unit: one.unit,
      isNew: one.isNew,
      figures: periods.length,
      from: periods.at(0) ?? null,
      to: periods.at(-1) ?? null,
    }
  })
}
