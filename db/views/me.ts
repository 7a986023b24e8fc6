import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { peopleNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { waitingFor } from '#db/views/waiting.ts'
import { Refusal } from '#rules/refusal.ts'

/** One's own page: seats, tokens without their secrets, sessions, invitations. Refuses: `not-signed-in`. */
export const mePage = defineView({
  name: 'me.page',
  answers: 'One’s own seats, what waits for one, sessions, tokens (never their secrets) and invitations.',
  input: z.object({}),
  answer: async ({ read, tables, actor, standing, now }) => {
    if (actor.kind !== 'person') throw new Refusal('who', 'not-signed-in')
    const { persons, accounts, sessions, tokens, invitations } = tables
    const person = onlyRow(await read.select().from(persons).where(eq(persons.id, actor.id)))
    const [account] = await read
      .select({ signInName: accounts.signInName })
      .from(accounts)
      .where(eq(accounts.personId, actor.id))
    const names = await unitsNamed(read, tables)
    const unitName = (unitId: string) => names[unitId] ?? unitId
    const invited = await read
      .select()
      .from(invitations)
      .where(and(eq(invitations.madeBy, actor.id), isNotNull(invitations.usedBy)))
      .orderBy(desc(invitations.madeAt))
      .limit(50)
    const people = await peopleNamed(
      read,
      tables,
      invited.flatMap((row) => row.usedBy ?? []),
    )
    return {
      person: { id: person.id, name: person.name, joinedAt: person.joinedAt },
      /** null for a sample person, who has no password. */
      signInName: account?.signInName ?? null,
      seats: standing.map((seat) => ({ ...seat, unitName: unitName(seat.unitId) })),
      waits: await waitingFor(read, tables, { actor, standing }),
      units: names,
      sessions: await read.$count(sessions, and(eq(sessions.personId, actor.id), gt(sessions.expiresAt, now))),
      tokens: await read
        .select({
          id: tokens.id,
          name: tokens.name,
          scope: tokens.scope,
          madeAt: tokens.madeAt,
          expiresAt: tokens.expiresAt,
        })
        .from(tokens)
        .where(and(eq(tokens.personId, actor.id), isNull(tokens.revokedAt), gt(tokens.expiresAt, now)))
        .orderBy(asc(tokens.madeAt)),
      invited: invited.map((row) => ({
        unitId: row.unitId,
        unitName: unitName(row.unitId),
        personId: row.usedBy ?? '',
        name: people[row.usedBy ?? ''] ?? null,
      })),
    }
  },
})
