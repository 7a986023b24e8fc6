import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

/**
 * One statement as it is read; `text` is null where the words were taken away or erased. `removed` says why they were taken
 * away, a dash where whoever said why was erased since; null where nobody took them away.
 */
export async function statementsOf(read: Reader, { statements, withheld }: Tables, proposalId: string) {
  const reasons = alias(withheld, 'reasons')
  const rows = await read
    .select({
      id: statements.id,
      personId: statements.personId,
      kind: statements.kind,
      anchor: statements.anchor,
      replyTo: statements.replyTo,
      at: statements.at,
      number: statements.number,
      removed: statements.removed,
      text: withheld.value,
      reason: reasons.value,
    })
    .from(statements)
    .leftJoin(
      withheld,
      and(eq(withheld.stream, statements.unitId), eq(withheld.number, statements.number), eq(withheld.name, 'text')),
    )
    .leftJoin(
      reasons,
      and(eq(reasons.stream, statements.unitId), eq(reasons.number, statements.removed), eq(reasons.name, 'reason')),
    )
    .where(eq(statements.proposalId, proposalId))
    .orderBy(asc(statements.number))
  return rows.map(({ reason, removed, ...row }) => ({ ...row, removed: removed === null ? null : (reason ?? '—') }))
}

/** The amendments of a proposal with their reasons, oldest first. */
export async function amendmentsOf(read: Reader, { amendments, withheld }: Tables, proposalId: string) {
  return read
    .select({
      id: amendments.id,
      unitId: amendments.unitId,
      proposalId: amendments.proposalId,
      personId: amendments.personId,
      base: amendments.base,
      changes: amendments.changes,
      state: amendments.state,
      collisions: amendments.collisions,
      number: amendments.number,
      at: amendments.at,
      reason: withheld.value,
    })
    .from(amendments)
    .leftJoin(
      withheld,
      and(eq(withheld.stream, amendments.unitId), eq(withheld.number, amendments.number), eq(withheld.name, 'reason')),
    )
    .where(eq(amendments.proposalId, proposalId))
    .orderBy(asc(amendments.number))
}

/** Who came to the table and when, in order of arrival. */
export async function attendanceOf(read: Reader, { attendance }: Tables, proposalId: string) {
  return read
    .select({ personId: attendance.personId, arrivedAt: attendance.arrivedAt, leftAt: attendance.leftAt })
    .from(attendance)
    .where(eq(attendance.proposalId, proposalId))
    .orderBy(asc(attendance.arrivedAt))
}

/** How many members back each cause of a unit: votes asked for, admissions … */
export async function backingsOf(read: Reader, { backings }: Tables, unitId: string) {
  return read
    .select({ cause: backings.cause, personId: backings.personId })
    .from(backings)
    .where(eq(backings.unitId, unitId))
}
