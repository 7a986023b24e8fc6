import { eq, like } from 'drizzle-orm'
import type { Books } from '#db/rows.ts'

/** Gives what a mark of this installation says; null where it is not set. */
export async function markOf({ tx, tables: { marks } }: Books, name: string): Promise<string | null> {
  const [mark] = await tx.select().from(marks).where(eq(marks.name, name))
  return mark?.value ?? null
}

/** Tells whether this installation shows an invented society. */
export const isDemonstrationHere = async (books: Books): Promise<boolean> =>
  (await markOf(books, 'demonstration')) !== null

/** Gives the sample people of a demonstration, each with the sentence that says who they are. */
export async function samplePeople({ tx, tables: { marks } }: Books) {
  const rows = await tx.select().from(marks).where(like(marks.name, 'sample:%')).orderBy(marks.name)
  return rows.map((row) => ({ personId: row.name.slice('sample:'.length), sentence: row.value }))
}
