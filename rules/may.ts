import { firstBroken, type Values, type Verdict } from '#rules/rule.ts'

/** Whether somebody may do something now, and if not, the code and values of the sentence that says why. */
export type May = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly values: Values }

/** Gives the answer that a page shows beside an act, from the very rules that the act obeys: first who, then when. */
export function mayFrom(who: readonly Verdict[], when: readonly Verdict[]): May {
  const broken = firstBroken([...who, ...when])
  return broken ? { ok: false, code: broken.code, values: broken.values } : { ok: true }
}
