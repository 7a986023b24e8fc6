/** Gives each of many senders the same allowance; false where it is used up for the moment. */
export type Take = (key: string) => boolean

/**
 * Makes an allowance: a burst that may come at once, and a rate at which it comes back.
 * Takes: the clock in milliseconds. Keys that have their whole allowance again are forgotten.
 */
export function allowance(given: {
  readonly burst: number
  readonly perSecond: number
  readonly nowMs: () => number
}): Take {
  const { burst, perSecond, nowMs } = given
  const left = new Map<string, { tokens: number; atMs: number }>()
  const wholeAgainMs = (burst / perSecond) * 1000
  let sweptMs = nowMs()
  const sweep = (now: number) => {
    if (now - sweptMs < wholeAgainMs) return
    sweptMs = now
    for (const [key, kept] of left) if (now - kept.atMs > wholeAgainMs) left.delete(key)
  }
  return (key) => {
    const now = nowMs()
    sweep(now)
    const kept = left.get(key) ?? { tokens: burst, atMs: now }
    const tokens = Math.min(burst, kept.tokens + ((now - kept.atMs) / 1000) * perSecond)
    left.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: now })
    return tokens >= 1
  }
}
