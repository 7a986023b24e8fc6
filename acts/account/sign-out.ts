import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { privateStream } from '#rules/entry.ts'
import { Hash } from '#rules/shapes/names.ts'

/** Ends one's own session, named by the hash of its secret; ending it twice is ending it once. */
export const signOut = defineAct({
  name: 'account.sign-out',
  does: 'Ends one session of one’s own.',
  input: z.object({ session: Hash }),
  stream: () => privateStream,
  body: () => ({}),
  load: async () => ({}),
  who: () => [],
  when: () => [],
  apply: async ({ tx, tables: { sessions }, input, actor }) => {
    await tx.delete(sessions).where(and(eq(sessions.hash, input.session), eq(sessions.personId, actor.id)))
    return { result: {}, events: [{ kind: 'account.signed-out', personId: actor.id, everywhere: false }] }
  },
})
