import { eq } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

/** Gives the folded sign-in name of a person's account; empty where they have none. */
export async function foldedNameOf(
  { tx, tables: { accounts } }: { readonly tx: Reader; readonly tables: Tables },
  personId: string,
): Promise<string> {
  const [own] = await tx.select({ name: accounts.foldedName }).from(accounts).where(eq(accounts.personId, personId))
  return own?.name ?? ''
}
