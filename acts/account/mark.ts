import { eq } from 'drizzle-orm'
import type { Tx } from '#db/open.ts'
import type { Books } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'

interface Write {
  readonly tx: Tx
  readonly tables: Tables
}

/** Sets a mark of this installation. */
export const keepMark = ({ tx, tables: { marks } }: Write, name: string, value: string) =>
  tx.insert(marks).values({ name, value }).onConflictDoUpdate({ target: marks.name, set: { value } })

/** Takes a mark away. */
export const dropMark = ({ tx, tables: { marks } }: Write, name: string) => tx.delete(marks).where(eq(marks.name, name))

/** Counts the people here, erased ones too. */
export const peopleCount = ({ tx, tables: { persons } }: Books): Promise<number> => tx.$count(persons)
