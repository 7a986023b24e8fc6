import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow, unitOf } from '#db/rows.ts'
import { peopleNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { invitationIsOpen, secretHash } from '#rules/account.ts'
import { Secret } from '#rules/shapes/account.ts'

/** What an invitation link opens. Refuses: `missing` where no invitation has this secret. */
export const invitationPage = defineView({
  name: 'invitation.page',
  answers: 'What an invitation link opens: the unit, who invites, and whether it is still good.',
  input: z.object({ secret: Secret }),
  answer: async ({ read, tables, input, now }) => {
    const { invitations } = tables
    const found = await read
      .select()
      .from(invitations)
      .where(eq(invitations.hash, secretHash(input.secret)))
    const invitation = onlyRow(found)
    const unit = await unitOf({ tx: read, tables }, invitation.unitId)
    const people = await peopleNamed(read, tables, [invitation.madeBy])
    return {
      unitId: unit.id,
      unitName: unit.name,
      invitedBy: { id: invitation.madeBy, name: people[invitation.madeBy] ?? null },
      expiresAt: invitation.expiresAt,
      open: invitationIsOpen(invitation, now).holds,
    }
  },
})
