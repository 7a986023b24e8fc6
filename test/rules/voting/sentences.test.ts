import { expect, test } from 'vitest'
import type { DecisionRule } from '#rules/shapes/decision-rule.ts'
import { countMajority } from '#rules/voting/majority.ts'
import { requirementOf, type Said, sentenceOf, tipSentenceOf } from '#rules/voting/sentences.ts'
import { say } from '#rules/words/say.ts'

const worded = (said: Said | undefined) => said && say('en', said.code, said.values)

const rule = (
  base: DecisionRule['base'],
  threshold: readonly [number, number],
  strict: boolean,
  quorum: readonly [number, number],
): DecisionRule => ({
  method: 'majority',
  base,
  threshold: { num: threshold[0], den: threshold[1] },
  strict,
  quorum: { num: quorum[0], den: quorum[1] },
})

const simple = rule('yes-and-no', [1, 2], true, [0, 1])

test.each<[DecisionRule, [number, number, number, number], string]>([
  [
    rule('yes-and-no', [4, 6], true, [0, 1]),
    [60, 35, 16, 2],
    'Passed: 35 of 51 yes-and-no votes are in favour, and more than two thirds were needed.',
  ],
  [simple, [9, 1, 0, 3], 'Passed: 1 of 1 yes-or-no vote is in favour, and more than half were needed.'],
  [
    rule('with-abstentions', [3, 5], false, [0, 1]),
    [60, 10, 20, 2],
    'Not passed: 10 of 32 votes cast are in favour, and at least 3 in 5 were needed.',
  ],
  [
    rule('entitled', [3, 4], false, [0, 1]),
    [1200, 900, 0, 0],
    'Passed: 900 of 1,200 members entitled to vote are in favour, and at least three quarters were needed.',
  ],
  [
    simple,
    [20, 8, 8, 0],
    'Not passed: 8 of 16 yes-and-no votes are in favour, which is exactly half; more were needed, so things stay as they are.',
  ],
  [
    rule('yes-and-no', [1, 2], true, [1, 2]),
    [41, 12, 0, 0],
    'Not passed: 12 of 41 members entitled took part, and at least 21 (half) were needed.',
  ],
  [
    rule('yes-and-no', [1, 2], true, [1, 1]),
    [41, 12, 0, 0],
    'Not passed: 12 of 41 members entitled took part, and at least 41 were needed.',
  ],
  [simple, [20, 0, 3, 0], 'Not passed: nobody voted yes.'],
  [
    rule('yes-and-no', [0, 1], true, [0, 1]),
    [20, 1, 5, 0],
    'Passed: 1 of 6 yes-and-no votes is in favour, and one was enough.',
  ],
])('the result is one sentence (%#)', (decision, [entitled, yes, no, abstain], sentence) => {
  expect(worded(sentenceOf(countMajority({ rule: decision, entitled, yes, no, abstain })))).toBe(sentence)
})

test.each<[[number, number, number, number], string | undefined]>([
  [[20, 8, 8, 0], '1 more yes vote would have passed it.'],
  [[20, 4, 8, 0], '5 more yes votes would have passed it.'],
  [[16, 8, 8, 0], 'It would have passed if 1 member more had voted yes instead of no or abstaining.'],
  [[16, 9, 7, 0], 'With 2 yes votes fewer it would not have passed.'],
])('what would have tipped it is one sentence (%#)', ([entitled, yes, no, abstain], sentence) => {
  expect(worded(tipSentenceOf(countMajority({ rule: simple, entitled, yes, no, abstain })))).toBe(sentence)
})

test('where no number of votes would have tipped it, nothing is said', () => {
  const all = rule('yes-and-no', [1, 1], true, [0, 1])
  expect(tipSentenceOf(countMajority({ rule: all, entitled: 3, yes: 3, no: 0, abstain: 0 }))).toBeUndefined()
})

test.each<[DecisionRule, number, string]>([
  [simple, 40, 'It passes if more than half of the yes-and-no votes are in favour.'],
  [
    rule('yes-and-no', [2, 3], false, [1, 4]),
    41,
    'It passes if at least two thirds of the yes-and-no votes are in favour, provided that at least 11 of the 41 members entitled take part.',
  ],
  [
    rule('with-abstentions', [1, 2], true, [1, 41]),
    41,
    'It passes if more than half of all votes cast, abstentions among them, are in favour, provided that at least one of the 41 members entitled takes part.',
  ],
  [rule('entitled', [1, 2], true, [0, 1]), 40, 'It passes if at least 21 of the 40 members entitled vote yes.'],
  [rule('entitled', [2, 3], false, [0, 1]), 40, 'It passes if at least 27 of the 40 members entitled vote yes.'],
  [rule('yes-and-no', [0, 1], false, [0, 1]), 40, 'It passes if at least one member votes yes.'],
  [
    rule('yes-and-no', [1, 1], true, [0, 1]),
    40,
    'It cannot pass: this rule asks for more than all votes. The assembly needs another decision rule.',
  ],
])('what a vote needs is one sentence (%#)', (decision, entitled, sentence) => {
  expect(worded(requirementOf(decision, entitled))).toBe(sentence)
})
