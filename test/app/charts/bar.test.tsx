import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BarChart } from '#app/charts/bar/chart.tsx'
import { placeBar } from '#app/charts/bar/place.ts'
import { shapeBar } from '#app/charts/bar/shape.ts'
import { rowsOf } from '#app/charts/shape.ts'
import { frame, seriesOf, words } from '#test/app/charts/series.ts'

const series = [
  seriesOf('a', 'Oakfield bakery', { '2025-01': '40', '2025-02': '44' }),
  seriesOf('b', 'Bakery of the Three Towns co-operative', { '2025-01': '20', '2025-02': '22*' }),
  seriesOf('c', 'New bakery', { '2025-01': 'gap' }),
]

test('the drawing of a bar chart stays as it is', () => {
  const planned = [{ series: 'a', period: '2025-02', value: 50, text: '50' }]
  expect(renderToStaticMarkup(<BarChart {...frame} series={series} planned={planned} />)).toMatchSnapshot()
})

test('bars start at zero and are as long as their figures', () => {
  const placed = placeBar(shapeBar(rowsOf(series, '2025-02', words.period), [], '2025-02'), 640, words)
  const [a, b] = placed.rows
  expect(a?.bar?.x).toBe(placed.zero)
  expect((a?.bar?.width ?? 0) / (b?.bar?.width ?? 1)).toBeCloseTo(2, 1)
})

test('a bar below zero hangs on the other side of the zero line', () => {
  const below = [seriesOf('a', 'Balance', { '2024': '-10', '2025': '10' })]
  const placed = placeBar(shapeBar(rowsOf(below, null, words.period), [], null), 340, words)
  const [minus, plus] = placed.rows
  expect((minus?.bar?.x ?? 0) + (minus?.bar?.width ?? 0)).toBeCloseTo(placed.zero)
  expect(minus?.bar?.width).toBeCloseTo(plus?.bar?.width ?? 0)
})

test('a gap has no bar, and words instead', () => {
  const placed = placeBar(shapeBar(rowsOf(series, null, words.period), [], null), 640, words)
  expect(placed.rows[2]?.bar).toBeNull()
  expect(placed.rows[2]?.amount.text).toBe('no figure')
})

test('everything stays inside the drawing, at both widths', () => {
  for (const width of [640, 340]) {
    const placed = placeBar(shapeBar(rowsOf(series, '2025-02', words.period), [], null), width, words)
    for (const row of placed.rows) expect((row.bar?.x ?? 0) + (row.bar?.width ?? 0)).toBeLessThan(width)
  }
})
