import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { forgetWrong } from '#acts/account/attempt.ts'
import { foldedNameOf } from '#acts/account/own.ts'
import { beginSession, endSessions, revokeTokens } from '#acts/account/session.ts'
import { defineAct } from '#acts/act.ts'
import { hashPassword } from '#acts/password.ts'
import { onlyRow } from '#db/rows.ts'
import { recoveryIsOpen, secretHash } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { NewPassword, Secret } from '#rules/shapes/account.ts'

/**
 * Chooses a password anew by a recovery link: ends every session, revokes every token, and signs the person in.
 * Refuses: `missing` where no link has this secret; `recovery-not-open` once used or run out.
 */
export const useRecovery = defineAct({
  name: 'account.use-recovery',
  does: 'Chooses a password anew by the one-time link that the operator handed over.',
  input: z.object({ recovery: Secret, password: NewPassword }),
  stream: () => privateStream,
  body: () => ({}),
  secret: ['recovery', 'password'],
  secretAnswer: true,
  by: 'visitor',
  prepare: async ({ input }) => ({ passwordHash: await hashPassword(input.password) }),
  load: async ({ tx, tables: { recoveries }, input }) => ({
    recovery: onlyRow(
      await tx
        .select()
        .from(recoveries)
        .where(eq(recoveries.hash, secretHash(input.recovery))),
    ),
  }),
  who: () => [],
  when: ({ facts, now }) => [recoveryIsOpen(facts.recovery, now)],
  apply: async (given) => {
    const { tx, tables, facts, prepared, now } = given
    const { hash, personId } = facts.recovery
    await tx.update(tables.recoveries).set({ usedAt: now }).where(eq(tables.recoveries.hash, hash))
    await tx
      .update(tables.accounts)
      .set({ passwordHash: prepared.passwordHash })
      .where(eq(tables.accounts.personId, personId))
    await forgetWrong(given, await foldedNameOf(given, personId))
    await endSessions(given, personId, null)
    await revokeTokens(given, personId)
    return { result: await beginSession(given, personId), events: [{ kind: 'account.recovered', personId }] }
  },
})
