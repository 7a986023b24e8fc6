import { expect, test } from 'vitest'
import { findingOf } from '#app/charts/finding.ts'
import type { ChartSeries } from '#app/charts/shape.ts'
import { seriesOf, words } from '#test/app/charts/series.ts'

const said = (series: readonly ChartSeries[], period: string | null) => {
  const finding = findingOf(series, 'Coal output', period, words)
  return words.say(finding.code, finding.values)
}
const one = (points: Readonly<Record<string, string>>) => said([seriesOf('a', 'Coal', points)], null)

test.each([
  [{ '1970': '100', '2019': '10' }, 'Coal output fell by nine tenths in 49 years'],
  [{ '1970': '100', '2019': '0.5' }, 'Coal output fell to less than a hundredth in 49 years'],
  [{ '2024': '100', '2025': '50' }, 'Coal output fell by half in one year'],
  [{ '2024': '100', '2025': '110' }, 'Coal output rose by a tenth in one year'],
  [{ '2024': '100', '2025': '116' }, 'Coal output rose by a sixth in one year'],
  [{ '2024': '100', '2025': '141' }, 'Coal output rose by two fifths in one year'],
  [{ '2024': '100', '2025': '103' }, 'Coal output rose by 3% in one year'],
  [{ '2024': '100', '2025': '298' }, 'Coal output grew to three times as much in one year'],
  [{ '2024': '100', '2025': '101' }, 'Coal output changed little in one year'],
  [{ '2024': '100', '2025': '0' }, 'Coal output fell to nothing in one year'],
  [{ '2024': '-5', '2025': '7' }, 'Coal output: from −5\u202ft in 2024 to 7\u202ft in 2025'],
  [{ '2025': '7' }, 'Coal output: 7\u202ft in 2025'],
  [{ '2025': 'gap' }, 'There are no figures yet for Coal output'],
])('%o is told as "%s"', (points, sentence) => {
  expect(one(points)).toBe(sentence)
})

test('a month is compared with the same month, so that a season is not taken for a change', () => {
  expect(one({ '2024-01': '10', '2024-06': '90', '2025-06': '90' })).toBe('Coal output was the same as one year before')
})

test('several series are compared in the latest period that they share', () => {
  const [a, b] = [seriesOf('a', 'Hill mill', { '2025': '30' }), seriesOf('b', 'Weir mill', { '2025': '10' })]
  expect(said([a, b], null)).toBe('Hill mill has three times as much as Weir mill')
  expect(said([b, seriesOf('c', 'New mill', { '2025': 'gap' })], null)).toBe('Weir mill has the most: 10\u202ft')
})
