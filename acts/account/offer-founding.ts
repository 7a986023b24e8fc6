import { z } from 'zod'
import { keepMark, peopleCount } from '#acts/account/mark.ts'
import { defineAct } from '#acts/act.ts'
import { isDemonstrationHere } from '#db/marks.ts'
import { isNoDemonstration, nobodyIsHereYet, secretHash } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'

/**
 * Makes the one-time token with which the first person founds the installation; an earlier one is good no longer.
 * Gives: the token, once: the server prints it. Refuses: `already-founded`, `is-a-demonstration`.
 */
export const offerFounding = defineAct({
  name: 'account.offer-founding',
  does: 'Makes the one-time token for the first person of an empty installation.',
  input: z.object({}),
  stream: () => privateStream,
  body: () => ({}),
  secretAnswer: true,
  by: 'operator',
  load: async (given) => ({
    people: await peopleCount(given),
    demonstration: await isDemonstrationHere(given),
  }),
  who: () => [],
  when: ({ facts }) => [isNoDemonstration(facts.demonstration), nobodyIsHereYet(facts.people)],
  apply: async (given) => {
    const token = given.newSecret()
    await keepMark(given, 'founding-token', secretHash(token))
    return { result: { token }, events: [{ kind: 'founding.offered' }] }
  },
})
