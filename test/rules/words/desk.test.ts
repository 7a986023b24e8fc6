import { expect, test } from 'vitest'
import { desk } from '#rules/words/en/desk.ts'
import { units } from '#rules/words/en/units.ts'
import type { Code } from '#rules/words/en.ts'
import { say } from '#rules/words/say.ts'

const values = new Proxy(
  {},
  {
    get: () => 3,
    has: () => true,
    ownKeys: () => names,
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 3 }),
  },
)
const names = [
  ...new Set([...Object.values(desk)].flatMap((text) => [...text.matchAll(/\{(\w+)/g)].map((found) => found[1] ?? ''))),
]

test.each(Object.keys({ ...desk, ...units }) as Code[])('%s is a whole sentence or label', (code) => {
  const said = say('en', code, values)
  expect(said).not.toMatch(/[{}]/)
  expect(said).not.toMatch(/ {2}| ,|!$/)
})

test('what a file would change is said in one sentence', () => {
  expect(say('en', 'preview-state', { rows: 10_000, added: 9_999, revised: 0, unchanged: 0, faulty: 1 })).toBe(
    '10,000 rows: 9,999 new figures, none revised, none unchanged. One row has a fault.',
  )
  expect(
    say('en', 'series-name', {
      product: 'bread',
      measure: 'Output',
      productName: 'bread',
      counterpart: 'none',
      counterpartName: '',
    }),
  ).toBe('Output of bread')
})
