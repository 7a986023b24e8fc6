import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

interface Books {
  readonly tx: Tx
  readonly tables: Tables
}

/** Notes that a member backs a cause; backing twice is backing once. */
export const addBacking = (
  { tx, tables }: Books,
  backing: { unitId: string; cause: string; personId: string; at: string },
) => tx.insert(tables.backings).values(backing).onConflictDoNothing()

/** Forgets a cause's backings once it has come about or can no longer do so. */
export const emptyBackings = ({ tx, tables }: Books, unitId: string, cause: string) =>
  tx.delete(tables.backings).where(and(eq(tables.backings.unitId, unitId), eq(tables.backings.cause, cause)))
