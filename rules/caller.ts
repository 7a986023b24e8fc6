import type { TokenScope } from '#rules/shapes/account.ts'
import { type Actor, visitor } from '#rules/standing.ts'

/** Whoever stands at a doorway: who they are, by what they are known, and how far that reaches. */
export interface Caller {
  readonly actor: Actor
  readonly scope: TokenScope
  readonly by:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'session'; readonly hash: string }
    | { readonly kind: 'token'; readonly id: string }
}

/** Nobody in particular: reads what is public, and may sign in. */
export const stranger: Caller = { actor: visitor, scope: 'act', by: { kind: 'nothing' } }
