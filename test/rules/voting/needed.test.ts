import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMajority } from '#rules/voting/majority.ts'
import { votesNeeded } from '#rules/voting/needed.ts'

const rule = (num: number, den: number, strict: boolean) => ({
  method: 'majority' as const,
  base: 'entitled' as const,
  threshold: { num, den },
  strict,
  quorum: { num: 0, den: 1 },
})

test('[V8] so many yes votes are needed as the count itself asks, and no fewer', () => {
  const counts = fc.record({
    entitled: fc.integer({ min: 1, max: 60 }),
    den: fc.integer({ min: 1, max: 7 }),
    part: fc.integer({ min: 0, max: 7 }),
    strict: fc.boolean(),
  })
  fc.assert(
    fc.property(counts, ({ entitled, den, part, strict }) => {
      const asked = rule(Math.min(part, den), den, strict)
      const passes = (yes: number) =>
        countMajority({ rule: asked, entitled, yes, no: entitled - yes, abstain: 0 }).outcome === 'passed'
      const least = Array.from({ length: entitled + 1 }, (_, yes) => yes).find(passes) ?? null
      expect(votesNeeded({ rule: asked, base: entitled, entitled, yes: 0, no: 0, abstain: 0 })).toBe(least)
    }),
  )
})
