import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecisionRule, majorityBases } from '#rules/shapes/decision-rule.ts'
import { countMajority, type MajorityCount } from '#rules/voting/majority.ts'
import thresholds from '#test/rules/voting/thresholds.json' with { type: 'json' }

const simple: DecisionRule = {
  method: 'majority',
  base: 'yes-and-no',
  threshold: { num: 1, den: 2 },
  strict: true,
  quorum: { num: 0, den: 1 },
}
const twoThirds: DecisionRule = { ...simple, threshold: { num: 2, den: 3 } }

const count = (rule: DecisionRule, entitled: number, yes: number, no: number, abstain: number) =>
  countMajority({ rule, entitled, yes, no, abstain })

describe('counting a majority', () => {
  test.each(thresholds.cases)('as others count it: $name', ({ yes, no, abstain, num, den, strict, passes }) => {
    const rule = { ...simple, threshold: { num, den }, strict }
    expect(count(rule, yes + no + abstain, yes, no, abstain).outcome).toBe(passes ? 'passed' : 'not-passed')
  })

  test('[V6] too few voters decide nothing; abstentions count as taking part', () => {
    const rule = { ...simple, quorum: { num: 1, den: 2 } }
    expect(count(rule, 21, 10, 0, 0)).toMatchObject({ outcome: 'not-passed', reason: 'quorum-not-met' })
    expect(count(rule, 21, 10, 0, 1)).toMatchObject({ outcome: 'passed', reason: null })
  })

  test('[V7] without any yes vote nothing passes, even where zero would reach the threshold', () => {
    const rule = { ...simple, strict: false, threshold: { num: 0, den: 1 } }
    expect(count(rule, 5, 0, 0, 5)).toMatchObject({ outcome: 'not-passed', reason: 'no-yes-votes', tied: false })
    expect(count(rule, 5, 0, 5, 0)).toMatchObject({ outcome: 'not-passed', reason: 'no-yes-votes' })
    expect(count(rule, 5, 1, 4, 0)).toMatchObject({ outcome: 'passed' })
  })

  test('[V8] the status quo wins a tie under a strict rule, and only there', () => {
    expect(count(simple, 100, 50, 50, 0)).toMatchObject({
      outcome: 'not-passed',
      tied: true,
      reason: 'threshold-not-met',
    })
    expect(count({ ...simple, strict: false }, 100, 50, 50, 0)).toMatchObject({ outcome: 'passed', tied: true })
    expect(count(simple, 101, 51, 50, 0)).toMatchObject({ outcome: 'passed', tied: false })
    expect(count(twoThirds, 51, 34, 17, 0)).toMatchObject({ outcome: 'not-passed', tied: true })
  })

  test('[V8] the yes votes are measured against the base that the rule names', () => {
    const votes = [100, 40, 30, 20] as const
    expect(count(simple, ...votes)).toMatchObject({ base: 70, outcome: 'passed' })
    expect(count({ ...simple, base: 'with-abstentions' }, ...votes)).toMatchObject({ base: 90, outcome: 'not-passed' })
    expect(count({ ...simple, base: 'entitled' }, ...votes)).toMatchObject({ base: 100, outcome: 'not-passed' })
  })

  test('the arithmetic can be checked by hand', () => {
    expect(count({ ...twoThirds, quorum: { num: 1, den: 4 } }, 80, 34, 16, 2).steps).toEqual([
      { asks: 'quorum', holds: true, needs: '≥', is: '>', arithmetic: '52 × 4 = 208 > 1 × 80 = 80' },
      { asks: 'some-yes', holds: true, needs: '>', is: '>', arithmetic: '34 > 0' },
      { asks: 'threshold', holds: true, needs: '>', is: '>', arithmetic: '34 × 3 = 102 > 2 × 50 = 100' },
    ])
    expect(count(twoThirds, 80, 0, 16, 2).steps.map((step) => step.arithmetic)).toEqual([
      '18 × 1 = 18 > 0 × 80 = 0',
      '0 = 0',
      '0 × 3 = 0 < 2 × 16 = 32',
    ])
  })

  test('the result is plain data: it can be written to the record and read back unchanged', () => {
    const result = count(twoThirds, 80, 34, 16, 2)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test.each([
    [-1, 0, 0],
    [0.5, 0, 0],
    [6, 5, 0],
    [Number.NaN, 0, 0],
  ])('counts that cannot be are a fault (%s, %s, %s)', (yes, no, abstain) => {
    expect(() => count(simple, 10, yes, no, abstain)).toThrow(RangeError)
  })

  test('what would have tipped it', () => {
    expect(count(twoThirds, 51, 34, 17, 0).tip).toEqual({ kind: 'changed', votes: 1 })
    expect(count(twoThirds, 60, 34, 17, 0).tip).toEqual({ kind: 'more-yes', votes: 1 })
    expect(count(twoThirds, 60, 36, 17, 0).tip).toEqual({ kind: 'fewer-yes', votes: 2 })
    expect(count({ ...simple, quorum: { num: 1, den: 1 } }, 10, 0, 5, 0).tip).toEqual({ kind: 'none', votes: 0 })
  })
})

const counts: fc.Arbitrary<MajorityCount> = fc
  .record({
    base: fc.constantFrom(...majorityBases),
    den: fc.integer({ min: 1, max: 12 }),
    num: fc.nat(12),
    strict: fc.boolean(),
    quorumDen: fc.integer({ min: 1, max: 6 }),
    quorumNum: fc.nat(6),
    yes: fc.nat(40),
    no: fc.nat(40),
    abstain: fc.nat(20),
    absent: fc.nat(30),
  })
  .map(({ base, den, num, strict, quorumDen, quorumNum, yes, no, abstain, absent }) => ({
    rule: {
      method: 'majority' as const,
      base,
      threshold: { num: Math.min(num, den), den },
      strict,
      quorum: { num: Math.min(quorumNum, quorumDen), den: quorumDen },
    },
    entitled: yes + no + abstain + absent,
    yes,
    no,
    abstain,
  }))

describe('laws of the count', () => {
  test('the order in which votes are given makes no difference', () => {
    const choices = fc.array(fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const), { maxLength: 40 })
    fc.assert(
      fc.property(
        choices.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (all) => {
          const having = (votes: readonly string[], choice: string) => votes.filter((vote) => vote === choice).length
          const counted = (votes: readonly string[]) =>
            count(twoThirds, 50, having(votes, 'yes'), having(votes, 'no'), having(votes, 'abstain'))
          expect(counted([...all].sort())).toEqual(counted(all))
        },
      ),
    )
  })

  test('one more yes vote, new or instead of another, never turns passed into not passed', () => {
    fc.assert(
      fc.property(counts, (given) => {
        if (countMajority(given).outcome !== 'passed') return
        const more = [
          given.entitled > given.yes + given.no + given.abstain && { ...given, yes: given.yes + 1 },
          given.no > 0 && { ...given, yes: given.yes + 1, no: given.no - 1 },
          given.abstain > 0 && { ...given, yes: given.yes + 1, abstain: given.abstain - 1 },
        ]
        for (const one of more) if (one) expect(countMajority(one).outcome).toBe('passed')
      }),
    )
  })

  test('an electorate many times as large that votes alike decides alike', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 1_000_000_000 }), (given, times) => {
        const { outcome, tied, reason } = countMajority(given)
        const { yes, no, abstain, entitled } = given
        const large = { yes: yes * times, no: no * times, abstain: abstain * times, entitled: entitled * times }
        expect(countMajority({ ...given, ...large })).toMatchObject({ outcome, tied, reason })
      }),
    )
  })

  test('a share written in larger numbers is the same share', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), (given, times) => {
        const { num, den } = given.rule.threshold
        const rule = { ...given.rule, threshold: { num: num * times, den: den * times } }
        const { outcome, tied, reason } = countMajority(given)
        expect(countMajority({ ...given, rule })).toMatchObject({ outcome, tied, reason })
      }),
    )
  })

  test('the tip is true, and one vote fewer would not do', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { tip, outcome } = countMajority(given)
        const tipped = (votes: number) => {
          const { yes, no, abstain } = given
          if (tip.kind === 'more-yes') return countMajority({ ...given, yes: yes + votes }).outcome
          if (tip.kind === 'fewer-yes') return countMajority({ ...given, yes: yes - votes }).outcome
          const fromNo = Math.min(no, votes)
          return countMajority({ ...given, yes: yes + votes, no: no - fromNo, abstain: abstain - votes + fromNo })
            .outcome
        }
        if (outcome === 'passed') expect(tip.kind).toBe('fewer-yes')
        if (tip.kind === 'none') return
        expect(tipped(tip.votes)).not.toBe(outcome)
        expect(tipped(tip.votes - 1)).toBe(outcome)
      }),
    )
  })
})
