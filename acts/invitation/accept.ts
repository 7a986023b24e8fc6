import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { onlyRow } from '#db/rows.ts'
import { invitationIsOpen, secretHash } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { Secret } from '#rules/shapes/account.ts'

/** Accepts an invitation into a further unit. Gives: the unit whose seat `seat.take` may now be asked for. */
export const acceptInvitation = defineAct({
  name: 'invitation.accept',
  does: 'Accepts an invitation with the account that one has.',
  input: z.object({ invitation: Secret }),
  stream: () => privateStream,
  body: () => ({}),
  secret: ['invitation'],
  load: async ({ tx, tables: { invitations }, input }) => ({
    invitation: onlyRow(
      await tx
        .select()
        .from(invitations)
        .where(eq(invitations.hash, secretHash(input.invitation))),
    ),
  }),
  who: () => [],
  when: ({ facts, now }) => [invitationIsOpen(facts.invitation, now)],
  apply: async ({ tx, tables: { invitations }, facts, actor }) => {
    const { id, unitId } = facts.invitation
    await tx.update(invitations).set({ usedBy: actor.id }).where(eq(invitations.id, id))
    return {
      result: { unitId },
      events: [{ kind: 'invitation.used', invitationId: id, unitId, personId: actor.id }],
    }
  },
})
