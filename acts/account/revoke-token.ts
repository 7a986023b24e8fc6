import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { onlyRow } from '#db/rows.ts'
import { privateStream } from '#rules/entry.ts'
import { Id } from '#rules/shapes/names.ts'

/** Revokes a token of one's own; another person's is `missing`. */
export const revokeToken = defineAct({
  name: 'account.revoke-token',
  does: 'Revokes a bearer token of one’s own at once.',
  input: z.object({ tokenId: Id }),
  stream: () => privateStream,
  body: (input) => input,
  load: async ({ tx, tables: { tokens }, input, actor }) => ({
    token: onlyRow(
      await tx
        .select({ id: tokens.id, revokedAt: tokens.revokedAt })
        .from(tokens)
        .where(and(eq(tokens.id, input.tokenId), eq(tokens.personId, actor.id))),
    ),
  }),
  who: () => [],
  when: () => [],
  apply: async ({ tx, tables: { tokens }, input, facts, actor, now }) => {
    await tx
      .update(tokens)
      .set({ revokedAt: facts.token.revokedAt ?? now })
      .where(eq(tokens.id, input.tokenId))
    return { result: {}, events: [{ kind: 'token.revoked', personId: actor.id, tokenId: input.tokenId }] }
  },
})
