import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BookRow, measures } from '#figures/books.ts'
import { type Consequences, consequences, type Need, type WantedLine } from '#figures/consequences.ts'
import { prepareTechnique, type Solver } from '#figures/solver.ts'
import { standingIn } from '#figures/standing.ts'
import { techniqueFrom } from '#figures/technique.ts'
import { line, technique as small, solverOf, unitOf, window } from './small-society.ts'

const products = ['bread', 'flour', 'wheat', 'coal', 'electricity']

/** A society of up to eight enterprises with whatever inputs; it may be unproductive, or leave half of its books empty. */
const books = fc
  .array(
    fc.record({
      product: fc.constantFrom(...products),
      output: fc.integer({ min: 0, max: 100_000 }),
      hours: fc.option(fc.integer({ min: 0, max: 100_000 })),
      capacity: fc.option(fc.integer({ min: 0, max: 100_000 })),
      stock: fc.option(fc.integer({ min: 0, max: 1000 })),
      inputs: fc.dictionary(fc.constantFrom(...products), fc.integer({ min: 0, max: 30_000 })),
    }),
    { maxLength: 8 },
  )
  .map((enterprises) =>
    enterprises.flatMap((each, at): BookRow[] => {
      const row = (measureId: string, productId: string | null, mantissa: number): BookRow => ({
        unitId: `unit-${at}`,
        measureId,
        productId,
        counterpartId: null,
        period: '2026-05',
        mantissa,
        scale: 2,
      })
      return [
        row(measures.output, each.product, each.output),
        ...Object.entries(each.inputs).map(([input, used]) => row(measures.input, input, used)),
        ...(each.hours === null ? [] : [row(measures.hours, null, each.hours)]),
        ...(each.capacity === null ? [] : [row(measures.capacity, each.product, each.capacity)]),
        ...(each.stock === null ? [] : [row(measures.stock, each.product, each.stock)]),
      ]
    }),
  )

const wanted = fc
  .array(
    fc.record({
      unitId: fc.constantFrom('unit-0', 'unit-1', 'unit-2', 'town', 'bakery', 'new-mill', 'farm'),
      direction: fc.constantFrom('produce' as const, 'consume' as const, 'deliver' as const, 'receive' as const),
      productId: fc.constantFrom(...products),
      amount: fc.nat(2_000).map(String),
      period: fc.constantFrom('2027-01', '2027-02', '2027-Q1', '2027'),
      counterpartId: fc.constantFrom(null, 'town', 'bakery'),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((each, at) => line({ ...each, id: `line-${at}`, unit: unitOf(each.productId) ?? '' })))

const society = solverOf(small)
const nothing = () => ({ amount: '0', from: 'none' }) as const
const follow = (lines: readonly WantedLine[], solver: Solver = society) => consequences(solver, lines, nothing, unitOf)
const isMade = (each: WantedLine) => each.direction === 'produce'

const amountOf = (needs: readonly Need[], productId: string) =>
  needs.find((need) => need.productId === productId)?.amount ?? 0
const expectNear = (one: number, other: number) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one), Math.abs(other)))

function expectSame(one: Consequences, other: Consequences, times: number): void {
  expectNear(one.hours.total * times, other.hours.total)
  expectNear(one.hours.direct * times, other.hours.direct)
  for (const product of products) {
    expectNear(amountOf(one.inputs, product) * times, amountOf(other.inputs, product))
    expectNear(amountOf(one.output, product) * times, amountOf(other.output, product))
  }
}

describe('laws of consequences', () => {
  test('every number is finite, whatever the books and the lines', () => {
    fc.assert(
      fc.property(books, wanted, (rows, lines) => {
        const technique = techniqueFrom(rows, window)
        const prepared = prepareTechnique(technique)
        expect(JSON.parse(JSON.stringify(technique))).toEqual(technique)
        if (!prepared.ok) return
        const result = consequences(prepared.solver, lines, standingIn(technique, new Map()), unitOf)
        expect(numbersIn(result).every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('lines that ask for what stands anyway change nothing', () => {
    fc.assert(
      fc.property(wanted, wanted, (lines, more) => {
        const idle = more.map((each) => ({ ...each, id: `idle-${each.id}`, amount: '0' }))
        const result = follow([...lines, ...idle])
        const without = follow(lines)
        expectSame(without, result, 1)
        expect(result.shortages.map((each) => each.productId)).toEqual(without.shortages.map((each) => each.productId))
        result.shortages.forEach((each, at) => {
          expectNear(each.missing, without.shortages[at]?.missing ?? -1)
        })
        expect(result.stores.map((each) => each.unitId)).toEqual(without.stores.map((each) => each.unitId))
        expect(follow(idle)).toMatchObject({
          hours: { direct: 0, total: 0 },
          inputs: [],
          output: [],
          shortages: [],
          stores: [],
        })
      }),
    )
  })

  test('three times the lines have three times the consequences', () => {
    fc.assert(
      fc.property(wanted, (lines) => {
        const tripled = lines.map((each) => ({ ...each, amount: String(3 * Number(each.amount)) }))
        expectSame(follow(lines), follow(tripled), 3)
      }),
    )
  })

  test('less has the opposite consequences of as much more', () => {
    fc.assert(
      fc.property(wanted, (lines) => {
        const stands = (each: WantedLine) => ({ amount: String(2 * Number(each.amount)), from: 'plan' }) as const
        expectSame(follow(lines), consequences(society, lines, stands, unitOf), -1)
      }),
    )
  })

  test('what lines of one product do adds up', () => {
    fc.assert(
      fc.property(wanted, fc.constantFrom(...products), (lines, product) => {
        const alike = lines.filter(isMade).map((each) => ({ ...each, productId: product, unit: unitOf(product) ?? '' }))
        const together = follow(alike)
        const single = alike.map((each) => follow([each]))
        expectNear(
          together.hours.total,
          single.reduce((sum, each) => sum + each.hours.total, 0),
        )
      }),
    )
  })

  test('one line by itself takes as much as the lines together when it is the only one', () => {
    fc.assert(
      fc.property(wanted, (lines) => {
        for (const each of lines) {
          const result = follow([each])
          const [alone] = result.lines
          if (!alone) continue
          expectNear(alone.hours.total, result.hours.total)
          expectNear(alone.hours.direct, result.hours.direct)
          for (const product of products) expectNear(amountOf(alone.inputs, product), amountOf(result.inputs, product))
        }
      }),
    )
  })

  test('the rounds of the chain add up towards the total and never beyond it', () => {
    fc.assert(
      fc.property(wanted, (lines) => {
        for (const { hours, rounds, chain } of follow(lines).lines) {
          const sum = rounds.reduce((all, round) => all + round.hours, 0)
          expect(Math.abs(sum)).toBeLessThanOrEqual(Math.abs(hours.total) * (1 + 1e-9))
          if (rounds.length > 0) expect(Math.abs(sum)).toBeGreaterThanOrEqual(Math.abs(hours.total) * 0.999)
          chain.forEach((link, at) => {
            const needs = chain.filter((each) => each.of === at)
            expect(link.of ?? -1).toBeLessThan(at)
            expect(Math.abs(needs.reduce((all, need) => all + need.hours, 0))).toBeLessThanOrEqual(
              Math.abs(link.hours) * (1 + 1e-9),
            )
          })
        }
      }),
    )
  })

  test('total hours are the labour embodied in what people get', () => {
    fc.assert(
      fc.property(fc.constantFrom(...products), fc.integer({ min: 1, max: 5000 }), (productId, amount) => {
        const result = follow([
          line({
            unitId: 'town',
            direction: 'consume',
            productId,
            unit: unitOf(productId) ?? '',
            amount: String(amount),
          }),
        ])
        const embodied = society.embodied[society.indexOf.get(productId) ?? -1] ?? 0
        expectNear(result.hours.total, embodied * amount)
        const worked = result.output.reduce(
          (sum, made) => sum + made.amount * (society.hours[society.indexOf.get(made.productId) ?? -1] ?? 0),
          0,
        )
        expectNear(result.hours.total, worked)
      }),
    )
  })

  test('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(wanted, (lines) => {
        expectSame(follow(lines), follow([...lines].reverse()), 1)
      }),
    )
  })
})

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}
