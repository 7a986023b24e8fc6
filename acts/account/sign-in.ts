import { z } from 'zod'
import { countWrong, forgetWrong, settleAttempt, tryPassword } from '#acts/account/attempt.ts'
import { beginSession, type Session } from '#acts/account/session.ts'
import { defineAct, type Outcome } from '#acts/act.ts'
import { attemptsAreFree } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { foldName, SignInName, TriedPassword } from '#rules/shapes/account.ts'

/**
 * Begins a session for the person whose name and password fit.
 * Gives: the session's secret, once. Refuses: `wrong-name-or-password`, counted per account whether or not it exists;
 * `too-many-attempts` after five wrong ones, with a wait that grows.
 */
export const signIn = defineAct({
  name: 'account.sign-in',
  does: 'Signs a person in by name and password.',
  input: z.object({ signInName: SignInName, password: TriedPassword }),
  stream: () => privateStream,
  body: () => ({}),
  secret: ['signInName', 'password'],
  secretAnswer: true,
  by: 'visitor',
  prepare: ({ input, ...given }) => tryPassword(given, foldName(input.signInName), input.password),
  load: (given) => settleAttempt(given),
  who: () => [],
  when: ({ facts, now }) => [attemptsAreFree(facts.until, now)],
  apply: async (given): Promise<Outcome<Session | null>> => {
    const { right, personId } = given.facts
    if (!right || personId === null) return { result: null, ...(await countWrong(given)) }
    await forgetWrong(given, given.prepared.foldedName)
    return { result: await beginSession(given, personId), events: [{ kind: 'account.signed-in', personId }] }
  },
})
