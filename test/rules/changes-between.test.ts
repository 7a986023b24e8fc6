import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges } from '#rules/amending.ts'
import { changesBetween } from '#rules/changes-between.ts'
import type { Line, ProposalBody } from '#rules/shapes/proposal.ts'

const line = (id: string, amount: string): Line => ({
  id,
  unitId: `unit-${id}`,
  direction: 'produce',
  productId: 'bread',
  amount,
  unit: 't',
  period: '2027-01',
  counterpartId: null,
})

const base: ProposalBody = {
  title: 'More bread',
  blocks: [
    { id: 'a', text: 'Because.' },
    { id: 'b', text: 'And how.' },
  ],
  lines: [line('one', '340'), line('two', '20')],
}

describe('changes between two bodies', () => {
  test('nothing changed is no change, whatever way an amount is written', () => {
    const same = { ...base, lines: [line('one', '340.0'), line('two', '20')] }
    expect(changesBetween(base, same)).toEqual([])
  })

  test('words, amounts, what went and what came are told apart', () => {
    const wanted: ProposalBody = {
      title: 'Some more bread',
      blocks: [
        { id: 'new', text: 'First of all.' },
        { id: 'a', text: 'Because we say so.' },
      ],
      lines: [line('one', '360'), line('three', '5')],
    }
    expect(changesBetween(base, wanted)).toEqual([
      { kind: 'title', text: 'Some more bread' },
      { kind: 'words', blockId: 'a', text: 'Because we say so.' },
      { kind: 'remove-block', blockId: 'b' },
      { kind: 'insert-block', after: null, block: { id: 'new', text: 'First of all.' } },
      { kind: 'amount', lineId: 'one', from: '340', to: '360' },
      { kind: 'remove-line', lineId: 'two' },
      { kind: 'insert-line', line: line('three', '5') },
    ])
  })

  test('applied to the base they give the wanted body', () => {
    const text = fc.constantFrom('one', 'two words', 'three little words')
    const wantedBody = fc.record({
      title: text,
      kept: fc.subarray(base.blocks),
      texts: fc.array(text, { minLength: 2, maxLength: 2 }),
      added: fc.array(fc.record({ at: fc.nat(2), text }), { maxLength: 3 }),
      lines: fc.subarray(base.lines),
      amount: fc.nat(999),
      fresh: fc.boolean(),
    })
    fc.assert(
      fc.property(wantedBody, ({ title, kept, texts, added, lines, amount, fresh }) => {
        const blocks = kept.map((block, at) => ({ ...block, text: texts[at] ?? block.text }))
        added.forEach((one, at) => {
          blocks.splice(Math.min(one.at, blocks.length), 0, { id: `new-${at}`, text: one.text })
        })
        fc.pre(blocks.length > 0)
        const wanted = {
          title,
          blocks,
          lines: [
            ...lines.map((one) => ({ ...one, amount: String(amount) })),
            ...(fresh ? [line('fresh', String(amount))] : []),
          ],
        }
        const changes = changesBetween(base, wanted)
        if (changes.length === 0) return
        expect(applyChanges(base, changes)).toEqual({ body: wanted })
      }),
    )
  })
})
