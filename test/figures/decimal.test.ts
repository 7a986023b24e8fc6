import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareDecimals,
  decimalOfSum,
  decimalText,
  exactText,
  exactToNumber,
  parseDecimal,
  subtractDecimals,
  sumDecimals,
  toNumber,
} from '#figures/decimal.ts'

const decimals = fc.record({
  mantissa: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  scale: fc.integer({ min: 0, max: 15 }),
})

describe('reading a decimal', () => {
  test.each([
    ['40', 40, 0],
    ['-3.25', -325, 2],
    ['+7', 7, 0],
    ['0.1', 1, 1],
    ['1.500', 1500, 3],
    ['-0.0', 0, 1],
    ['0000000000000000000012', 12, 0],
  ])('%s is kept as %i at %i decimals', (text, mantissa, scale) => {
    expect(parseDecimal(text)).toEqual({ mantissa, scale, rounded: false })
  })

  test.each(['', '-', '.5', '5.', '1e3', '1,5', ' 1', 'NaN', 'Infinity', '12345678901234567'])(
    'no number is made of "%s"',
    (text) => {
      expect(parseDecimal(text)).toBeNull()
    },
  )

  test('more than 15 significant digits are rounded, and it is said', () => {
    expect(parseDecimal('0.30000000000000004')).toEqual({ mantissa: 300000000000000, scale: 15, rounded: true })
    expect(parseDecimal('123456.78901234567')).toEqual({ mantissa: 123456789012346, scale: 9, rounded: true })
    expect(parseDecimal('1234567890123456')).toEqual({ mantissa: 1234567890123460, scale: 0, rounded: true })
    expect(parseDecimal('0.00012345678901234')).toEqual({ mantissa: 123456789012, scale: 15, rounded: true })
  })

  test('zeros at the end are not digits that count', () => {
    expect(parseDecimal('1234567890.00000000000')).toEqual({ mantissa: 1234567890, scale: 0, rounded: false })
  })
})

test('a decimal is written in one way only', () => {
  expect(decimalText({ mantissa: 1500, scale: 3 })).toBe('1.5')
  expect(decimalText({ mantissa: -5, scale: 3 })).toBe('-0.005')
  expect(decimalText({ mantissa: -0, scale: 2 })).toBe('0')
  fc.assert(
    fc.property(decimals, (decimal) => {
      const text = decimalText(decimal)
      const again = parseDecimal(text)
      expect(again && decimalText(again)).toBe(text)
      expect(text).toMatch(/^(?:0|-?(?:[1-9]\d*|0)(?:\.\d*[1-9])?)$/)
      expect(again && compareDecimals(again, decimal)).toBe(0)
      expect(toNumber(decimal)).toBe(Number(text))
    }),
  )
})

test('a sum is the same in any order, and exact', () => {
  fc.assert(
    fc.property(
      fc
        .array(decimals, { maxLength: 40 })
        .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(exactText(sumDecimals(shuffled))).toBe(exactText(sumDecimals(list)))
      },
    ),
  )
  const tenth = { mantissa: 1, scale: 1 }
  expect(exactText(sumDecimals(Array.from({ length: 10 }, () => tenth)))).toBe('1')
  expect(exactText(sumDecimals([]))).toBe('0')
  expect(exactToNumber(sumDecimals([tenth, { mantissa: 2, scale: 1 }]))).toBe(0.3)
})

test('what is taken away can be put back', () => {
  fc.assert(
    fc.property(decimals, decimals, (one, other) => {
      const difference = subtractDecimals(one, other)
      const back = decimalOfSum(difference)
      expect(exactText(subtractDecimals(one, one))).toBe('0')
      if (back && !back.rounded) expect(exactText(sumDecimals([back, other]))).toBe(decimalText(one))
      expect(compareDecimals(one, other)).toBe(-compareDecimals(other, one) + 0)
    }),
  )
})
