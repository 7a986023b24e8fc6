import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceOf } from '#figures/balance.ts'
import { decimalText, exactText } from '#figures/decimal.ts'
import { quantityOf } from '#figures/quantity.ts'
import { rollUp } from '#figures/rollup.ts'
import { filled, gapsIn, inTime, pointYearBefore, sumWithin } from '#figures/series.ts'
import { symbolQuantity } from '#figures/symbol.ts'

const decimal = (text: string) => {
  const read = quantityOf(text, 't')
  if (!read) throw new Error(`not a decimal: ${text}`)
  return read.amount
}
const flow = { kind: 'flow', aggregation: 'sum' } as const

describe('series', () => {
  const points = [
    { period: '2027-03', value: decimal('3') },
    { period: '2027-01', value: decimal('1.5') },
    { period: '2026-01', value: decimal('1') },
  ]

  test('a gap stays a gap', () => {
    expect(filled(points, '2027-01', '2027-03').map((point) => point.value && decimalText(point.value))).toEqual([
      '1.5',
      null,
      '3',
    ])
    expect(gapsIn(points.slice(0, 2))).toEqual(['2027-02'])
    expect(gapsIn([])).toEqual([])
  })

  test('a sum says how much of its period it covers', () => {
    const { sum, reported, of } = sumWithin(points, '2027-Q1', 3)
    expect([exactText(sum), reported, of]).toEqual(['4.5', 2, 3])
  })

  test('time goes forward, and a year before is found', () => {
    expect(inTime(points).map((point) => point.period)).toEqual(['2026-01', '2027-01', '2027-03'])
    expect(pointYearBefore(points, '2027-01')?.period).toBe('2026-01')
    expect(pointYearBefore(points, '2027-03')).toBeUndefined()
  })
})

describe('balances', () => {
  const sides = {
    opening: decimal('12.5'),
    production: decimal('100'),
    receipts: decimal('0'),
    uses: decimal('30'),
    deliveries: decimal('70.1'),
    closing: decimal('12'),
  }

  test('what does not add up is shown', () => {
    expect(balanceOf(sides)).toEqual({ known: true, supply: '112.5', residual: '0.4', residualShare: 0.4 / 112.5 })
  })

  test('nothing is claimed where a side is not known', () => {
    expect(balanceOf({ ...sides, uses: null, closing: null })).toEqual({ known: false, missing: ['uses', 'closing'] })
  })

  test('without any supply there is no share', () => {
    const zero = decimal('0')
    expect(
      balanceOf({ opening: zero, production: zero, receipts: zero, uses: zero, deliveries: zero, closing: zero }),
    ).toEqual({ known: true, supply: '0', residual: '0', residualShare: null })
  })
})

describe('roll-ups', () => {
  const parts = [
    { unitId: 'a', value: decimal('1.5'), unit: 't' },
    { unitId: 'b', value: null, unit: 't' },
    { unitId: 'c', value: decimal('500'), unit: 'kg' },
    { unitId: 'd', value: decimal('0'), unit: 't' },
  ]

  test('say how many of the units are in them', () => {
    expect(rollUp(flow, parts, 't')).toEqual({ ok: true, sum: '2', unit: 't', reported: 3, of: 4, missing: ['b'] })
  })

  test('are refused for ratios, indices, means, mixed units of measure, and a unit counted twice', () => {
    const code = (result: ReturnType<typeof rollUp>) => (result.ok ? result.sum : result.code)
    expect(code(rollUp({ kind: 'ratio', aggregation: 'sum' }, parts, 't'))).toBe('ratios-have-no-sum')
    expect(code(rollUp({ kind: 'index', aggregation: 'sum' }, parts, 't'))).toBe('ratios-have-no-sum')
    expect(code(rollUp({ kind: 'flow', aggregation: 'none' }, parts, 't'))).toBe('measure-has-no-sum')
    expect(code(rollUp(flow, parts, 'h'))).toBe('units-do-not-match')
    expect(code(rollUp(flow, [...parts, ...parts], 't'))).toBe('unit-counted-twice')
    expect(code(rollUp({ kind: 'stock', aggregation: 'last' }, parts, 't'))).toBe('2')
  })

  test('are the exact sum of their parts in whatever order', () => {
    const amounts = fc.record({ mantissa: fc.integer(), scale: fc.integer({ min: 0, max: 15 }) })
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        const each = list.map((value, at) => ({ unitId: `u${at}`, value, unit: 't' }))
        expect(rollUp(flow, [...each].reverse(), 't')).toEqual(rollUp(flow, each, 't'))
      }),
    )
  })
})

describe('what one symbol stands for', () => {
  test.each([
    [412, 50],
    [12, 1],
    [13, 2],
    [24, 2],
    [25, 5],
    [60, 5],
    [61, 10],
    [0.7, 0.1],
    [85_400, 10_000],
    [-412, 50],
    [0, 1],
    [Number.NaN, 1],
  ])('the longest row of %d has symbols of %d', (largest, quantity) => {
    expect(symbolQuantity(largest)).toBe(quantity)
  })

  test('the longest row has 5 to 12 symbols, each for a round quantity', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), (largest) => {
        const quantity = symbolQuantity(largest)
        const symbols = Math.ceil(largest / quantity)
        expect(symbols).toBeGreaterThanOrEqual(5)
        expect(symbols).toBeLessThanOrEqual(12)
        expect(Number(quantity.toExponential().split('e')[0])).toBeOneOf([1, 2, 5])
      }),
    )
  })
})
