import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

interface Read {
  readonly tx: Reader
  readonly tables: Tables
}

/** Gives what a mark of this installation says; null where it is not set. */
export async function markOf({ tx, tables: { marks } }: Read, name: string): Promise<string | null> {
  const [mark] = await tx.select().from(marks).where(eq(marks.name, name))
  return mark?.value ?? null
}

/** Sets a mark of this installation. */
export const keepMark = (
  { tx, tables: { marks } }: { readonly tx: Tx; readonly tables: Tables },
  name: string,
  value: string,
) => tx.insert(marks).values({ name, value }).onConflictDoUpdate({ target: marks.name, set: { value } })

/** Takes a mark away. */
export const dropMark = ({ tx, tables: { marks } }: { readonly tx: Tx; readonly tables: Tables }, name: string) =>
  tx.delete(marks).where(eq(marks.name, name))

/** Counts the people here, erased ones too. */
export const peopleCount = ({ tx, tables: { persons } }: Read): Promise<number> => tx.$count(persons)
