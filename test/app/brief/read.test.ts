import { expect, test } from 'vitest'
import { readBrief } from '#app/brief/read.server.ts'

const formOf = (fields: readonly (readonly [string, string])[]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
const newId = () => 'new'

test('parts come in the order of their places, without those that are left out', () => {
  const form = formOf([
    ['title', ' Bread '],
    ...part(0, 'words', '2', [['text', 'Second.']]),
    ...part(1, 'words', '1', [['text', 'First.']]),
    ...part(2, 'words', '3', [['remove', 'yes']]),
  ])
  expect(readBrief(form, newId)).toEqual({
    title: 'Bread',
    blocks: [
      { kind: 'words', id: 'b1', text: 'First.' },
      { kind: 'words', id: 'b0', text: 'Second.' },
    ],
  })
})

test('a part keeps all of its series, and an empty period is none', () => {
  const chosen = [
    ['series', 'a/output//'],
    ['series', 'b/output//'],
    ['from', ''],
    ['to', '2026-10'],
    ['per', '50'],
    ['title', 'Much'],
  ] as const
  expect(readBrief(formOf(part(0, 'pictograms', '1', chosen)), newId).blocks).toEqual([
    {
      kind: 'pictograms',
      id: 'b0',
      title: 'Much',
      series: ['a/output//', 'b/output//'],
      from: null,
      to: '2026-10',
      per: 50,
    },
  ])
})

test('a further part stands last, still empty', () => {
  const form = formOf([...part(0, 'words', '1', [['text', 'First.']]), ['add', 'line']])
  expect(readBrief(form, newId).blocks.at(-1)).toEqual({
    kind: 'line',
    id: 'new',
    title: '',
    series: [],
    from: null,
    to: null,
  })
})

function part(at: number, kind: string, place: string, fields: readonly (readonly [string, string])[]) {
  const given = [['id', `b${at}`], ['kind', kind], ['place', place], ...fields]
  return given.map(([name, value]) => [`blocks.${at}.${name}`, value ?? ''] as const)
}
