import { expect, test } from 'vitest'
import { differences } from '#rules/differences.ts'
import { body, line } from '#test/rules/bodies.ts'

test('two equal versions differ in nothing', () => {
  const same = differences(body, body)
  expect(same.title).toEqual([{ kind: 'same', text: body.title }])
  expect(same.blocks.map((block) => block.kind)).toEqual(['same', 'same', 'same'])
  expect(same.lines.map((one) => one.kind)).toEqual(['same', 'same'])
  expect(same).not.toHaveProperty('rule')
})

test('blocks and lines stand in reading order, with what came and what went in its place', () => {
  const [why, what, how] = body.blocks
  if (!why || !what || !how) throw new Error('blocks')
  const later = {
    ...body,
    blocks: [why, { id: 'new', text: 'New.' }, { ...how, text: 'The bakery opens two hours earlier.' }],
    lines: [line('bread', '28'), line('rolls', '3')],
  }
  const found = differences(body, later)
  expect(found.blocks.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'same why',
    'removed what',
    'added new',
    'changed how',
  ])
  expect(found.blocks[3]?.parts).toEqual([
    { kind: 'same', text: 'The bakery opens ' },
    { kind: 'removed', text: 'one hour' },
    { kind: 'added', text: 'two hours' },
    { kind: 'same', text: ' earlier.' },
  ])
  expect(found.lines).toEqual([
    { kind: 'removed', line: body.lines[0] },
    { kind: 'changed', line: line('bread', '28'), from: '30.5', to: '28', delta: '-2.5' },
    { kind: 'added', line: line('rolls', '3') },
  ])
})

test.each([
  ['0.1', '0.3', '0.2'],
  ['30.5', '28', '-2.5'],
  ['1', '0.05', '-0.95'],
  ['999999999999999', '0', '-999999999999999'],
  ['0', '40', '40'],
])('from %s to %s the amount differs by exactly %s', (from, to, delta) => {
  const [earlier, later] = [
    { ...body, lines: [line('flour', from)] },
    { ...body, lines: [line('flour', to)] },
  ]
  expect(differences(earlier, later).lines).toEqual([{ kind: 'changed', line: line('flour', to), from, to, delta }])
})

test('amounts written differently are the same amount', () => {
  const earlier = { ...body, lines: [line('flour', '40')] }
  expect(differences(earlier, { ...body, lines: [line('flour', '40.00')] }).lines[0]?.kind).toBe('same')
})

test('a line that speaks of another quantity under the same id went and came', () => {
  const earlier = { ...body, lines: [line('flour', '40')] }
  const later = { ...body, lines: [line('flour', '40', { period: '2027-04' })] }
  expect(differences(earlier, later).lines.map((one) => one.kind)).toEqual(['removed', 'added'])
})
