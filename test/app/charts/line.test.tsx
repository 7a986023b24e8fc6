import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LineChart } from '#app/charts/line/chart.tsx'
import { placeLine } from '#app/charts/line/place.ts'
import { shapeLine } from '#app/charts/line/shape.ts'
import { dodge } from '#app/charts/marks/dodge.ts'
import { frame, seriesOf, words } from '#test/app/charts/series.ts'

const bread = seriesOf('a', 'Oakfield bakery', {
  '2025-01': '40.0',
  '2025-02': '42.5',
  '2025-03': 'gap',
  '2025-04': '44.0',
  '2025-05': '45.0*',
})
const other = seriesOf('b', 'Bakery of the Three Towns co-operative', {
  '2025-01': '20',
  '2025-03': '21',
  '2025-05': '44.9',
})

test('the drawing of a line chart stays as it is', () => {
  const html = renderToStaticMarkup(
    <LineChart
      {...frame}
      series={[bread, other]}
      planned={[{ series: 'a', period: '2025-06', value: 50, text: '50' }]}
    />,
  )
  expect(html).toMatchSnapshot()
})

test('a gap cuts the line and is never drawn as zero', () => {
  const shape = shapeLine([bread], [])
  expect(shape.lines[0]?.runs.map((run) => run.spots.map((spot) => spot.value))).toEqual([
    [40, 42.5],
    [44, 45],
  ])
  const placed = placeLine(shape, 640, words)
  const drawn = placed.strokes.flatMap((stroke) =>
    [...stroke.path.matchAll(/,([\d.]+)/g)].map((match) => Number(match[1])),
  )
  expect(drawn).toHaveLength(4)
  expect(Math.max(...drawn)).toBeLessThan(placed.bottom)
})

test('a period that is left out is a gap too, and a lone figure is a dot', () => {
  const shape = shapeLine([other], [])
  expect(shape.lines[0]?.runs).toEqual([])
  expect(shape.lines[0]?.lone.map((spot) => spot.value)).toEqual([20, 21, 44.9])
  expect(shape.hasGap).toBe(true)
})

test('what leads to a provisional figure is dashed', () => {
  expect(shapeLine([bread], []).lines[0]?.runs.map((run) => run.unsure)).toEqual([false, true])
})

test('the scale starts at zero, unless all values lie close together far from it', () => {
  expect(shapeLine([bread, other], []).startsAtZero).toBe(true)
  expect(shapeLine([seriesOf('a', 'Stock', { '2024': '181', '2025': '190' })], []).startsAtZero).toBe(false)
  const chart = <LineChart {...frame} series={[seriesOf('a', 'Stock', { '2024': '181', '2025': '190' })]} />
  expect(renderToStaticMarkup(chart)).toContain('not at zero')
})

test('labels at the ends of lines never overlap, even where all lines end in the same place', () => {
  const wishes = [100, 100, 101, 99, 100].map((at) => ({ at, height: 20 }))
  const tops = dodge(wishes, 0, 120).sort((a, b) => a - b)
  tops.slice(1).forEach((top, index) => {
    expect(top - (tops[index] ?? 0)).toBeGreaterThanOrEqual(20)
  })
  expect(tops[0]).toBeGreaterThanOrEqual(0)
  expect((tops.at(-1) ?? 0) + 20).toBeLessThanOrEqual(120)
})

test('the table beside a line chart holds the same numbers, and says where there is none', () => {
  const html = renderToStaticMarkup(<LineChart {...frame} series={[bread]} />)
  const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'))
  for (const text of ['40.0', '42.5', 'no figure', '44.0', '45.0']) expect(table).toContain(text)
  expect(table).toContain('provisional')
})

test('series of different units stand in drawings of their own', () => {
  const hours = { ...other, unit: 'h', unitName: 'hours' }
  const html = renderToStaticMarkup(<LineChart {...frame} series={[bread, hours]} />)
  expect(html.match(/<svg class="chart chart-wide"/g)).toHaveLength(2)
})

test('a line chart without any figure says so instead of drawing', () => {
  const html = renderToStaticMarkup(
    <LineChart {...frame} series={[seriesOf('a', 'New bakery', { '2025-01': 'gap' })]} />,
  )
  expect(html).toContain('There are no figures yet')
  expect(html).not.toContain('NaN')
})

test('the frame names measure, unit, place, source, the moment and what is invented', () => {
  const html = renderToStaticMarkup(<LineChart {...frame} series={[bread]} />)
  expect(html).toContain('Output of bread, tonnes, Hallen')
  expect(html).toContain('Source: Office of Hallen, Monthly books (CC0).')
  expect(html).toContain('As known on 10 July 2026.')
  expect(html).toContain('invented')
  expect(html).toContain('href="/api/v1/series.csv"')
})
