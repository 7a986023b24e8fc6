import { eq, lt } from 'drizzle-orm'
import { passwordFits } from '#acts/password.ts'
import type { Reader, Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { attemptsAreFree, later, waitsUntil } from '#rules/account.ts'
import { Refusal } from '#rules/refusal.ts'

/** What looking at a typed password found, before the lock. */
export interface Tried {
  readonly foldedName: string
  /** The hash that was compared; the act finds out whether it still stands. */
  readonly passwordHash: string | null
  readonly personId: string | null
  readonly fits: boolean
}

interface Looked {
  readonly read: Reader
  readonly tables: Tables
  readonly soon: string
}

/** Compares a typed password, unless the account is waiting: then no time is spent on it, and `when` refuses. */
export async function tryPassword(
  { read, tables, soon }: Looked,
  foldedName: string,
  password: string,
): Promise<Tried> {
  const { accounts, attempts } = tables
  const [attempt] = await read.select().from(attempts).where(eq(attempts.foldedName, foldedName))
  if (!attemptsAreFree(attempt?.until ?? null, soon).holds)
    return { foldedName, passwordHash: null, personId: null, fits: false }
  const [account] = await read.select().from(accounts).where(eq(accounts.foldedName, foldedName))
  const fits = await passwordFits(account?.passwordHash, password)
  return { foldedName, passwordHash: account?.passwordHash ?? null, personId: account?.personId ?? null, fits }
}

interface Books {
  readonly tx: Tx
  readonly tables: Tables
  readonly prepared: Tried
}

/** Reads, behind the lock, how many attempts failed and whether the password that was compared is still the account's. */
export async function settleAttempt({ tx, tables: { accounts, attempts }, prepared }: Books) {
  const [attempt] = await tx.select().from(attempts).where(eq(attempts.foldedName, prepared.foldedName))
  const [account] = await tx.select().from(accounts).where(eq(accounts.foldedName, prepared.foldedName))
  const right = prepared.fits && account !== undefined && account.passwordHash === prepared.passwordHash
  return { wrong: attempt?.wrong ?? 0, until: attempt?.until ?? null, right, personId: account?.personId ?? null }
}

interface Counted extends Books {
  readonly facts: { readonly wrong: number; readonly personId: string | null }
  readonly now: string
}

/** Counts a wrong password, kept though the answer is a refusal. The count of a name is forgotten a day after its last wait. */
export async function countWrong({ tx, tables: { attempts }, prepared: { foldedName }, facts, now }: Counted) {
  const wrong = facts.wrong + 1
  const until = waitsUntil(wrong, now)
  await tx.delete(attempts).where(lt(attempts.until, later(now, -86_400_000)))
  await tx
    .insert(attempts)
    .values({ foldedName, wrong, until })
    .onConflictDoUpdate({ target: attempts.foldedName, set: { wrong, until } })
  return {
    events: [{ kind: 'account.refused' as const, personId: facts.personId, wrong, until }],
    refusal: new Refusal('who', 'wrong-name-or-password'),
  }
}

/** Forgets the wrong attempts of a name: the right password was given. */
export const forgetWrong = ({ tx, tables: { attempts } }: Pick<Books, 'tx' | 'tables'>, foldedName: string) =>
  tx.delete(attempts).where(eq(attempts.foldedName, foldedName))
