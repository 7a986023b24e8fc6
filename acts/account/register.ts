import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { openAccount, signInNameTaken } from '#acts/account/open.ts'
import { beginSession } from '#acts/account/session.ts'
import { defineAct } from '#acts/act.ts'
import { hashPassword } from '#acts/password.ts'
import { onlyRow } from '#db/rows.ts'
import { invitationIsOpen, secretHash, signInNameIsFree } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { NewPassword, PersonName, Secret, SignInName } from '#rules/shapes/account.ts'

/**
 * Opens an account for a person who holds an invitation, and signs them in.
 * Gives: the person's id, the session's secret, and the unit whose seat `seat.take` may now be asked for.
 * Refuses: `missing` where no invitation has this secret; `invitation-not-open`, `sign-in-name-taken`.
 */
export const register = defineAct({
  name: 'account.register',
  does: 'Opens an account by an invitation, with a name and a password of one’s own.',
  input: z.object({ invitation: Secret, name: PersonName, signInName: SignInName, password: NewPassword }),
  stream: () => privateStream,
  body: () => ({}),
  secret: ['invitation', 'name', 'signInName', 'password'],
  secretAnswer: true,
  by: 'visitor',
  prepare: async ({ input }) => ({ passwordHash: await hashPassword(input.password) }),
  load: async ({ tx, tables, input }) => {
    const { invitations } = tables
    const kept = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.hash, secretHash(input.invitation)))
    return { invitation: onlyRow(kept), taken: await signInNameTaken({ tx, tables }, input.signInName) }
  },
  who: () => [],
  when: ({ facts, now }) => [invitationIsOpen(facts.invitation, now), signInNameIsFree(facts.taken)],
  apply: async (given) => {
    const { tx, tables, input, facts, prepared } = given
    const personId = await openAccount(given, { ...input, passwordHash: prepared.passwordHash })
    const { id, unitId } = facts.invitation
    await tx.update(tables.invitations).set({ usedBy: personId }).where(eq(tables.invitations.id, id))
    return {
      result: { ...(await beginSession(given, personId)), unitId },
      events: [{ kind: 'account.made', personId, invitationId: id, unitId }],
    }
  },
})
