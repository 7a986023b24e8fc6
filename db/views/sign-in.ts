import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { isDemonstrationHere, samplePeople } from '#db/marks.ts'
import { onlyRow, unitOf } from '#db/rows.ts'
import { peopleNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { invitationIsOpen, recoveryIsOpen, secretHash } from '#rules/account.ts'
import { Secret } from '#rules/shapes/account.ts'

/** The sign-in page: in a demonstration, also whom one may enter as. */
export const signInPage = defineView({
  name: 'sign-in.page',
  answers: 'Whether this is a demonstration, and its sample people with a sentence and their seats.',
  input: z.object({}),
  answer: async ({ read, tables }) => {
    const books = { tx: read, tables }
    const demo = await isDemonstrationHere(books)
    const samples = demo ? await samplePeople(books) : []
    const ids = samples.map((sample) => sample.personId)
    const people = await peopleNamed(read, tables, ids)
    const { seats, units } = tables
    const held = ids.length
      ? await read
          .select({ personId: seats.personId, unitId: seats.unitId, role: seats.role, unitName: units.name })
          .from(seats)
          .innerJoin(units, eq(units.id, seats.unitId))
          .where(and(inArray(seats.personId, ids), isNull(seats.until)))
      : []
    return {
      demo,
      samples: samples.map(({ personId, sentence }) => ({
        personId,
        sentence,
        name: people[personId] ?? personId,
        seats: held.filter((seat) => seat.personId === personId).map(({ personId: _, ...seat }) => seat),
      })),
    }
  },
})

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

/** What a recovery link opens. Refuses: `missing` where no link has this secret. */
export const recoveryPage = defineView({
  name: 'recovery.page',
  answers: 'Whether a recovery link is still good.',
  input: z.object({ secret: Secret }),
  answer: async ({ read, tables: { recoveries }, input, now }) => {
    const found = await read
      .select()
      .from(recoveries)
      .where(eq(recoveries.hash, secretHash(input.secret)))
    const recovery = onlyRow(found)
    return { expiresAt: recovery.expiresAt, open: recoveryIsOpen(recovery, now).holds }
  },
})

/** The units that an installation's set-up page needs to know of, and whether it is still open. */
export const setUpPage = defineView({
  name: 'set-up.page',
  answers: 'Whether this installation still waits for its first people or its first unit.',
  input: z.object({}),
  answer: async ({ read, tables, actor }) => {
    const people = await read.$count(tables.persons, gt(tables.persons.id, ''))
    const units = Object.keys(await unitsNamed(read, tables)).length
    return { waitsForFounder: people === 0, waitsForUnit: people > 0 && units === 0, signedIn: actor.kind === 'person' }
  },
})
