import { and, eq, isNull, lt, ne } from 'drizzle-orm'
import type { Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { later, secretHash, sessionDays } from '#rules/account.ts'

interface Books {
  readonly tx: Tx
  readonly tables: Tables
  readonly newSecret: () => string
  readonly now: string
}

/** What the cookie is made of: the database keeps the secret's hash only. */
export interface Session {
  readonly personId: string
  readonly session: string
  readonly expiresAt: string
}

/** Begins a person's session, and forgets those that have run out. */
export async function beginSession(
  { tx, tables: { sessions }, newSecret, now }: Books,
  personId: string,
): Promise<Session> {
  const session = newSecret()
  const expiresAt = later(now, sessionDays * 86_400_000)
  await tx.delete(sessions).where(lt(sessions.expiresAt, now))
  await tx.insert(sessions).values({ hash: secretHash(session), personId, madeAt: now, expiresAt })
  return { personId, session, expiresAt }
}

/** Ends a person's sessions: all of them, or all but the one with this hash. */
export const endSessions = (
  { tx, tables: { sessions } }: Pick<Books, 'tx' | 'tables'>,
  personId: string,
  but: string | null,
) => tx.delete(sessions).where(and(eq(sessions.personId, personId), but === null ? undefined : ne(sessions.hash, but)))

/** Revokes every token of a person that is still good. */
export const revokeTokens = ({ tx, tables: { tokens }, now }: Pick<Books, 'tx' | 'tables' | 'now'>, personId: string) =>
  tx
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.personId, personId), isNull(tokens.revokedAt)))
