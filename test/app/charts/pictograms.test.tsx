import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pictograms } from '#app/charts/marks/symbols.ts'
import { PictogramChart } from '#app/charts/pictograms/chart.tsx'
import { placeSymbols } from '#app/charts/pictograms/place.ts'
import { roundQuantity, shapeSymbols } from '#app/charts/pictograms/shape.ts'
import { rowsOf } from '#app/charts/shape.ts'
import { hasWords } from '#rules/words/say.ts'
import { frame, seriesOf, words } from '#test/app/charts/series.ts'

const series = [
  seriesOf('a', 'Oakfield bakery', { '2025-01': '47.5' }),
  seriesOf('b', 'Bakery of the Three Towns co-operative', { '2025-01': '20' }),
  seriesOf('c', 'New bakery', { '2025-01': 'gap' }),
]
const rows = rowsOf(series, '2025-01', words.period)

test('the drawing of pictogram rows stays as it is', () => {
  expect(renderToStaticMarkup(<PictogramChart {...frame} series={series} per={5} />)).toMatchSnapshot()
})

test('symbols are counted, and the last one is clipped', () => {
  const placed = placeSymbols(shapeSymbols(rows, 5), 640, '', words)
  expect(placed.rows[0]?.symbols.map((symbol) => symbol.share)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5])
  expect(placed.rows[1]?.symbols).toHaveLength(4)
  expect(placed.rows[2]?.symbols).toHaveLength(0)
  expect(placed.rows[2]?.amount.text).toBe('no figure')
})

test('what a symbol stands for is said, and every row gives its figure in digits', () => {
  const html = renderToStaticMarkup(<PictogramChart {...frame} series={series} per={5} />)
  expect(html).toContain('One loaf stands for 5\u202ft')
  expect(html).toContain('47.5\u202ft')
})

test('a quantity that would give more than sixty symbols gives way to a round larger one', () => {
  expect(shapeSymbols(rows, 0.1).per).toBe(1)
  expect(shapeSymbols(rows, null).per).toBe(5)
})

test('the chosen quantity is round and never gives more than the wished number of symbols', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (least) => {
      const chosen = roundQuantity(least)
      expect(chosen).toBeGreaterThanOrEqual(least * (1 - 1e-6))
      expect(chosen).toBeLessThanOrEqual(least * 2.5 * (1 + 1e-6))
      expect(['1', '2', '5']).toContain(chosen.toExponential().charAt(0))
    }),
  )
})

test('symbols and figures stay inside the drawing, and no two symbols share a place', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 60, noNaN: true }), fc.constantFrom(...pictograms), (count, pictogram) => {
      for (const width of [640, 340]) {
        const row = { id: 'a', name: 'Mill by the weir', pictogram, unit: 't', text: '1', unsure: false, count }
        const [placed] = placeSymbols({ rows: [row], per: 1, hasUnsure: false }, width, '', words).rows
        const places = (placed?.symbols ?? []).map((symbol) => `${symbol.x} ${symbol.y}`)
        expect(new Set(places).size).toBe(places.length)
        for (const symbol of placed?.symbols ?? []) expect(symbol.x).toBeLessThan(width)
        expect(placed?.amount.x).toBeLessThan(width - 20)
      }
    }),
  )
})

test('every pictogram is drawn on the grid of 24 and has its word', () => {
  const sheet = readFileSync(new URL('../../../public/pictograms.svg', import.meta.url), 'utf8')
  const drawn = [...sheet.matchAll(/<symbol id="([a-z]+)" viewBox="0 0 24 24">/g)].map((match) => match[1])
  expect(drawn.sort()).toEqual([...pictograms].sort())
  for (const name of pictograms) expect(hasWords(`symbol-${name}`), name).toBe(true)
})
