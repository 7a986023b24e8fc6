import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asOf, revisions } from '#figures/vintage.ts'

const instant = (number: number) => new Date(Date.UTC(2027, 0, 1) + number * 1000).toISOString()

/** Values entered one after the other at these numbers, each closing the one before it. */
const history = (seriesId: string, period: string, numbers: readonly number[]) =>
  numbers.map((fromNumber, at) => {
    const toNumber = numbers[at + 1] ?? null
    return {
      seriesId,
      period,
      fromNumber,
      toNumber,
      validFrom: instant(fromNumber),
      validTo: toNumber === null ? null : instant(toNumber),
    }
  })

const histories = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }), { maxLength: 6 })
  .map((all) =>
    all.flatMap((numbers, at) =>
      history(
        'a',
        `20${10 + at}`,
        numbers.sort((one, other) => one - other),
      ),
    ),
  )

test('at any moment each period has the one value entered last before it, and no other', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 0, max: 70 }), (observations, number) => {
      const then = asOf(observations, number)
      expect(new Set(then.map((each) => each.period)).size).toBe(then.length)
      for (const each of then)
        expect(each.fromNumber).toBe(
          Math.max(
            ...observations.flatMap((one) =>
              one.period === each.period && one.fromNumber <= number ? [one.fromNumber] : [],
            ),
          ),
        )
      expect(asOf(observations, instant(number))).toEqual(then)
    }),
  )
})

test('what was known once stays known: asking again what was asked at a moment gives the same', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 0, max: 70 }), (observations, number) => {
      const then = asOf(observations, number)
      expect(asOf(then, number)).toEqual(then)
      const untilThen = observations
        .filter((each) => each.fromNumber <= number)
        .map((each) =>
          each.toNumber !== null && each.toNumber > number ? { ...each, toNumber: null, validTo: null } : each,
        )
      expect(asOf(untilThen, number).map((each) => each.fromNumber)).toEqual(then.map((each) => each.fromNumber))
    }),
  )
})

test('a corrected period is found with all its values, the oldest first', () => {
  const observations = [
    ...history('b', '2021', [3, 8]),
    ...history('a', '2021', [2]),
    ...history('a', '2020', [2, 5, 6]),
  ]
  expect(
    revisions([...observations].reverse()).map((each) => [each.seriesId, each.period, each.versions.length]),
  ).toEqual([
    ['a', '2020', 3],
    ['b', '2021', 2],
  ])
  expect(revisions([...observations].reverse())[0]?.versions.map((each) => each.fromNumber)).toEqual([2, 5, 6])
})
