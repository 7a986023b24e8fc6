import { eq } from 'drizzle-orm'
import { knownTo } from '#db/known.ts'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { type Upload, uploadOf } from '#db/uploads.ts'
import type { Mapping } from '#figures/intake/mapping.ts'
import { type Intake, readIntake } from '#figures/intake.ts'
import { Refusal } from '#rules/refusal.ts'
import type { Status } from '#rules/shapes/figures.ts'

interface Wanted {
  readonly unitId: string
  readonly upload: string
  readonly mapping: Mapping | null
  readonly sourceId: string
  readonly leaveOutFaulty: boolean
  readonly status?: Status | undefined
}

/** Reads a staged file for publication. Refuses as `figure.publish` says. */
export async function intakeOf(
  read: Reader,
  tables: Tables,
  wanted: Wanted,
): Promise<{ intake: Intake; upload: Upload; source: string }> {
  const upload = await uploadOf(read, tables, wanted.unitId, wanted.upload)
  if (!upload) throw new Refusal('missing', 'no-such-upload')
  const { sources } = tables
  const [source] = await read.select({ id: sources.id }).from(sources).where(eq(sources.id, wanted.sourceId))
  if (!source) throw new Refusal('input', 'no-such-source', {}, { sourceId: { code: 'no-such-source', values: {} } })
  const known = await knownTo(read, tables, wanted.unitId)
  const given = { text: upload.content, unitId: wanted.unitId, known }
  let intake = readIntake({ ...given, mapping: wanted.mapping })
  if ('unreadable' in intake) throw new Refusal('input', intake.unreadable, intake.values)
  const { mapping } = intake
  if (wanted.status !== undefined && wanted.status !== mapping.fixed.status) {
    const again = readIntake({ ...given, mapping: { ...mapping, fixed: { ...mapping.fixed, status: wanted.status } } })
    if (!('unreadable' in again)) intake = { ...again, mappingFits: intake.mappingFits }
  }
  if (!intake.mappingFits) throw new Refusal('input', 'mapping-does-not-fit', { columns: intake.columns.length })
  const [lacks] = intake.lacking
  if (lacks) throw new Refusal('input', 'mapping-lacks', { what: lacks })
  const [first] = intake.problems
  if (first && !wanted.leaveOutFaulty) {
    throw new Refusal('input', 'rows-faulty', {
      count: intake.faultyRows,
      row: first.row,
      column: first.column ?? '',
      code: first.code,
    })
  }
  if (intake.observations.length === 0) throw new Refusal('input', 'nothing-to-publish', { rows: intake.rows })
  return { intake, upload, source: source.id }
}
