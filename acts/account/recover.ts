import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { later, recoveryHours, secretHash } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { foldName, SignInName } from '#rules/shapes/account.ts'

/**
 * Makes a one-time link by which a person who lost their password chooses another.
 * Gives: the link's secret, once, for the operator to hand over. Refuses: `no-such-account`.
 */
export const recoverAccount = defineAct({
  name: 'account.recover',
  does: 'Makes a one-time link by which a person who lost their password chooses another; only the operator’s command does.',
  input: z.object({ signInName: SignInName }),
  stream: () => privateStream,
  body: () => ({}),
  secretAnswer: true,
  by: 'operator',
  load: async ({ tx, tables: { accounts }, input }) => {
    const [account] = await tx
      .select({ personId: accounts.personId })
      .from(accounts)
      .where(eq(accounts.foldedName, foldName(input.signInName)))
    if (!account) throw new Refusal('missing', 'no-such-account', { name: input.signInName })
    return { personId: account.personId }
  },
  who: () => [],
  when: () => [],
  apply: async ({ tx, tables: { recoveries }, facts: { personId }, now, newSecret }) => {
    const recovery = newSecret()
    const expiresAt = later(now, recoveryHours * 3_600_000)
    await tx.delete(recoveries).where(eq(recoveries.personId, personId))
    await tx.insert(recoveries).values({ hash: secretHash(recovery), personId, madeAt: now, expiresAt })
    return { result: { recovery, expiresAt }, events: [{ kind: 'account.recovery-allowed', personId, expiresAt }] }
  },
})
