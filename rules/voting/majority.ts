import { rule, type Verdict } from '#rules/rule.ts'
import type { DecisionRule, Fraction } from '#rules/shapes/decision-rule.ts'

/** A count of whole votes; all who voted are among the entitled. */
export interface MajorityCount {
  readonly rule: DecisionRule
  readonly entitled: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
}

/** One question of the count, answered in whole numbers: `counted` × `times` stands in a relation to `share` × `base`. */
export interface MajorityStep {
  readonly asks: 'quorum' | 'some-yes' | 'threshold'
  readonly holds: boolean
  /** What must stand between the two products, and what does. */
  readonly needs: '>' | '≥'
  readonly is: '>' | '=' | '<'
  /** The whole line, to show: "34 × 3 = 102 > 2 × 50 = 100". */
  readonly arithmetic: string
}

export type MajorityReason = 'quorum-not-met' | 'no-yes-votes' | 'threshold-not-met'

/**
 * What would have changed the outcome. `more-yes`: so many of those who did not vote, voting yes. `changed`: so many of the no votes and
 * abstentions given as yes instead (where too few are left who did not vote). `fewer-yes`: so many of the yes votes not given.
 */
export interface Tip {
  readonly kind: 'more-yes' | 'changed' | 'fewer-yes' | 'none'
  readonly votes: number
}

export interface MajorityResult extends MajorityCount {
  readonly outcome: 'passed' | 'not-passed'
  /** The yes votes stand exactly on the threshold. */
  readonly tied: boolean
  /** Why it did not pass; null where it did. */
  readonly reason: MajorityReason | null
  readonly voted: number
  /** What the yes votes are measured against. */
  readonly base: number
  readonly steps: readonly MajorityStep[]
  readonly tip: Tip
}

/** So many of the entitled have voted as the rule asks; abstentions count. */
export const isQuorate = rule('V6', 'quorum-not-met', (count: MajorityCount) => {
  const { counted, base, share } = quorumOf(count)
  return counted * share.den >= share.num * base || { counted: Number(counted), base: Number(base) }
})

/** Somebody voted yes. */
export const hasYesVotes = rule('V7', 'no-yes-votes', (count: MajorityCount) => count.yes > 0 || {})

/** The yes votes reach the threshold, or exceed it where the rule is strict: the status quo wins ties. */
export const reachesThreshold = rule('V8', 'threshold-not-met', (count: MajorityCount) => {
  const { counted, base, share } = thresholdOf(count)
  const [left, right] = [counted * share.den, share.num * base]
  return (count.rule.strict ? left > right : left >= right) || { counted: Number(counted), base: Number(base) }
})

/**
 * Counts a majority vote in whole numbers, exactly.
 * Takes: the assembly's rule and the votes by choice; `entitled` is the frozen electorate's size.
 * Gives: the outcome, its arithmetic step by step, the first reason against it, and what would have tipped it.
 * Throws a fault (no refusal) where the counts cannot be: negative, broken, or more votes than members entitled.
 * Source: the threshold as LiquidFeedback compares it, yes × denominator against numerator × base.
 */
export function countMajority(count: MajorityCount): MajorityResult {
  const { rule, entitled, yes, no, abstain } = count
  const voted = yes + no + abstain
  if (![entitled, yes, no, abstain].every((n) => Number.isSafeInteger(n) && n >= 0) || voted > entitled)
    throw new RangeError('counts that cannot be')
  const threshold = thresholdOf(count)
  const broken = brokenOf(count)
  return {
    rule,
    entitled,
    yes,
    no,
    abstain,
    outcome: broken ? 'not-passed' : 'passed',
    tied: yes > 0 && threshold.counted * threshold.share.den === threshold.share.num * threshold.base,
    reason: (broken?.code as MajorityReason | undefined) ?? null,
    voted,
    base: Number(threshold.base),
    steps: stepsOf(count),
    tip: tipOf(count),
  }
}

/** Two numbers and the share of the second that the first is held against. */
interface Comparison {
  readonly counted: bigint
  readonly base: bigint
  readonly share: { readonly num: bigint; readonly den: bigint }
}

const exact = (share: Fraction) => ({ num: BigInt(share.num), den: BigInt(share.den) })

const quorumOf = ({ rule, entitled, yes, no, abstain }: MajorityCount): Comparison => ({
  counted: BigInt(yes) + BigInt(no) + BigInt(abstain),
  base: BigInt(entitled),
  share: exact(rule.quorum),
})

const thresholdOf = (count: MajorityCount): Comparison => ({
  counted: BigInt(count.yes),
  base: BigInt(measuredAgainst(count)),
  share: exact(count.rule.threshold),
})

function measuredAgainst({ rule, entitled, yes, no, abstain }: MajorityCount): number {
  switch (rule.base) {
    case 'yes-and-no':
      return yes + no
    case 'with-abstentions':
      return yes + no + abstain
    case 'entitled':
      return entitled
  }
}

const brokenOf = (count: MajorityCount): Verdict | undefined =>
  [isQuorate(count), hasYesVotes(count), reachesThreshold(count)].find((verdict) => !verdict.holds)

const passes = (count: MajorityCount) => brokenOf(count) === undefined

function stepsOf(count: MajorityCount): MajorityStep[] {
  const oneYes = { counted: BigInt(count.yes), base: 0n, share: { num: 0n, den: 1n } }
  return [
    step('quorum', isQuorate(count).holds, '≥', quorumOf(count)),
    {
      ...step('some-yes', hasYesVotes(count).holds, '>', oneYes),
      arithmetic: `${count.yes} ${count.yes > 0 ? '>' : '='} 0`,
    },
    step('threshold', reachesThreshold(count).holds, count.rule.strict ? '>' : '≥', thresholdOf(count)),
  ]
}

function step(
  asks: MajorityStep['asks'],
  holds: boolean,
  needs: MajorityStep['needs'],
  compared: Comparison,
): MajorityStep {
  const { counted, base, share } = compared
  const [left, right] = [counted * share.den, share.num * base]
  const is = left > right ? '>' : left === right ? '=' : '<'
  return {
    asks,
    holds,
    needs,
    is,
    arithmetic: `${counted} × ${share.den} = ${left} ${is} ${share.num} × ${base} = ${right}`,
  }
}

function tipOf(count: MajorityCount): Tip {
  const { entitled, yes, no, abstain } = count
  if (passes(count)) {
    const votes = least(yes, (fewer) => !passes({ ...count, yes: yes - fewer }))
    return votes === undefined ? { kind: 'none', votes: 0 } : { kind: 'fewer-yes', votes }
  }
  const more = least(entitled - yes - no - abstain, (votes) => passes({ ...count, yes: yes + votes }))
  if (more !== undefined) return { kind: 'more-yes', votes: more }
  const changed = least(no + abstain, (votes) =>
    passes({ ...count, yes: yes + votes, no: Math.max(0, no - votes), abstain: abstain - Math.max(0, votes - no) }),
  )
  return changed === undefined ? { kind: 'none', votes: 0 } : { kind: 'changed', votes: changed }
}

/** The least number up to `most` from which on something holds; undefined where it never does. */
function least(most: number, holds: (n: number) => boolean): number | undefined {
  if (!holds(most)) return undefined
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
