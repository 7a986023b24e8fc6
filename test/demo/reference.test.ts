import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { products } from '#demo/products.ts'
import { referenceFigures } from '#demo/reference.ts'
import { units } from '#demo/units.ts'
import { unitOfMeasure } from '#figures/measurement.ts'
import { bookkeeping } from '#rules/bookkeeping.ts'
import { Measure, Product, Source, Unit } from '#rules/shapes/figures.ts'
import { Title } from '#rules/shapes/names.ts'
import { DecimalText, Period, UnitCode } from '#rules/shapes/quantity.ts'

const real = referenceFigures((name) => readFileSync(new URL(`../../demo/reference/${name}`, import.meta.url), 'utf8'))

/** The unit of measure that the measure or else the product asks for. */
const own = (seen: { measureId: string; productId: string | null }) =>
  [...bookkeeping, ...real.measures].find((measure) => measure.id === seen.measureId)?.unit ??
  [...products, ...real.products].find((product) => product.id === seen.productId)?.unit

const read = (unitId: string, measureId: string, productId: string, period: string, published?: string) => {
  const found = real.observations.filter(
    (seen) =>
      seen.unitId === unitId &&
      seen.measureId === measureId &&
      seen.productId === productId &&
      seen.period === period &&
      (published === undefined || seen.published === published),
  )
  expect(found.length).toBeLessThanOrEqual(1)
  return found[0] === undefined ? undefined : Number(found[0].value)
}

describe('the real series', () => {
  test('fit the shapes of the books and name only what is explained', () => {
    for (const unit of real.units) expect(Unit.safeParse(unit).success, unit.id).toBe(true)
    for (const measure of real.measures) expect(Measure.safeParse(measure).success, measure.id).toBe(true)
    for (const product of real.products) expect(Product.safeParse(product).success, product.id).toBe(true)
    for (const source of real.sources) expect(Source.safeParse(source).error, source.id).toBeUndefined()
    const known = {
      units: new Set(real.units.map((unit) => unit.id)),
      measures: new Set([...bookkeeping, ...real.measures].map((measure) => measure.id)),
      products: new Set([...products, ...real.products].map((product) => product.id)),
      sources: new Set(real.sources.map((source) => source.id)),
    }
    for (const seen of real.observations) {
      expect(DecimalText.safeParse(seen.value).success, seen.value).toBe(true)
      expect(Period.safeParse(seen.period).success, seen.period).toBe(true)
      expect(UnitCode.safeParse(seen.unit).success, seen.unit).toBe(true)
      expect(unitOfMeasure(seen.unit)?.dimension, seen.unit).toBe(unitOfMeasure(own(seen) ?? '')?.dimension)
      expect(unitOfMeasure(seen.unit), seen.unit).toBeDefined()
      expect(known.units.has(seen.unitId) && known.measures.has(seen.measureId)).toBe(true)
      expect(seen.productId !== null && known.products.has(seen.productId)).toBe(true)
      expect(known.sources.has(seen.sourceId)).toBe(true)
      if (seen.note !== null) expect(Title.safeParse(seen.note).success).toBe(true)
    }
  })

  test('take no id that the society has', () => {
    const taken = new Set([...units, ...bookkeeping, ...products].map((each) => each.id))
    for (const { id } of [...real.units, ...real.measures, ...real.products]) expect(taken.has(id), id).toBe(false)
  })

  test('have every row that was carried over', () => {
    const rows = (sourceId: string) => real.observations.filter((seen) => seen.sourceId === sourceId).length
    expect(rows('uk-coal-beis')).toBe(385)
    expect(rows('cotton-chapman')).toBe(6)
    expect(rows('cotton-ellison')).toBe(30)
    expect(rows('us-wiod')).toBe(56 * 15 * 3)
    expect(rows('brazil-conab')).toBe(40 * 8)
  })

  test('UK coal: output per worker recomputed is what is printed, within 2 in 100,000', () => {
    let checked = 0
    for (let year = 1700; year <= 2019; year += 1) {
      const output = read('united-kingdom', 'output', 'coal', String(year))
      const workers = read('united-kingdom', 'workers', 'coal', String(year))
      const printed = read('united-kingdom', 'output-per-worker', 'coal', String(year))
      if (output === undefined || workers === undefined || printed === undefined) continue
      expect(Math.abs((output * 1000) / workers / printed - 1), String(year)).toBeLessThan(2.1e-5)
      checked += 1
    }
    expect(checked).toBe(109)
  })

  test('cotton: hands and output give what is printed, but for the one value that the source misprints', () => {
    for (const year of ['1819', '1829', '1844', '1859', '1880'])
      for (const product of ['yarn', 'cloth']) {
        const value = (measureId: string) => read('united-kingdom', measureId, product, year) ?? Number.NaN
        const recomputed = Math.round(value('output') / value('workers'))
        const misprinted = year === '1859' && product === 'yarn'
        expect(Math.abs(recomputed - value('output-per-worker'))).toBeLessThanOrEqual(misprinted ? 2 : 1)
      }
  })

  test('United States: hours of all industries in 2014 sum to 262,614.229 million', () => {
    const hours = real.observations.filter((seen) => seen.measureId === 'labour-hours' && seen.period === '2014')
    expect(hours.reduce((total, seen) => total + Number(seen.value), 0)).toBeCloseTo(262_614.229, 3)
  })

  test('Brazil: every balance holds to a billionth, in both vintages', () => {
    const seasons = new Set(
      real.observations
        .filter((seen) => seen.unitId === 'brazil')
        .map((seen) => [seen.productId, seen.period, seen.published].join('|')),
    )
    expect(seasons.size).toBe(40)
    for (const season of seasons) {
      const [productId = '', period = '', published = ''] = season.split('|')
      const value = (measureId: string) => read('brazil', measureId, productId, period, published) ?? Number.NaN
      expect(Math.abs(value('opening-stock') + value('output') + value('imports') - value('supply'))).toBeLessThan(1e-9)
      expect(Math.abs(value('consumption') + value('exports') - value('total-demand'))).toBeLessThan(1e-9)
      expect(Math.abs(value('supply') - value('total-demand') - value('stock'))).toBeLessThan(1e-9)
    }
  })

  test('Brazil: the season 2025/26 stands there as it was known in November and in December', () => {
    expect(read('brazil', 'opening-stock', 'maize', '2026', '2025-11')).toBeCloseTo(14_118.5, 1)
    expect(read('brazil', 'opening-stock', 'maize', '2026', '2025-12')).toBeCloseTo(14_062.3, 1)
    const published = real.observations
      .filter((seen) => seen.unitId === 'brazil' && seen.measureId === 'output')
      .map((seen) => seen.published)
    expect([...published]).toContain('2025-11')
  })
})
