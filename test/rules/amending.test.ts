import { describe, expect, test } from 'vitest'
import { applyChanges } from '#rules/amending.ts'
import type { Change, ProposalBody } from '#rules/shapes/proposal.ts'
import { en } from '#rules/words/en.ts'
import { body, line } from '#test/rules/bodies.ts'

const applied = (changes: Change[]): ProposalBody => {
  const result = applyChanges(body, changes)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.body
}

const faults = (changes: Change[], base = body) => {
  const result = applyChanges(base, changes)
  if (!('faults' in result)) return {}
  return Object.fromEntries(Object.entries(result.faults).map(([path, fault]) => [path, fault.code]))
}

describe('applying an amendment to its own base', () => {
  test('words, title and amounts change where named, and nothing else does', () => {
    expect(
      applied([
        { kind: 'title', text: 'Bread' },
        { kind: 'words', blockId: 'how', text: 'Later.' },
        { kind: 'amount', lineId: 'flour', from: '40.0', to: '45' },
      ]),
    ).toEqual({
      title: 'Bread',
      blocks: [body.blocks[0], body.blocks[1], { id: 'how', text: 'Later.' }],
      lines: [{ ...body.lines[0], amount: '45' }, body.lines[1]],
    })
  })

  test('blocks inserted in one place stand in the order listed, also behind a block that goes', () => {
    const blocks = applied([
      { kind: 'remove-block', blockId: 'what' },
      { kind: 'insert-block', after: 'what', block: { id: 'one', text: 'One' } },
      { kind: 'insert-block', after: 'what', block: { id: 'two', text: 'Two' } },
      { kind: 'insert-block', after: 'one', block: { id: 'half', text: 'One and a half' } },
      { kind: 'insert-block', after: null, block: { id: 'first', text: 'First' } },
    ]).blocks.map((block) => block.id)
    expect(blocks).toEqual(['first', 'why', 'one', 'half', 'two', 'how'])
  })

  test('a line may give way to another for the same quantity', () => {
    const other = { ...line('flour', '50'), id: 'flour-2' }
    const lines = applied([
      { kind: 'remove-line', lineId: 'flour' },
      { kind: 'insert-line', line: other },
    ]).lines.map((one) => one.id)
    expect(lines).toEqual(['bread', 'flour-2'])
  })

  test('the rule that a proposal is to bring stays untouched', () => {
    const rule = {
      method: 'majority' as const,
      base: 'entitled' as const,
      threshold: { num: 2, den: 3 },
      strict: false,
      quorum: { num: 0, den: 1 },
    }
    expect(applyChanges({ ...body, rule }, [{ kind: 'title', text: 'Bread' }])).toMatchObject({ body: { rule } })
  })

  test.each<[string, Change[], Record<string, string>]>([
    ['no change at all', [], { changes: 'no-changes' }],
    [
      'a block that is not there',
      [{ kind: 'words', blockId: 'x', text: 'a' }],
      { 'changes.0.blockId': 'no-such-block' },
    ],
    [
      'a block to remove that is not there',
      [{ kind: 'remove-block', blockId: 'x' }],
      { 'changes.0.blockId': 'no-such-block' },
    ],
    [
      'a place that is not there',
      [{ kind: 'insert-block', after: 'x', block: { id: 'y', text: 'a' } }],
      { 'changes.0.after': 'no-such-block' },
    ],
    [
      'a block that is there already',
      [{ kind: 'insert-block', after: null, block: { id: 'why', text: 'a' } }],
      { 'changes.0.block.id': 'id-already-there' },
    ],
    [
      'a line that is not there',
      [{ kind: 'amount', lineId: 'x', from: '1', to: '2' }],
      { 'changes.0.lineId': 'no-such-line' },
    ],
    [
      'a line to remove that is not there',
      [{ kind: 'remove-line', lineId: 'x' }],
      { 'changes.0.lineId': 'no-such-line' },
    ],
    [
      'an amount that the base does not have',
      [{ kind: 'amount', lineId: 'flour', from: '41', to: '45' }],
      { 'changes.0.from': 'not-the-amount-there' },
    ],
    [
      'a line that is there already',
      [{ kind: 'insert-line', line: line('flour', '1') }],
      { 'changes.0.line.id': 'id-already-there' },
    ],
    [
      'a second line for the same quantity',
      [{ kind: 'insert-line', line: { ...line('flour', '1'), id: 'other' } }],
      { 'changes.0.line': 'line-already-there' },
    ],
    [
      'what stands there already',
      [
        { kind: 'title', text: body.title },
        { kind: 'words', blockId: 'how', text: 'The bakery opens one hour earlier.' },
        { kind: 'amount', lineId: 'flour', from: '40', to: '40.00' },
      ],
      { 'changes.0.text': 'changes-nothing', 'changes.1.text': 'changes-nothing', 'changes.2.to': 'changes-nothing' },
    ],
    [
      'one block changed twice',
      [
        { kind: 'words', blockId: 'how', text: 'a' },
        { kind: 'remove-block', blockId: 'how' },
      ],
      { 'changes.1.kind': 'changed-twice' },
    ],
    [
      'every block removed',
      ['why', 'what', 'how'].map((blockId) => ({ kind: 'remove-block', blockId })),
      { changes: 'last-block' },
    ],
    [
      'more blocks than a proposal holds',
      Array.from({ length: 58 }, (_, i) => ({ kind: 'insert-block', after: null, block: { id: `b${i}`, text: 'a' } })),
      { changes: 'too-many-blocks' },
    ],
    [
      'more lines than a proposal holds',
      Array.from({ length: 59 }, (_, i) => ({ kind: 'insert-line', line: line(`l${i}`, '1') })),
      { changes: 'too-many-lines' },
    ],
  ])('%s is a fault with a sentence', (_, changes, expected) => {
    expect(faults(changes)).toEqual(expected)
    for (const code of Object.values(expected)) expect(en).toHaveProperty([code])
  })
})
