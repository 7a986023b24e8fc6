import { describe, expect, test } from 'vitest'
import { measures } from '#figures/books.ts'
import { consequences, type WantedLine } from '#figures/consequences.ts'
import { standingIn, standingKey } from '#figures/standing.ts'
import { techniqueFrom } from '#figures/technique.ts'
import { line, monthly, rows, solverOf, technique, unitOf, window } from './small-society.ts'

const solver = solverOf(technique)
const follow = (lines: readonly WantedLine[], plan: Readonly<Record<string, string>> = {}) =>
  consequences(solver, lines, standingIn(technique, new Map(Object.entries(plan))), unitOf)
const amounts = (list: readonly { productId: string; amount: number }[]) =>
  Object.fromEntries(list.map(({ productId, amount }) => [productId, Number(amount.toFixed(6))]))

// The pit and the station feed each other: a MWh takes 0.4 t of coal, a tonne of coal 0.1 MWh; 1 / (1 − 0.04) MWh are made for one used.
const loop = 1 / 0.96

describe('40 t more bread', () => {
  const result = follow([line({})])

  test('is measured against the mean month of the books', () => {
    expect(result.lines[0]).toMatchObject({ change: '40', standing: { amount: '400', from: 'books' }, way: 'own' })
  })

  test('takes flour, wheat, electricity and coal through all rounds', () => {
    const all = {
      flour: 30,
      wheat: 36.75,
      electricity: Number((8 * loop).toFixed(6)),
      coal: Number((3.2 * loop).toFixed(6)),
    }
    expect(amounts(result.inputs)).toEqual(all)
    expect(amounts(result.output)).toEqual({ bread: 40, ...all })
    expect(amounts(result.lines[0]?.inputs ?? [])).toEqual(all)
  })

  test('takes 400 hours in the bakery and the rest behind it', () => {
    expect(result.hours.direct).toBe(400)
    expect(result.hours.total).toBeCloseTo(400 + 30 * 2.5 + 36.75 * 3 + 8 * loop * 0.5 + 3.2 * loop * 2, 9)
    expect(result.lines[0]?.hours.total).toBeCloseTo(result.hours.total, 9)
  })

  test('is explained by a chain, the weightiest need first', () => {
    const chain = result.lines[0]?.chain ?? []
    expect(chain.slice(0, 3).map(({ productId, amount, unit, of }) => [productId, amount, unit, of])).toEqual([
      ['bread', 40, 't', null],
      ['flour', 30, 't', 0],
      ['wheat', 36.75, 't', 1],
    ])
    expect(Math.max(...chain.map((link) => link.round))).toBe(2)
    expect(chain[0]?.share).toBe(1)
    const rounds = result.lines[0]?.rounds ?? []
    expect(rounds.slice(0, 2)).toMatchObject([{ hours: 400 }, { hours: 30 * 2.5 + 8 * 0.5 }])
    expect(rounds.at(-1)?.explained).toBeGreaterThan(0.999)
  })

  test('says how far capacity is used, for the bakery and for each branch', () => {
    expect(result.capacity[0]).toMatchObject({ unitId: 'bakery', before: 400, after: 440, shareAfter: 0.88 })
    expect(result.capacity.find((use) => use.productId === 'flour')).toMatchObject({
      unitId: null,
      before: 400,
      after: 430,
      shareAfter: 1,
    })
  })

  test('finds the wheat that the farm cannot grow: stock first, the rest is missing', () => {
    expect(result.shortages).toEqual([
      { unitId: null, productId: 'wheat', unit: 't', needed: 36.75, fromCapacity: 0, fromStock: 30, missing: 6.75 },
    ])
  })
})

describe('other lines', () => {
  test('less bread frees flour and wheat', () => {
    const less = follow([line({ amount: '360' })])
    expect(amounts(less.inputs)).toMatchObject({ flour: -30, wheat: -36.75 })
    expect(less.shortages).toEqual([])
    expect(less.lines[0]?.chain[1]).toMatchObject({ productId: 'flour', amount: -30 })
  })

  test('the doer works in its own way, its branch in the weighted one', () => {
    const old = follow([line({ unitId: 'old-mill', productId: 'flour', amount: '110' })])
    expect(amounts(old.inputs)).toEqual({ wheat: 13 })
    expect(old.hours).toEqual({ direct: 40, total: 79 })
  })

  test('a plan line in force is what counts as standing, before the books', () => {
    const wanted = line({})
    const planned = follow([wanted], { [standingKey(wanted)]: '430' })
    expect(planned.lines[0]).toMatchObject({ change: '10', standing: { amount: '430', from: 'plan' } })
    expect(planned.capacity[0]).toMatchObject({ before: 430, after: 440 })
    expect(planned.capacity.find((use) => use.unitId === null && use.productId === 'bread')).toMatchObject({
      before: 430,
    })
  })

  test('what a town consumes has to be made', () => {
    const more = follow([line({ unitId: 'town', direction: 'consume' })])
    expect(more.lines[0]).toMatchObject({ effect: 'demand', way: 'branch', change: '40' })
    expect(amounts(more.output)).toMatchObject({ bread: 40, flour: 30, wheat: 36.75 })
    expect(more.hours.direct).toBe(400)
  })

  test('what one line makes covers what another needs', () => {
    const bakery = line({})
    const town = line({ id: 'line-2', unitId: 'town', direction: 'consume' })
    const mill = line({ id: 'line-3', unitId: 'new-mill', productId: 'flour', amount: '330' })
    const farm = line({ id: 'line-4', unitId: 'farm', productId: 'wheat', amount: '520' })
    const all = follow([bakery, town, mill, farm])
    expect(amounts(all.output)).toMatchObject({ bread: 40, flour: 30, wheat: 36 })
    const beyond = follow([bakery, town, { ...mill, amount: '400' }])
    expect(amounts(beyond.output)).toMatchObject({ bread: 40, flour: 100, wheat: 120 })
  })

  test('what a town receives and consumes is one demand', () => {
    const receive = line({ unitId: 'town', direction: 'receive', amount: '40', counterpartId: 'bakery' })
    const consume = line({ id: 'line-2', unitId: 'town', direction: 'consume' })
    expect(amounts(follow([receive, consume]).output).bread).toBe(40)
  })

  test('a delivery makes nothing: it moves goods from store to store, and says where too little lies', () => {
    const moved = follow([line({ direction: 'deliver', amount: '420', counterpartId: 'town' })])
    expect(moved.hours).toEqual({ direct: 0, total: 0 })
    expect(moved.output).toEqual([])
    expect(moved.stores).toEqual([
      { unitId: 'bakery', productId: 'bread', before: 12, change: -20, after: -8 },
      { unitId: 'town', productId: 'bread', before: 5, change: 20, after: 25 },
    ])
    expect(moved.shortages).toEqual([
      { unitId: 'bakery', productId: 'bread', unit: 't', needed: 20, fromCapacity: 0, fromStock: 12, missing: 8 },
    ])
    const made = follow([
      line({ direction: 'deliver', amount: '420', counterpartId: 'town' }),
      line({ id: 'line-2', amount: '420' }),
    ])
    expect(made.stores.find((store) => store.unitId === 'bakery')).toBeUndefined()
  })

  test('a delivery that stays as it is makes no store short of what people consume more', () => {
    const consume = line({ unitId: 'town', direction: 'consume', amount: '406' })
    const idle = line({ id: 'line-2', direction: 'deliver', amount: '400', counterpartId: 'town' })
    expect(follow([consume, idle])).toMatchObject({ stores: [], shortages: follow([consume]).shortages })
  })

  test('what a line makes covers the circle it closes: coal for the power that digs the coal', () => {
    const result = follow([line({ unitId: 'pit', productId: 'coal', amount: '600' })])
    expect(amounts(result.output)).toEqual({ coal: 100, electricity: 10 })
    expect(amounts(result.inputs)).toEqual({ electricity: 10, coal: 4 })
    expect(amounts(result.lines[0]?.inputs ?? [])).toEqual({ electricity: 10, coal: 4 })
    expect(result.lines[0]?.hours.total).toBeCloseTo(205, 9)
  })

  test('a year is twelve months of the books, and a month in it is not spread over the year', () => {
    const year = follow([line({ period: '2027', amount: '5280' })])
    expect(year.lines[0]).toMatchObject({ change: '480', standing: { amount: '4800' } })
    expect(year.capacity[0]).toMatchObject({ before: 400, after: 440, from: '2027-01', to: '2027-12' })
    const both = follow([
      line({ period: '2027', amount: '5280' }),
      line({ id: 'line-2', period: '2027-03', amount: '500' }),
    ])
    expect(both.capacity[0]).toMatchObject({ after: 540, from: '2027-03', to: '2027-03' })
    expect(amounts(both.output).bread).toBe(580)
  })

  test('the same amount in another unit of measure has the same consequences', () => {
    const { lines, ...rest } = follow([line({ amount: '440000', unit: 'kg' })])
    expect({ lines, ...rest }).toEqual(follow([line({})]))
  })

  test('lines that cannot be computed are named, and hold up no other', () => {
    const result = follow([
      line({ id: 'a', unit: 'h' }),
      line({ id: 'b', amount: '' }),
      line({ id: 'c', productId: 'salt' }),
      line({ id: 'd' }),
    ])
    expect(result.problems).toEqual([
      { lineId: 'a', code: 'units-do-not-match' },
      { lineId: 'b', code: 'amount-not-understood' },
      { lineId: 'c', code: 'product-not-in-books' },
    ])
    expect(amounts(result.output).bread).toBe(40)
  })

  test('a product that nobody makes can only come from stock', () => {
    const salted = techniqueFrom(
      [...rows, ...monthly('bakery', measures.input, 'salt', 4), ...monthly('bakery', measures.stock, 'salt', 0)],
      window,
    )
    const result = consequences(solverOf(salted), [line({})], standingIn(salted, new Map()), unitOf)
    expect(result.gaps).toContainEqual({ productId: 'salt', code: 'nobody-makes-it' })
    expect(result.shortages).toContainEqual(expect.objectContaining({ productId: 'salt', missing: 0.4 }))
    expect(result.lines[0]?.chain).toContainEqual(expect.objectContaining({ productId: 'salt', of: 0 }))
  })

  test('no shortage is claimed where makers do not report their capacity', () => {
    const silent = techniqueFrom(
      rows.filter((row) => row.unitId !== 'farm' || row.measureId !== measures.capacity),
      window,
    )
    const result = consequences(solverOf(silent), [line({})], standingIn(silent, new Map()), unitOf)
    expect(result.shortages).toEqual([])
    expect(result.gaps).toContainEqual({ productId: 'wheat', code: 'capacity-not-reported' })
  })
})
