import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { countWrong, forgetWrong, settleAttempt, tryPassword } from '#acts/account/attempt.ts'
import { foldedNameOf } from '#acts/account/own.ts'
import { endSessions } from '#acts/account/session.ts'
import { defineAct, type Outcome } from '#acts/act.ts'
import { hashPassword } from '#acts/password.ts'
import { attemptsAreFree, hasPassword } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { NewPassword, TriedPassword } from '#rules/shapes/account.ts'
import { Hash } from '#rules/shapes/names.ts'

/**
 * Changes one's own password and ends every session but the one named.
 * Refuses: `wrong-name-or-password` (counted), `too-many-attempts`, `no-password-here` for a sample person.
 */
export const changePassword = defineAct({
  name: 'account.change-password',
  does: 'Changes one’s own password and signs out every other machine.',
  input: z.object({ current: TriedPassword, password: NewPassword, session: Hash }),
  stream: () => privateStream,
  body: () => ({}),
  secret: ['current', 'password'],
  prepare: async ({ input, actor, ...given }) => ({
    ...(await tryPassword(given, await foldedNameOf({ ...given, tx: given.read }, actor.id), input.current)),
    changed: await hashPassword(input.password),
  }),
  load: (given) => settleAttempt(given),
  who: () => [],
  when: ({ facts, now }) => [hasPassword(facts.personId !== null), attemptsAreFree(facts.until, now)],
  apply: async (given): Promise<Outcome<object>> => {
    const { tx, tables, actor, input, prepared } = given
    if (!given.facts.right) return { result: {}, ...(await countWrong(given)) }
    await forgetWrong(given, prepared.foldedName)
    await tx
      .update(tables.accounts)
      .set({ passwordHash: prepared.changed })
      .where(eq(tables.accounts.personId, actor.id))
    await endSessions(given, actor.id, input.session)
    return { result: {}, events: [{ kind: 'account.password-changed', personId: actor.id }] }
  },
})
