import type { MajorityCount } from '#rules/voting/majority.ts'

/**
 * Gives how many yes votes this count needed, measured against what it counts: the least whole number that reaches the threshold, or
 * exceeds it where the rule is strict, and at least one.
 * Gives: null where no number would do (more than all of them).
 */
export function votesNeeded({ rule, base }: MajorityCount & { readonly base: number }): number | null {
  const { num, den } = rule.threshold
  const least = rule.strict ? Math.floor((base * num) / den) + 1 : Math.ceil((base * num) / den)
  const needed = Math.max(1, least)
  return needed > base && base > 0 ? null : needed
}
