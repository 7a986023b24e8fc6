import { and, eq, gt, isNull } from 'drizzle-orm'
import { defineHot, type Params, type Reader } from '#db/open.ts'
import { secretHash } from '#rules/account.ts'
import type { Caller } from '#rules/caller.ts'

const session = defineHot((q, { sessions, persons }, param: Params<{ hash: string; now: string }>) =>
  q
    .select({ personId: sessions.personId })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .where(and(eq(sessions.hash, param('hash')), gt(sessions.expiresAt, param('now')), isNull(persons.erasedAt))),
)

const token = defineHot((q, { tokens, persons }, param: Params<{ hash: string; now: string }>) =>
  q
    .select({ id: tokens.id, personId: tokens.personId, scope: tokens.scope })
    .from(tokens)
    .innerJoin(persons, eq(persons.id, tokens.personId))
    .where(
      and(
        eq(tokens.hash, param('hash')),
        gt(tokens.expiresAt, param('now')),
        isNull(tokens.revokedAt),
        isNull(persons.erasedAt),
      ),
    ),
)

/** Gives whoever holds this session's secret, or null where it has ended. */
export async function callerBySession(read: Reader, secret: string, now: string): Promise<Caller | null> {
  const hash = secretHash(secret)
  const [row] = await read.hot(session, { hash, now })
  return row ? { actor: { id: row.personId, kind: 'person' }, scope: 'act', by: { kind: 'session', hash } } : null
}

/** Gives whoever holds this bearer token, or null where it is not known, revoked or run out. */
export async function callerByToken(read: Reader, secret: string, now: string): Promise<Caller | null> {
  const [row] = await read.hot(token, { hash: secretHash(secret), now })
  if (!row) return null
  return { actor: { id: row.personId, kind: 'person' }, scope: row.scope, by: { kind: 'token', id: row.id } }
}
