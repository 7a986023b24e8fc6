import { describe, expect, test } from 'vitest'
import { measures } from '#figures/books.ts'
import { prepareTechnique } from '#figures/solver.ts'
import { suppliersOf, techniqueFrom } from '#figures/technique.ts'
import { monthly, rows, solverOf, technique, window } from './small-society.ts'

describe('the technique of the books', () => {
  test('keeps the exact sums from which each coefficient is divided', () => {
    const bakery = technique.enterprises.find((each) => each.unitId === 'bakery')
    expect(bakery).toEqual({
      unitId: 'bakery',
      productId: 'bread',
      months: 12,
      output: '4800',
      hours: { sum: '48000', over: '4800', months: 12 },
      inputs: {
        electricity: { sum: '960', over: '4800', months: 12 },
        flour: { sum: '3600', over: '4800', months: 12 },
      },
      capacity: { sum: '6000', months: 12 },
    })
    expect(technique.stocks).toContainEqual({ unitId: 'farm', productId: 'wheat', amount: '30', period: '2026-12' })
    expect(JSON.parse(JSON.stringify(technique))).toEqual(technique)
  })

  test('weighs a branch by output: two mills of 1.3 and 1.2 t of wheat give 1.225', () => {
    const solver = solverOf(technique)
    const at = (id: string) => solver.indexOf.get(id) ?? -1
    expect(solver.recipes[at('flour')]).toEqual([[at('wheat'), 1.225]])
    expect(solver.hours[at('flour')]).toBe(2.5)
    expect(solver.branches[at('flour')]).toMatchObject({ makers: 2, withCapacity: 2, monthly: 400, capacity: 430 })
  })

  test('says from whom a unit takes what it needs', () => {
    expect(suppliersOf(technique, 'bakery', 'flour')).toEqual([
      { unitId: 'new-mill', sum: '2700', share: 0.75 },
      { unitId: 'old-mill', sum: '900', share: 0.25 },
    ])
    expect(suppliersOf(technique, 'town', 'flour')).toEqual([])
  })

  test('a month that reports an output but not the input lowers neither', () => {
    const gapped = rows.filter(
      (row) => !(row.unitId === 'bakery' && row.measureId === measures.input && row.period < '2026-07'),
    )
    const bakery = techniqueFrom(gapped, window).enterprises.find((each) => each.unitId === 'bakery')
    expect(bakery?.inputs.flour).toEqual({ sum: '1800', over: '2400', months: 6 })
  })

  test('the mean of a capacity that changes with the season is taken over all months', () => {
    const seasonal = window.map((period, at) => ({
      unitId: 'farm',
      measureId: measures.capacity,
      productId: 'wheat',
      counterpartId: null,
      period,
      mantissa: at === 7 ? 12_000 : 0,
      scale: 0,
    }))
    const without = rows.filter((row) => row.unitId !== 'farm' || row.measureId !== measures.capacity)
    const solver = solverOf(techniqueFrom([...without, ...seasonal], window))
    expect(solver.enterprises.get('farm')?.capacity).toBe(1000)
  })

  test('units without output or with several are listed and left out, never divided by', () => {
    const odd = techniqueFrom(
      [
        ...rows,
        ...monthly('idle-mill', measures.output, 'flour', 0),
        ...monthly('idle-mill', measures.hours, null, 100),
        ...monthly('school', measures.hours, null, 100),
        ...monthly('works', measures.output, 'flour', 10),
        ...monthly('works', measures.output, 'bread', 10),
      ],
      window,
    )
    expect(odd.leftOut).toEqual([
      { unitId: 'idle-mill', code: 'no-output' },
      { unitId: 'school', code: 'no-output' },
      { unitId: 'works', code: 'makes-several-products' },
    ])
    expect(odd.enterprises).toEqual(technique.enterprises)
    const solver = solverOf(odd)
    expect([...solver.inverse, ...solver.embodied].every(Number.isFinite)).toBe(true)
  })

  test('the order of the rows does not matter', () => {
    expect(techniqueFrom([...rows].reverse(), window)).toEqual(technique)
  })

  test('books that use up more than they make are refused', () => {
    const circle = [
      ...monthly('a', measures.output, 'x', 10),
      ...monthly('a', measures.input, 'y', 20),
      ...monthly('b', measures.output, 'y', 10),
      ...monthly('b', measures.input, 'x', 20),
    ]
    expect(prepareTechnique(techniqueFrom(circle, window))).toEqual({ ok: false, code: 'table-unproductive' })
    const own = [...monthly('a', measures.output, 'x', 10), ...monthly('a', measures.input, 'x', 10)]
    expect(prepareTechnique(techniqueFrom(own, window))).toEqual({ ok: false, code: 'table-unproductive' })
  })

  test('no books give an empty technique that still computes', () => {
    expect(solverOf(techniqueFrom([], window)).products).toEqual([])
  })
})
