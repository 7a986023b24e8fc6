import { z } from 'zod'
import { dropMark, keepMark, peopleCount } from '#acts/account/mark.ts'
import { openAccount } from '#acts/account/open.ts'
import { beginSession } from '#acts/account/session.ts'
import { defineAct } from '#acts/act.ts'
import { hashPassword } from '#acts/password.ts'
import { markOf } from '#db/marks.ts'
import { foundingTokenFits, nobodyIsHereYet } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { NewPassword, PersonName, Secret, SignInName } from '#rules/shapes/account.ts'

/**
 * Opens the first account of an empty installation; its holder then founds the first unit (`unit.found`).
 * Refuses: `already-founded`, `founding-token-wrong`.
 */
export const foundInstallation = defineAct({
  name: 'account.found',
  does: 'Opens the first account of an empty installation with the one-time token that the server printed.',
  input: z.object({ token: Secret, name: PersonName, signInName: SignInName, password: NewPassword }),
  stream: () => privateStream,
  body: () => ({}),
  secret: ['token', 'name', 'signInName', 'password'],
  secretAnswer: true,
  by: 'visitor',
  prepare: async ({ input }) => ({ passwordHash: await hashPassword(input.password) }),
  load: async (given) => ({ people: await peopleCount(given), kept: await markOf(given, 'founding-token') }),
  who: () => [],
  when: ({ facts, input }) => [nobodyIsHereYet(facts.people), foundingTokenFits(facts.kept, input.token)],
  apply: async (given) => {
    const personId = await openAccount(given, { ...given.input, passwordHash: given.prepared.passwordHash })
    await dropMark(given, 'founding-token')
    await keepMark(given, 'founder', personId)
    return {
      result: await beginSession(given, personId),
      events: [{ kind: 'account.made', personId }],
    }
  },
})
