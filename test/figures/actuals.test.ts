import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actualsOf, onCourseShare } from '#figures/actuals.ts'
import { monthsOf } from '#figures/period.ts'

const year = { amount: '1200', unit: 't', period: '2027' }
const report = (period: string, amount: number | null) => ({
  period,
  value: amount === null ? null : { mantissa: Math.round(amount * 10), scale: 1 },
  isProvisional: false,
})
const seen = (reports: readonly ReturnType<typeof report>[], now: string, plan = year) =>
  actualsOf(plan, reports, 't', now)

describe('a plan line beside the figures as they arrive', () => {
  test('two months of twelve, nearly as planned, are on course', () => {
    const reports = [report('2026-12', 900), report('2027-01', 98), report('2027-02', 100)]
    expect(seen(reports, '2027-03-01T00:00:00.000Z')).toEqual({
      state: 'on-course',
      done: '198',
      expected: '200',
      basis: 'reported-months',
      deviation: { amount: '-2', share: expect.closeTo(-0.01, 10) },
      months: 12,
      reported: ['2027-01', '2027-02'],
      gaps: [],
      isProvisional: false,
    })
  })

  test('a gap is no zero: it is named, and only the reported months are expected', () => {
    const reports = [report('2027-01', 100), report('2027-02', null)]
    expect(seen(reports, '2027-03-15T00:00:00.000Z')).toMatchObject({
      state: 'on-course',
      done: '100',
      expected: '100',
      gaps: ['2027-02'],
    })
  })

  test('where nothing was reported, what is expected counts the time that has passed, and nothing deviates', () => {
    expect(seen([], '2027-07-02T12:00:00.000Z')).toMatchObject({
      state: 'not-yet-reported',
      done: null,
      expected: '600',
      basis: 'elapsed',
      deviation: null,
      gaps: ['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06'],
    })
  })

  test('a period that lies ahead has not begun', () => {
    expect(seen([], '2026-12-31T23:59:59.999Z')).toMatchObject({ state: 'not-begun', expected: null, gaps: [] })
  })

  test('much less is behind, much more is ahead', () => {
    expect(seen([report('2027-01', 80)], '2027-02-01T00:00:00.000Z').state).toBe('behind')
    expect(seen([report('2027-01', 120)], '2027-02-01T00:00:00.000Z').state).toBe('ahead')
  })

  test('exactly the share that is still on course is on course', () => {
    expect(seen([report('2027-01', 103)], '2027-02-01T00:00:00.000Z').state).toBe('on-course')
    expect(seen([report('2027-01', 103.1)], '2027-02-01T00:00:00.000Z').state).toBe('ahead')
  })

  test('a figure whose period still runs is held against the part that has passed', () => {
    expect(seen([report('2027', 630)], '2027-07-02T12:00:00.000Z')).toMatchObject({
      state: 'ahead',
      expected: '600',
      deviation: { amount: '30' },
    })
  })

  test('a figure for a month that has not begun is passed over', () => {
    expect(seen([report('2027-09', 100)], '2027-03-01T00:00:00.000Z').state).toBe('not-yet-reported')
  })

  test('a year’s figure is not added to its months’', () => {
    const reports = [report('2027', 1000), report('2027-01', 100)]
    expect(seen(reports, '2028-01-01T00:00:00.000Z')).toMatchObject({ done: '100', reported: ['2027-01'] })
  })

  test('figures of one month, to several units, are added up and counted as one month', () => {
    const reports = [report('2027-01', 40), report('2027-01', 60)]
    expect(seen(reports, '2027-02-01T00:00:00.000Z')).toMatchObject({ done: '100', expected: '100' })
  })

  test('figures in another unit of measure are converted; where they cannot be, nothing is claimed', () => {
    const reports = [{ period: '2027-01', value: { mantissa: 98_500, scale: 0 }, isProvisional: true }]
    const now = '2027-02-01T00:00:00.000Z'
    expect(actualsOf(year, reports, 'kg', now)).toMatchObject({ done: '98.5', isProvisional: true })
    expect(actualsOf(year, reports, 'h', now)).toMatchObject({
      state: 'not-comparable',
      done: null,
      deviation: null,
    })
  })

  test('a plan of nothing: nothing done is on course, anything is ahead', () => {
    const nothing = { ...year, amount: '0' }
    expect(seen([report('2027-01', 0)], '2027-02-01T00:00:00.000Z', nothing)).toMatchObject({
      state: 'on-course',
      deviation: { amount: '0', share: null },
    })
    expect(seen([report('2027-01', 1)], '2027-02-01T00:00:00.000Z', nothing).state).toBe('ahead')
  })

  test('what is done never depends on the order of the figures, and tenths add up exactly', () => {
    const reports = monthsOf('2027').map((month, at) => report(month, 0.1 * (at + 1)))
    fc.assert(
      fc.property(fc.shuffledSubarray(reports), (some) => {
        const { done } = seen(some, '2028-01-01T00:00:00.000Z')
        const tenths = some.reduce((sum, each) => sum + (each.value?.mantissa ?? 0), 0)
        expect(done).toBe(some.length === 0 ? null : String(tenths / 10))
      }),
    )
  })

  test('doing each month its share of the plan is on course all year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 12 }), (amount, months) => {
        const reports = monthsOf('2027')
          .slice(0, months)
          .map((period) => ({ period, value: { mantissa: amount, scale: 0 }, isProvisional: false }))
        const actuals = actualsOf({ ...year, amount: String(amount * 12) }, reports, 't', '2028-01-01T00:00:00.000Z')
        expect(actuals).toMatchObject({ state: 'on-course', expected: String(amount * months) })
        expect(Math.abs(actuals.deviation?.share ?? 1)).toBeLessThan(onCourseShare)
      }),
    )
  })
})
