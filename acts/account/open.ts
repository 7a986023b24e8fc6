import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { foldName } from '#rules/shapes/account.ts'

interface Books {
  readonly tx: Tx
  readonly tables: Tables
  readonly newId: () => string
  readonly now: string
}

interface NewAccount {
  readonly name: string
  readonly signInName: string
  readonly passwordHash: string
}

/** Keeps a new person with an account. Gives the person's id. */
export async function openAccount({ tx, tables, newId, now }: Books, account: NewAccount): Promise<string> {
  const { name, signInName, passwordHash } = account
  const personId = newId()
  await tx.insert(tables.persons).values({ id: personId, name, joinedAt: now })
  await tx.insert(tables.accounts).values({ personId, signInName, foldedName: foldName(signInName), passwordHash })
  return personId
}

/** Tells whether somebody signs in by this name already. */
export async function signInNameTaken(
  { tx, tables: { accounts } }: { readonly tx: Reader; readonly tables: Tables },
  signInName: string,
): Promise<boolean> {
  const same = await tx
    .select({ personId: accounts.personId })
    .from(accounts)
    .where(eq(accounts.foldedName, foldName(signInName)))
  return same.length > 0
}
