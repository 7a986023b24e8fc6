import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparePeriods,
  endOf,
  formatPeriod,
  frequencyOf,
  isWithin,
  monthsBefore,
  monthsOf,
  nextPeriod,
  parsePeriod,
  periodOf,
  periodRange,
  previousPeriod,
  shareElapsed,
  shiftPeriod,
  startOf,
  yearBefore,
} from '#figures/period.ts'

const periods = fc
  .tuple(fc.integer({ min: 1, max: 9990 }), fc.constantFrom('A' as const, 'Q' as const, 'M' as const), fc.nat(11))
  .map(([year, frequency, at]) => formatPeriod({ frequency, year, part: (at % { A: 1, Q: 4, M: 12 }[frequency]) + 1 }))

describe('periods', () => {
  test('the next of each kind', () => {
    expect(['2027', '2027-Q4', '2027-12', '2027-03'].map(nextPeriod)).toEqual(['2028', '2028-Q1', '2028-01', '2027-04'])
    expect(['2027', '2027-Q1', '2027-01'].map(previousPeriod)).toEqual(['2026', '2026-Q4', '2026-12'])
    expect(['2027', '2027-Q3', '2027-08'].map(yearBefore)).toEqual(['2026', '2026-Q3', '2026-08'])
    expect(shiftPeriod('2027-03', -27)).toBe('2024-12')
  })

  test('months, ranges and what lies within', () => {
    expect(monthsOf('2027-Q2')).toEqual(['2027-04', '2027-05', '2027-06'])
    expect(monthsOf('2027')).toHaveLength(12)
    expect(periodRange('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(periodRange('2026-Q3', '2027-Q1')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1'])
    expect(periodRange('2027', '2026')).toEqual([])
    expect(isWithin('2027', '2027-Q4')).toBe(true)
    expect(isWithin('2027-Q4', '2027')).toBe(false)
    expect(isWithin('2027-Q4', '2028-01')).toBe(false)
  })

  test('instants', () => {
    expect(periodOf('2027-05-31T23:59:59.999Z', 'M')).toBe('2027-05')
    expect(periodOf('2027-05-31T23:59:59.999Z', 'Q')).toBe('2027-Q2')
    expect(periodOf('2027-05-31T23:59:59.999Z', 'A')).toBe('2027')
    expect(startOf('2027-Q2')).toBe('2027-04-01T00:00:00.000Z')
    expect(endOf('2027')).toBe('2028-01-01T00:00:00.000Z')
    expect(shareElapsed('2027', '2027-07-02T12:00:00.000Z')).toBe(0.5)
    expect(shareElapsed('2027', '2026-07-02T12:00:00.000Z')).toBe(0)
    expect(shareElapsed('2027', '2029-07-02T12:00:00.000Z')).toBe(1)
    expect(monthsBefore('2027-03-05T00:00:00.000Z', 3)).toEqual(['2026-12', '2027-01', '2027-02'])
  })

  test.each(['', '27', '2027-13', '2027-Q5', '2027-3', '2027-00', 'x2027'])('"%s" is no period', (text) => {
    expect(parsePeriod(text)).toBeNull()
  })

  test('going on and back again leads home, and time only goes forward', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 60 }), (period, by) => {
        if (!parsePeriod(shiftPeriod(period, by))) return
        expect(shiftPeriod(shiftPeriod(period, by), -by)).toBe(period)
        expect(comparePeriods(period, nextPeriod(period))).toBeLessThan(0)
        expect(comparePeriods(period, period)).toBe(0)
        expect(monthsOf(period).every((month) => isWithin(period, month))).toBe(true)
        expect(periodOf(startOf(period), frequencyOf(period))).toBe(period)
        expect(periodRange(period, shiftPeriod(period, by))).toHaveLength(by + 1)
      }),
    )
  })

  test('a year comes before its first quarter, and that before its first month', () => {
    expect(['2027-01', '2026-12', '2027-Q1', '2027'].sort(comparePeriods)).toEqual([
      '2026-12',
      '2027',
      '2027-Q1',
      '2027-01',
    ])
  })
})
