import { z } from 'zod'
import { endSessions } from '#acts/account/session.ts'
import { defineAct } from '#acts/act.ts'
import { privateStream } from '#rules/entry.ts'

/** Ends every session of one's own, this one too; tokens stay until they are revoked. */
export const signOutEverywhere = defineAct({
  name: 'account.sign-out-everywhere',
  does: 'Ends every session of one’s own, on every machine.',
  input: z.object({}),
  stream: () => privateStream,
  body: () => ({}),
  load: async () => ({}),
  who: () => [],
  when: () => [],
  apply: async (given) => {
    await endSessions(given, given.actor.id, null)
    return { result: {}, events: [{ kind: 'account.signed-out', personId: given.actor.id, everywhere: true }] }
  },
})
