import { describe, expect, test } from 'vitest'
import { formatInstant, formatNumber, formatPeriod, formatQuantity, formatShare } from '#rules/words/numbers.ts'
import { say } from '#rules/words/say.ts'

describe('numbers in the reader’s language', () => {
  test.each<[number | string, number | undefined, string]>([
    ['1250.50', undefined, '1,250.50'],
    ['999999999999999', undefined, '999,999,999,999,999'],
    ['0.000000000000001', undefined, '0.000000000000001'],
    ['-12.5', undefined, '-12.5'],
    ['1250.55', 1, '1,250.6'],
    ['3', 2, '3.00'],
    [0.1 + 0.2, undefined, '0.3'],
    [1234567, undefined, '1,234,567'],
    [2 / 3, 2, '0.67'],
    [0, undefined, '0'],
  ])('%s with %s decimals is written %s', (value, decimals, written) => {
    expect(formatNumber('en', value, decimals)).toBe(written)
  })

  test('an amount stands with its unit, a thin space between that does not break', () => {
    expect(formatQuantity('en', '1250.5', 't')).toBe('1,250.5\u202ft')
  })

  test('a share is written in percent', () => {
    expect(formatShare('en', 0.375, 1)).toBe('37.5%')
    expect(formatShare('en', 2 / 3, 0)).toBe('67%')
  })
})

describe('time in the reader’s language', () => {
  test('an instant is written with its zone named', () => {
    const instant = '2027-03-03T23:30:00.000Z'
    expect(formatInstant('en', instant, { zone: 'UTC' })).toBe('3 March 2027, 23:30 UTC')
    expect(formatInstant('en', instant, { zone: 'Asia/Tokyo' })).toBe('4 March 2027, 08:30 GMT+9')
    expect(formatInstant('en', '2027-03-03T00:05:00.000Z', { zone: 'UTC' })).toBe('3 March 2027, 00:05 UTC')
  })

  test('an instant inside a sentence is written for people', () => {
    expect(say('en', 'vote-still-runs', { closes: '2027-03-03T17:00:00.000Z' })).toBe(
      'This vote runs until 3 March 2027, 17:00 UTC and is closed by the clock.',
    )
  })

  test.each([
    ['2027', '2027'],
    ['2027-Q1', '1st quarter 2027'],
    ['2027-Q2', '2nd quarter 2027'],
    ['2027-Q3', '3rd quarter 2027'],
    ['2027-Q4', '4th quarter 2027'],
    ['2027-03', 'March 2027'],
    ['2027-12', 'December 2027'],
    ['someday', 'someday'],
  ])('the period %s is written %s', (period, written) => {
    expect(formatPeriod('en', period)).toBe(written)
  })
})
