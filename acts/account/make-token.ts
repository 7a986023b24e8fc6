import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { later, secretHash, tokenPrefix } from '#rules/account.ts'
import { privateStream } from '#rules/entry.ts'
import { TokenScope } from '#rules/shapes/account.ts'
import { Title } from '#rules/shapes/names.ts'

/** Makes a bearer token of one's own. Gives: its id, its secret (once), its end. */
export const makeToken = defineAct({
  name: 'account.make-token',
  does: 'Makes a bearer token with which programs read, or read and act, in one’s own name until it ends.',
  input: z.object({ name: Title, scope: TokenScope, days: z.coerce.number().int().min(1).max(366) }),
  stream: () => privateStream,
  body: ({ scope, days }) => ({ scope, days }),
  secretAnswer: true,
  load: async () => ({}),
  who: () => [],
  when: () => [],
  apply: async ({ tx, tables: { tokens }, input, actor, now, newId, newSecret }) => {
    const id = newId()
    const token = `${tokenPrefix}${newSecret()}`
    const expiresAt = later(now, input.days * 86_400_000)
    const { name, scope } = input
    await tx
      .insert(tokens)
      .values({ id, hash: secretHash(token), personId: actor.id, name, scope, madeAt: now, expiresAt })
    return {
      result: { tokenId: id, token, expiresAt },
      events: [{ kind: 'token.made', personId: actor.id, tokenId: id, scope, expiresAt }],
    }
  },
})
