import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hunksBetween, textDifference } from '#rules/text/difference.ts'
import { tokensOf } from '#rules/text/tokens.ts'
import { prose } from '#test/rules/text/samples.ts'

const applied = (base: readonly string[], hunks: ReturnType<typeof hunksBetween>) => {
  let at = 0
  const out: string[] = []
  for (const hunk of hunks) {
    out.push(...base.slice(at, hunk.from), ...hunk.put)
    at = hunk.to
  }
  return [...out, ...base.slice(at)]
}

/** The length of the longest common subsequence by the plain quadratic table. */
const common = (a: readonly string[], b: readonly string[]) => {
  let row: number[] = new Array(b.length + 1).fill(0)
  for (const token of a) {
    const next = [0]
    b.forEach((other, index) => {
      next.push(token === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

test('hunks applied to the first give the second, and no smaller set does', () => {
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const [base, other] = [tokensOf(a), tokensOf(b)]
      const hunks = hunksBetween(base, other)
      expect(applied(base, hunks)).toEqual(other)
      const edits = hunks.reduce((sum, hunk) => sum + hunk.to - hunk.from + hunk.put.length, 0)
      expect(edits).toBe(base.length + other.length - 2 * common(base, other))
    }),
  )
})

test('hunks are in order and never touch', () => {
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const hunks = hunksBetween(tokensOf(a), tokensOf(b))
      hunks.slice(1).forEach((hunk, index) => {
        expect(hunk.from).toBeGreaterThan(hunks[index]?.to ?? -1)
      })
    }),
  )
})

test('the parts hold both texts whole', () => {
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const parts = textDifference(a, b)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect(without('added')).toBe(a)
      expect(without('removed')).toBe(b)
    }),
  )
})

test('a reader sees whole phrases change', () => {
  expect(textDifference('The mill grinds 40 t a week.', 'The mill delivers 50 t a week.')).toEqual([
    { kind: 'same', text: 'The mill ' },
    { kind: 'removed', text: 'grinds 40' },
    { kind: 'added', text: 'delivers 50' },
    { kind: 'same', text: ' t a week.' },
  ])
})

test('very different large texts give one hunk between their common ends', () => {
  const base = ['first', ...Array.from({ length: 4000 }, (_, i) => `a${i}`), 'last']
  const other = ['first', ...Array.from({ length: 4000 }, (_, i) => `b${i}`), 'last']
  expect(hunksBetween(base, other)).toMatchObject([{ from: 1, to: 4001 }])
  expect(applied(base, hunksBetween(base, other))).toEqual(other)
})
