import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reachAround } from '#figures/reach.ts'

test('an amount can be moved down to nothing and up to twice itself, in round steps', () => {
  expect(reachAround([340])).toEqual({ least: 0, most: 680, step: 2 })
  expect(reachAround([340, 800])).toEqual({ least: 0, most: 1200, step: 5 })
})

test('where there is nothing yet, there is still something to move', () => {
  expect(reachAround([0])).toEqual({ least: 0, most: 100, step: 1 })
  expect(reachAround([])).toEqual({ least: 0, most: 100, step: 1 })
})

test('the present amount lies within reach, and the steps are between 100 and 1,000', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (present) => {
      const { least, most, step } = reachAround([present])
      expect(present).toBeGreaterThanOrEqual(least)
      expect(most).toBeGreaterThanOrEqual(present * 2 * (1 - 1e-9))
      expect(most / step).toBeGreaterThan(100)
      expect(most / step).toBeLessThan(1000)
    }),
  )
})
