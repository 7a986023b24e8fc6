import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invert } from '#figures/inverse.ts'

test('the inverse of a table of two is the one worked out by hand', () => {
  // (I − A) = [[0.9, −0.2], [−0.3, 0.8]], determinant 0.66
  const inverse = invert(Float64Array.of(0.1, 0.2, 0.3, 0.2), 2)
  const byHand = [0.8, 0.2, 0.3, 0.9].map((cell) => cell / 0.66)
  inverse?.forEach((cell, at) => {
    expect(cell).toBeCloseTo(byHand[at] ?? Number.NaN, 12)
  })
  expect(inverse).toHaveLength(4)
})

test('times (I − A) it is I, it is never below zero, and exists wherever a column uses up less than it makes', () => {
  const tables = fc
    .integer({ min: 1, max: 12 })
    .chain((n) => fc.array(fc.double({ min: 0, max: 0.99 / n, noNaN: true }), { minLength: n * n, maxLength: n * n }))
  fc.assert(
    fc.property(tables, (cells) => {
      const n = Math.sqrt(cells.length)
      const inverse = invert(Float64Array.from(cells), n)
      expect(inverse).not.toBeNull()
      for (let row = 0; row < n; row++)
        for (let column = 0; column < n; column++) {
          let sum = inverse?.[row * n + column] ?? 0
          expect(sum).toBeGreaterThanOrEqual(0)
          for (let k = 0; k < n; k++) sum -= (cells[row * n + k] ?? 0) * (inverse?.[k * n + column] ?? 0)
          expect(Math.abs(sum - (row === column ? 1 : 0))).toBeLessThan(1e-9)
        }
    }),
  )
})

test('a table that uses up what it makes has none', () => {
  expect(invert(Float64Array.of(0, 2, 2, 0), 2)).toBeNull()
  expect(invert(Float64Array.of(1), 1)).toBeNull()
  expect(invert(Float64Array.of(0.5, 0.5, 0.5, 0.5), 2)).toBeNull()
  expect(invert(new Float64Array(), 0)).toHaveLength(0)
})
