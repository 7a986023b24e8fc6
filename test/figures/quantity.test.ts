import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText } from '#figures/decimal.ts'
import { unitOfMeasure, unitSymbol, unitsOfMeasure, unitsOfMeasureLike } from '#figures/measurement.ts'
import { addQuantities, convert, type Quantity, quantityOf } from '#figures/quantity.ts'

const of = (amount: string, unit: string): Quantity => {
  const read = quantityOf(amount, unit)
  if (!read) throw new Error(`not a quantity: ${amount} ${unit}`)
  return read
}
const said = (result: ReturnType<typeof convert>) =>
  result.ok
    ? `${decimalText(result.quantity.amount)} ${result.quantity.unit}${result.exact ? '' : ' (rounded)'}`
    : result.code

describe('adding quantities', () => {
  test.each([
    ['1', 't', '500', 'kg', '1.5 t'],
    ['1', 'MWh', '3600', 'MJ', '2 MWh'],
    ['1', 'kg', '1', 'lb', '1.45359237 kg'],
    ['2', 'thousand', '1', 'piece', '2.001 thousand'],
    ['1', 'MWh', '1', 'MJ', '1.00027777777778 MWh (rounded)'],
    ['1', 't', '1', 'h', 'units-do-not-match'],
    ['1', 'EUR@2020', '1', 'EUR@2015', 'units-do-not-match'],
    ['1', 'EUR', '1', 'USD', 'units-do-not-match'],
    ['1', 'barrel', '1', 't', 'units-do-not-match'],
    ['1', 'barrel', '2', 'barrel', '3 barrel'],
    ['0.5', 'kEUR@2020', '1', 'EUR@2020', '0.501 kEUR@2020'],
  ])('%s %s + %s %s = %s', (a, unitA, b, unitB, sum) => {
    expect(said(addQuantities(of(a, unitA), of(b, unitB)))).toBe(sum)
  })

  test('a refusal names both units of measure', () => {
    expect(addQuantities(of('1', 't'), of('1', 'h'))).toEqual({
      ok: false,
      code: 'units-do-not-match',
      values: { unit: 't', other: 'h' },
    })
  })
})

describe('converting', () => {
  test.each([
    ['1000', 'lb', 'kg', '453.59237 kg'],
    ['1', 'ton-long', 't', '1.0160469088 t'],
    ['1', 'cental', 'lb', '100 lb'],
    ['2.5', 'GWh', 'MWh', '2500 MWh'],
    ['1', 'tce', 'GJ', '29.3076 GJ'],
    ['1', 'ha', 'm2', '10000 m2'],
    ['12', 'percent', 'share', '0.12 share'],
    ['5', 'kg/ha', 't/ha', '0.005 t/ha'],
    ['4', 'h/100lb', 'h/lb', '0.04 h/lb'],
    ['999999999999999', 'Mt', 'g', 'amount-too-large'],
  ])('%s %s in %s is %s', (amount, from, to, result) => {
    expect(said(convert(of(amount, from), to))).toBe(result)
  })

  test('a conversion that says it is exact comes back as it was', () => {
    const quantities = fc.record({
      mantissa: fc.integer({ min: -999_999_999, max: 999_999_999 }),
      scale: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(quantities, fc.constantFrom(...unitsOfMeasure), fc.nat(), (amount, from, pick) => {
        const alike = unitsOfMeasureLike(from.code)
        const there = convert({ amount, unit: from.code }, alike[pick % alike.length] ?? from.code)
        if (!there.ok || !there.exact) return
        const back = convert(there.quantity, from.code)
        expect(back.ok && back.exact && decimalText(back.quantity.amount)).toBe(decimalText(amount))
      }),
    )
  })
})

describe('units of measure', () => {
  test('those alike can stand for each other, and one that is not known only for itself', () => {
    expect(unitsOfMeasureLike('t')).toContain('kg')
    expect(unitsOfMeasureLike('t')).not.toContain('h')
    expect(unitsOfMeasureLike('MEUR@2020')).toEqual(['MEUR@2020'])
    expect(unitsOfMeasureLike('barrel')).toEqual(['barrel'])
  })

  test('every code can stand in a file and in a line', () => {
    for (const { code } of unitsOfMeasure) expect(code).toMatch(/^[A-Za-z][A-Za-z0-9/@%-]{0,15}$/)
    expect(new Set(unitsOfMeasure.map((unit) => unit.code)).size).toBe(unitsOfMeasure.length)
  })

  test('money, indices and compounds are read by their code', () => {
    expect(unitSymbol('kUSD@2010')).toBe('thousand USD at 2010 prices')
    expect(unitSymbol('index@2010')).toBe('index, 2010 = 100')
    expect(unitSymbol('h/100lb')).toBe('h/100 lb')
    expect(unitSymbol('barrel')).toBe('barrel')
    expect(unitOfMeasure('h/barrel')).toBeUndefined()
    expect(unitOfMeasure('XYZ@2020')).toBeUndefined()
  })
})
