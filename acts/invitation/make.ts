import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { invitationDays, later, secretHash } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { Slug } from '#rules/shapes/names.ts'
import { isMember } from '#rules/standing.ts'

/** Invites one person into a unit by link. Gives: the link's secret, once. Refuses: `not-a-member`. */
export const makeInvitation = defineAct({
  name: 'invitation.make',
  does: 'Makes a link by which one person opens an account and asks for a member’s seat in one’s own unit.',
  input: z.object({ unitId: Slug }),
  stream: () => privateStream,
  body: (input) => input,
  secretAnswer: true,
  load: async () => ({}),
  who: ({ standing, input }) => [isMember(standing, input.unitId)],
  when: () => [],
  apply: async ({ tx, tables: { invitations }, input, actor, now, newId, newSecret }) => {
    const id = newId()
    const invitation = newSecret()
    const expiresAt = later(now, invitationDays * 86_400_000)
    const { unitId } = input
    await tx
      .insert(invitations)
      .values({ id, hash: secretHash(invitation), unitId, madeBy: actor.id, madeAt: now, expiresAt })
    return {
      result: { invitationId: id, invitation, expiresAt },
      events: [{ kind: 'invitation.made', invitationId: id, unitId, expiresAt }],
    }
  },
})
