import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Observation } from '#demo/books.ts'
import { enterprises } from '#demo/enterprises.ts'
import { industryProduct, referenceProducts } from '#demo/reference-words.ts'
import { asFirstPublished, corrections } from '#demo/revisions.ts'
import { society } from '#demo/society.ts'
import { Measure, Product, Source, Unit } from '#rules/shapes/figures.ts'
import { Slug } from '#rules/shapes/names.ts'
import { AmountText, Period } from '#rules/shapes/quantity.ts'

const today = new Date('2026-03-14T10:00:00Z')
const whole = society(today)
const { observations, units, products } = whole
const placeIds = ['harrowmere', 'brackwater', 'tarnsey', 'wendle-countryside']
const periods = [...new Set(observations.map((seen) => seen.period))].sort()

/** Values in whole tenths, so that sums are exact. */
const tenths = (seen: Observation) => Math.round(Number(seen.value) * 10)

const sums = new Map<string, number>()
const values = new Map<string, number>()
for (const seen of observations) {
  const key = [seen.unitId, seen.measureId, seen.productId ?? '', seen.period].join('|')
  sums.set(key, (sums.get(key) ?? 0) + tenths(seen))
  values.set([seen.unitId, seen.measureId, seen.productId, seen.counterpartId, seen.period].join('|'), tenths(seen))
}
const sum = (unitId: string, measureId: string, productId: string, period: string) =>
  sums.get([unitId, measureId, productId, period].join('|'))
const yearOf = (unitId: string, measureId: string, productId: string) =>
  periods.slice(-13, -1).reduce((total, period) => total + (sum(unitId, measureId, productId, period) ?? 0), 0)

describe('the society', () => {
  test('fits the shapes of the books, and every id can stand in an address', () => {
    for (const unit of units) expect(Unit.safeParse(unit).success, unit.id).toBe(true)
    for (const product of products) expect(Product.safeParse(product).success, product.id).toBe(true)
    for (const measure of whole.measures) expect(Measure.safeParse(measure).success, measure.id).toBe(true)
    for (const source of whole.sources) expect(Source.safeParse(source).success, source.id).toBe(true)
    for (const seen of observations) {
      expect(Slug.safeParse(seen.measureId).success).toBe(true)
      expect(AmountText.safeParse(seen.value).success, `${seen.unitId} ${seen.measureId} ${seen.value}`).toBe(true)
      expect(Period.safeParse(seen.period).success).toBe(true)
    }
  })

  test('has about 30 units; every enterprise belongs to a branch and to a district', () => {
    expect(units.length).toBeGreaterThanOrEqual(29)
    expect(units.length).toBeLessThanOrEqual(32)
    const kindOf = new Map(units.map((unit) => [unit.id, unit.kind]))
    for (const unit of units.filter((each) => each.kind === 'enterprise'))
      expect(unit.parents.map((parent) => kindOf.get(parent))).toEqual(['branch', 'district'])
    expect(
      units
        .filter((unit) => unit.kind === 'enterprise')
        .map((unit) => unit.id)
        .sort(),
    ).toEqual(enterprises.map((enterprise) => enterprise.id).sort())
  })

  test('is made in less than 400 ms, and is the same for every day of a month', () => {
    const durations = [1, 2, 3].map(() => {
      const started = performance.now()
      society(today)
      return performance.now() - started
    })
    expect(Math.min(...durations)).toBeLessThan(400)
    const again = society(new Date('2026-03-31T23:59:59Z'))
    expect(again).toEqual(whole)
    expect(society(new Date('2026-04-01T00:00:00Z')).observations.at(-1)?.period).toBe('2026-03')
  })

  test('has 48 months up to the last complete one, no series key twice', () => {
    expect(periods).toHaveLength(48)
    expect(periods.at(-1)).toBe('2026-02')
    expect(values.size).toBe(observations.length)
  })
})

describe.each(['2026-01-02', '2026-05-20', '2026-08-01', '2026-09-30', '2026-12-31'])('the books made on %s', (day) => {
  const { observations: rows } = society(new Date(`${day}T12:00:00Z`))
  const of = new Map<string, number>()
  const pairs = new Map<string, number>()
  for (const seen of rows) {
    const key = [seen.unitId, seen.measureId, seen.productId, seen.period].join('|')
    of.set(key, (of.get(key) ?? 0) + tenths(seen))
    if (seen.counterpartId !== null)
      pairs.set([seen.unitId, seen.measureId, seen.productId, seen.counterpartId, seen.period].join('|'), tenths(seen))
  }
  const months = [...new Set(rows.map((seen) => seen.period))].sort()
  const reported = new Set(rows.map((seen) => `${seen.unitId}|${seen.period}`))

  test('balance exactly: opening + output + receipts = input + consumption + deliveries + closing', () => {
    let checked = 0
    for (const { id: unitId } of units)
      for (const { id: productId, keeps } of products)
        months.forEach((period, at) => {
          if (!reported.has(`${unitId}|${period}`) || (at === 0 && keeps)) return
          const read = (measureId: string, when: string) => of.get([unitId, measureId, productId, when].join('|')) ?? 0
          const came = read('stock', months[at - 1] ?? '') + read('output', period) + read('receipts', period)
          const went =
            read('input', period) + read('consumption', period) + read('deliveries', period) + read('stock', period)
          if (came !== went) expect.fail(`${unitId} ${productId} ${period}: ${came} came, ${went} went`)
          if (came > 0) checked += 1
        })
    expect(checked).toBeGreaterThan(4_000)
  })

  test('say the same on both sides: what A delivers to B is what B receives from A', () => {
    let checked = 0
    for (const [key, amount] of pairs) {
      const [unitId = '', measureId, productId, counterpartId = '', period = ''] = key.split('|')
      if (!reported.has(`${counterpartId}|${period}`)) continue
      const other = measureId === 'deliveries' ? 'receipts' : 'deliveries'
      expect(pairs.get([counterpartId, other, productId, unitId, period].join('|'))).toBe(amount)
      checked += 1
    }
    expect(checked).toBeGreaterThan(7_000)
  })

  test('never go beyond capacity, and use most of it over a year', () => {
    for (const enterprise of enterprises) {
      const read = (measureId: string, period: string) =>
        of.get([enterprise.id, measureId, enterprise.makes, period].join('|'))
      let made = 0
      let possible = 0
      months.forEach((period, at) => {
        const output = read('output', period)
        const capacity = read('capacity', period)
        if (output === undefined || capacity === undefined) return
        expect(output).toBeLessThanOrEqual(capacity)
        if (at < months.length - 12) return
        made += output
        possible += capacity
      })
      if (possible === 0) {
        expect(['wheat', 'raw-cotton']).toContain(enterprise.makes)
        continue
      }
      expect(made / possible, enterprise.id).toBeGreaterThan(0.55)
      expect(made / possible, enterprise.id).toBeLessThan(0.975)
    }
  })
})

describe('life in the society', () => {
  test('towns and villages receive what they consume, give or take their stores', () => {
    for (const placeId of placeIds)
      for (const productId of ['bread', 'flour', 'clothing', 'coal', 'electricity']) {
        const received = yearOf(placeId, 'receipts', productId)
        const used = yearOf(placeId, 'consumption', productId)
        expect(used).toBeGreaterThan(0)
        expect(Math.abs(received - used)).toBeLessThanOrEqual(0.15 * used)
      }
  })

  test('a person eats about five kilograms of bread in a month', () => {
    for (const placeId of placeIds) {
      const eaten = ((sum(placeId, 'consumption', 'bread', '2026-01') ?? 0) / 10) * 1000
      const people = (sum(placeId, 'population', '', '2026-01') ?? 0) / 10
      expect(eaten / people).toBeGreaterThan(4.5)
      expect(eaten / people).toBeLessThan(5.5)
    }
  })

  test('40 t of bread take 30 t of flour and 38 t of wheat', () => {
    const flour = yearOf('riverside-bakery', 'input', 'flour') / yearOf('riverside-bakery', 'output', 'bread')
    const wheat = yearOf('north-mill', 'input', 'wheat') / yearOf('north-mill', 'output', 'flour')
    expect(40 * flour).toBeCloseTo(30, 0)
    expect(40 * flour * wheat).toBeCloseTo(38.1, 0)
  })

  test('40 t more bread go beyond what North Mill can grind, 20 t do not', () => {
    const made = yearOf('north-mill', 'output', 'flour') / 120
    const possible = yearOf('north-mill', 'capacity', 'flour') / 120
    expect(made + 20 * 0.75).toBeLessThan(possible)
    expect(made + 40 * 0.75).toBeGreaterThan(possible)
  })

  test('enterprises of one branch differ in hours and in power per unit of output, within a quarter of the average', () => {
    for (const makes of ['wheat', 'flour', 'bread', 'yarn', 'cloth', 'coal']) {
      const makers = enterprises.filter((enterprise) => enterprise.makes === makes)
      for (const [measureId, productId] of [
        ['labour-hours', ''],
        ['input', 'electricity'],
      ] as const) {
        const rates = makers.map(({ id }) => yearOf(id, measureId, productId) / yearOf(id, 'output', makes))
        const average =
          makers.reduce((total, { id }) => total + yearOf(id, measureId, productId), 0) /
          makers.reduce((total, { id }) => total + yearOf(id, 'output', makes), 0)
        expect(Math.max(...rates) / Math.min(...rates), `${makes} ${measureId}`).toBeGreaterThan(1.1)
        for (const rate of rates) expect(Math.abs(rate / average - 1), `${makes} ${measureId}`).toBeLessThan(0.36)
      }
    }
  })

  test('hours per tonne of bread fall slowly over the four years', () => {
    const rate = (from: number) => {
      const year = periods.slice(from, from + 12)
      const hours = year.reduce(
        (total, period) => total + (sum('riverside-bakery', 'labour-hours', '', period) ?? 0),
        0,
      )
      return (
        hours / year.reduce((total, period) => total + (sum('riverside-bakery', 'output', 'bread', period) ?? 0), 0)
      )
    }
    expect(rate(36)).toBeLessThan(rate(0))
    expect(rate(36)).toBeGreaterThan(rate(0) * 0.85)
  })

  test('wheat is harvested from July to September only, and lies in store until the next harvest', () => {
    for (const period of periods) {
      const harvest = ['07', '08', '09'].includes(period.slice(5))
      expect((sum('broadfield-farm', 'output', 'wheat', period) ?? 0) > 0).toBe(harvest)
    }
    expect(sum('broadfield-farm', 'stock', 'wheat', '2025-09')).toBeGreaterThan(
      4 * (sum('broadfield-farm', 'stock', 'wheat', '2025-06') ?? 0),
    )
  })

  test('a poor harvest makes bread short, and a broken shaft stops North Mill for a while', () => {
    const eaten = periods.map((period) => sum('harrowmere', 'consumption', 'bread', period) ?? 0)
    const least = Math.min(...eaten.slice(12))
    expect(least).toBeLessThan(0.975 * (eaten.reduce((total, each) => total + each, 0) / eaten.length))
    const broken = observations.find((seen) => seen.unitId === 'north-mill' && seen.note?.includes('shaft broke'))
    expect(broken?.status).toBe('final')
    const usual = yearOf('north-mill', 'output', 'flour') / 12
    expect(Number(broken?.value) * 10).toBeLessThan(0.7 * usual)
    expect(
      values.get(['riverside-bakery', 'receipts', 'flour', 'weir-mill', broken?.period].join('|')),
    ).toBeGreaterThan(0)
  })
})

describe('how sure the figures are', () => {
  test('the last two months are provisional, earlier ones final or estimated', () => {
    for (const seen of observations)
      expect(['provisional', seen.status === 'estimated' ? 'estimated' : 'never']).toContain(
        seen.period >= '2026-01' ? seen.status : seen.status === 'final' ? 'provisional' : seen.status,
      )
    expect(observations.some((seen) => seen.status === 'estimated')).toBe(true)
  })

  test('one enterprise has not reported the last month: a gap, not a zero', () => {
    const last = new Set(observations.filter((seen) => seen.period === '2026-02').map((seen) => seen.unitId))
    const before = new Set(observations.filter((seen) => seen.period === '2026-01').map((seen) => seen.unitId))
    expect([...before].filter((unitId) => !last.has(unitId))).toEqual(['canal-spinning-mill'])
  })

  test('values that were corrected are known with the first value, the right one and the reason', () => {
    expect(whole.revisions).toHaveLength(3)
    const first = asFirstPublished(observations, whole.revisions)
    const later = corrections(observations, whole.revisions)
    expect(later).toHaveLength(3)
    for (const revision of whole.revisions) {
      expect(revision.first).not.toBe(revision.corrected)
      expect(
        first.filter((seen) => seen.value === revision.first && seen.period === revision.period).length,
      ).toBeGreaterThan(0)
    }
    for (const row of later) expect(row).toMatchObject({ status: 'revised', note: expect.any(String) })
  })
})

test('every product is shown by a symbol that was drawn', () => {
  const drawn = readFileSync(new URL('../../public/pictograms.svg', import.meta.url), 'utf8')
  for (const product of [...products, ...referenceProducts, industryProduct('industry-x', 'X')])
    expect(drawn).toContain(`id="${product.pictogram}"`)
})
