import type { Values } from '#rules/rule.ts'
import type { DecisionRule, Fraction } from '#rules/shapes/decision-rule.ts'
import type { MajorityResult } from '#rules/voting/majority.ts'
import type { voting } from '#rules/words/en/voting.ts'

/** A code of rules/words and the values of its sentence. */
export interface Said {
  readonly code: keyof typeof voting
  readonly values: Values
}

/** Gives the one sentence that says whether a vote passed, and why or why not. */
export function sentenceOf(result: MajorityResult): Said {
  const { rule, yes, base, voted, entitled, reason, tied } = result
  const code = reason === null ? 'vote-passed' : reason === 'threshold-not-met' && tied ? 'threshold-tied' : reason
  return {
    code,
    values: { yes, base, voted, entitled, quorumCount: countFor(rule.quorum, entitled), ...termsOf(rule) },
  }
}

/** Gives the sentence that says what would have tipped the vote; undefined where no number of votes would have. */
export function tipSentenceOf({ tip }: MajorityResult): Said | undefined {
  if (tip.kind === 'none') return undefined
  return { code: `vote-tip-${tip.kind}`, values: { votes: tip.votes } }
}

/** Gives the one sentence that says what must happen for a vote to pass, for an electorate of a given size. */
export function requirementOf(rule: DecisionRule, entitled: number): Said {
  const { threshold, strict } = rule
  const quorumCount = countFor(rule.quorum, entitled)
  const values = { entitled, quorumCount, ...termsOf(rule) }
  if (strict && threshold.num === threshold.den) return { code: 'vote-cannot-pass', values }
  if (threshold.num === 0) return { code: 'vote-passes-by-one', values }
  if (rule.base !== 'entitled') return { code: 'vote-passes-if', values }
  const yesNeeded = strict
    ? Math.floor((entitled * threshold.num) / threshold.den) + 1
    : Math.max(1, countFor(threshold, entitled))
  return { code: 'vote-passes-with', values: { ...values, yesNeeded } }
}

/** The least whole number that is at least this share of all. Exact: both factors are small whole numbers. */
const countFor = (share: Fraction, all: number) => Math.ceil((share.num * all) / share.den)

const termsOf = ({ base, threshold, strict, quorum }: DecisionRule): Values => ({
  of: { 'yes-and-no': 'yesno', 'with-abstentions': 'cast', entitled: 'entitled' }[base],
  than: strict ? 'more' : 'least',
  ...shareValues('share', threshold),
  ...shareValues('quorum', quorum),
})

const named: Readonly<Record<string, string>> = {
  '0/1': 'none',
  '1/4': 'quarter',
  '1/3': 'third',
  '1/2': 'half',
  '2/3': 'twothirds',
  '3/4': 'threequarters',
  '1/1': 'all',
}

/** A share in lowest terms: by its name where it has one, else as "3 in 5". */
function shareValues(key: string, share: Fraction): Values {
  const common = greatestCommonDivisor(share.num, share.den)
  const [num, den] = [share.num / common, share.den / common]
  return { [key]: named[`${num}/${den}`] ?? 'other', [`${key}Num`]: num, [`${key}Den`]: den }
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))
