import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, carryOver } from '#rules/amending.ts'
import type { Change, ProposalBody } from '#rules/shapes/proposal.ts'
import { body, line } from '#test/rules/bodies.ts'

const amended = (base: ProposalBody, changes: Change[]): ProposalBody => {
  const result = applyChanges(base, changes)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.body
}

/** The second amendment carried onto the version that the first one made. */
const carriedOnto = (first: Change[], second: Change[], base = body) => carryOver(base, second, amended(base, first))

describe('carrying an amendment over to a newer version', () => {
  test('words changed elsewhere in the same block stay, and the amendment’s words are rewritten onto them', () => {
    const first: Change[] = [{ kind: 'words', blockId: 'what', text: 'The mill grinds 50 t of wheat more each month.' }]
    const second: Change[] = [
      { kind: 'words', blockId: 'what', text: 'The mill grinds 40 t of wheat more each quarter.' },
    ]
    expect(carriedOnto(first, second)).toEqual({
      changes: [{ kind: 'words', blockId: 'what', text: 'The mill grinds 50 t of wheat more each quarter.' }],
    })
  })

  test('overlapping words collide', () => {
    const first: Change[] = [{ kind: 'words', blockId: 'how', text: 'The bakery opens two hours earlier.' }]
    const second: Change[] = [{ kind: 'words', blockId: 'how', text: 'The bakery opens three hours earlier.' }]
    expect(carriedOnto(first, second)).toEqual({ collisions: [{ kind: 'words', id: 'how' }] })
  })

  test('the title is merged like words', () => {
    const title = (text: string): Change[] => [{ kind: 'title', text }]
    expect(carriedOnto(title('More rolls for the town'), title('More bread for the region'))).toEqual({
      changes: title('More rolls for the region'),
    })
    expect(carriedOnto(title('Rolls'), title('Cake'))).toEqual({ collisions: [{ kind: 'title', id: 'title' }] })
  })

  test('the same amount changed to another number collides, from both sides', () => {
    const to = (amount: string): Change[] => [{ kind: 'amount', lineId: 'flour', from: '40', to: amount }]
    expect(carriedOnto(to('45'), to('50'))).toEqual({ collisions: [{ kind: 'amount', id: 'flour' }] })
    expect(carriedOnto(to('50'), to('45'))).toEqual({ collisions: [{ kind: 'amount', id: 'flour' }] })
  })

  test('a line that is gone collides, and so does a change of a line that the amendment removes', () => {
    const change: Change[] = [{ kind: 'amount', lineId: 'flour', from: '40', to: '45' }]
    const removal: Change[] = [{ kind: 'remove-line', lineId: 'flour' }]
    expect(carriedOnto(removal, change)).toEqual({ collisions: [{ kind: 'line-gone', id: 'flour' }] })
    expect(carriedOnto(change, removal)).toEqual({ collisions: [{ kind: 'amount', id: 'flour' }] })
  })

  test('a block that is gone collides, and so does a change of a block that the amendment removes', () => {
    const change: Change[] = [{ kind: 'words', blockId: 'how', text: 'Later.' }]
    const removal: Change[] = [{ kind: 'remove-block', blockId: 'how' }]
    expect(carriedOnto(removal, change)).toEqual({ collisions: [{ kind: 'block-gone', id: 'how' }] })
    expect(carriedOnto(change, removal)).toEqual({ collisions: [{ kind: 'words', id: 'how' }] })
  })

  test('one collision holds the whole amendment back, and all of them are named', () => {
    const first: Change[] = [
      { kind: 'amount', lineId: 'flour', from: '40', to: '45' },
      { kind: 'title', text: 'Rolls' },
    ]
    const second: Change[] = [
      { kind: 'title', text: 'Cake' },
      { kind: 'words', blockId: 'how', text: 'Later.' },
      { kind: 'amount', lineId: 'flour', from: '40', to: '50' },
    ]
    expect(carriedOnto(first, second)).toEqual({
      collisions: [
        { kind: 'title', id: 'title' },
        { kind: 'amount', id: 'flour' },
      ],
    })
  })

  test('a change that the newer version holds already is dropped, and the others are carried', () => {
    const same: Change = { kind: 'amount', lineId: 'flour', from: '40', to: '45.0' }
    const other: Change = { kind: 'words', blockId: 'how', text: 'Later.' }
    expect(carriedOnto([{ ...same, to: '45' }], [same, other])).toEqual({ changes: [other] })
  })

  test('an amendment that is contained whole leaves no changes', () => {
    const changes: Change[] = [
      { kind: 'title', text: 'Rolls' },
      { kind: 'words', blockId: 'how', text: 'Later.' },
      { kind: 'remove-block', blockId: 'why' },
      { kind: 'insert-block', after: 'how', block: { id: 'new', text: 'More.' } },
      { kind: 'insert-block', after: 'new', block: { id: 'newer', text: 'Still more.' } },
      { kind: 'amount', lineId: 'flour', from: '40', to: '45' },
      { kind: 'remove-line', lineId: 'bread' },
      { kind: 'insert-line', line: line('rolls', '3') },
    ]
    expect(carriedOnto(changes, changes)).toEqual({ changes: [] })
    const other = (id: string) => (id.startsWith('new') ? `other-${id}` : id)
    const underOtherIds = changes.map((change): Change => {
      if (change.kind === 'insert-line') return { ...change, line: { ...change.line, id: 'other' } }
      if (change.kind !== 'insert-block') return change
      return { ...change, after: other(change.after ?? ''), block: { ...change.block, id: other(change.block.id) } }
    })
    expect(carriedOnto(changes, underOtherIds)).toEqual({ changes: [] })
  })

  test('blocks inserted in the same place do not collide: what stands there already stays first', () => {
    const insert = (id: string): Change => ({
      kind: 'insert-block',
      after: 'why',
      block: { id, text: `Words of ${id}` },
    })
    const first = [insert('one'), insert('two')]
    const carried = carriedOnto(first, [insert('three'), insert('four')])
    if (!('changes' in carried)) throw new Error('collides')
    const both = amended(amended(body, first), carried.changes)
    expect(both.blocks.map((block) => block.id)).toEqual(['why', 'one', 'two', 'three', 'four', 'what', 'how'])
  })

  test('a block inserted behind one that is gone comes behind the nearest that remains', () => {
    const gone: Change[] = ['why', 'what'].map((blockId) => ({ kind: 'remove-block', blockId }))
    const insert: Change = { kind: 'insert-block', after: 'what', block: { id: 'new', text: 'New.' } }
    expect(carriedOnto(gone, [insert])).toEqual({ changes: [{ ...insert, after: null }] })
  })

  test('two new lines for the same quantity collide unless their amounts agree', () => {
    const insert = (id: string, amount: string): Change[] => [
      { kind: 'insert-line', line: { ...line('rolls', amount), id } },
    ]
    expect(carriedOnto(insert('one', '5'), insert('two', '6'))).toEqual({
      collisions: [{ kind: 'same-place', id: 'two' }],
    })
    expect(carriedOnto(insert('one', '5'), insert('two', '5.0'))).toEqual({ changes: [] })
  })

  test('changes that hold one by one but not together collide', () => {
    const removals = (...ids: string[]): Change[] => ids.map((blockId) => ({ kind: 'remove-block', blockId }))
    expect(carriedOnto(removals('why', 'what'), removals('how'))).toEqual({
      collisions: [{ kind: 'block-gone', id: 'how' }],
    })
  })
})

/** Changes to every second thing of a body, so that those of parity 0 and 1 touch nothing in common. */
const untouching = (parity: 0 | 1) => {
  const who = parity === 0 ? 'a' : 'b'
  return fc
    .record({
      words: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      removed: fc.nat(3),
      insertedBehind: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
      amounts: fc.array(fc.tuple(fc.nat(3), fc.nat(99)), { maxLength: 3 }),
      newLines: fc.nat(2),
      title: fc.boolean(),
    })
    .map((drawn): Change[] => {
      const own = (index: number) => index * 2 + parity
      const changes: Change[] = []
      for (const index of new Set(drawn.words))
        if (index !== drawn.removed)
          changes.push({ kind: 'words', blockId: `b${own(index)}`, text: `${who} wrote ${index}` })
      changes.push({ kind: 'remove-block', blockId: `b${own(drawn.removed)}` })
      for (const index of drawn.insertedBehind)
        if (index !== drawn.removed)
          changes.push({
            kind: 'insert-block',
            after: `b${own(index)}`,
            block: { id: `new-${who}-${index}`, text: `new of ${who} ${index}` },
          })
      for (const [index, to] of new Map(drawn.amounts))
        changes.push({ kind: 'amount', lineId: `l${own(index)}`, from: '1000', to: String(to) })
      for (let i = 0; i < drawn.newLines; i++) changes.push({ kind: 'insert-line', line: line(`new-${who}-${i}`, '7') })
      if (drawn.title) {
        const text = parity === 0 ? 'New bread for the town' : 'More bread for the region'
        changes.push({ kind: 'title', text })
      }
      return changes
    })
}

const large: ProposalBody = {
  title: 'More bread for the town',
  blocks: Array.from({ length: 8 }, (_, i) => ({ id: `b${i}`, text: `Text of block ${i}.` })),
  lines: Array.from({ length: 8 }, (_, i) => line(`l${i}`, '1000')),
}

const byId = <T extends { id: string }>(things: readonly T[]) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('laws of carrying over', () => {
  test('carrying onto the unchanged version changes nothing', () => {
    fc.assert(
      fc.property(untouching(0), (changes) => {
        expect(carryOver(large, changes, large)).toEqual({ changes })
      }),
    )
  })

  test('amendments that do not touch give the same text in either order', () => {
    fc.assert(
      fc.property(untouching(0), untouching(1), (one, two) => {
        const [carriedTwo, carriedOne] = [carriedOnto(one, two, large), carriedOnto(two, one, large)]
        if (!('changes' in carriedTwo) || !('changes' in carriedOne)) throw new Error('collides')
        const there = amended(amended(large, one), carriedTwo.changes)
        const back = amended(amended(large, two), carriedOne.changes)
        expect(there.title).toBe(back.title)
        expect(there.blocks).toEqual(back.blocks)
        // New lines stand in the order in which they were adopted.
        expect(byId(there.lines)).toEqual(byId(back.lines))
      }),
    )
  })

  test('a carried amendment always fits the version that it is carried onto, and nothing is lost', () => {
    const any = fc.tuple(fc.constantFrom(0 as const, 1 as const), fc.constantFrom(0 as const, 1 as const))
    fc.assert(
      fc.property(
        any.chain(([p, q]) => fc.tuple(untouching(p), untouching(q))),
        ([one, two]) => {
          const next = amended(large, one)
          const carried = carryOver(large, two, next)
          if ('collisions' in carried) {
            expect(carried.collisions.length).toBeGreaterThan(0)
            return
          }
          const result = carried.changes.length === 0 ? next : amended(next, carried.changes)
          for (const change of two) expect(holds(result, change)).toBe(true)
        },
      ),
    )
  })

  test('amounts collide from one side exactly where they collide from the other', () => {
    const changes = fc
      .uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 })
      .chain((lines) => fc.tuple(fc.constant(lines), fc.array(fc.nat(2), { minLength: 4, maxLength: 4 })))
      .map(([lines, to]): Change[] =>
        lines.map((l, i) => ({ kind: 'amount', lineId: `l${l}`, from: '1000', to: String(to[i] ?? 0) })),
      )
    fc.assert(
      fc.property(changes, changes, (one, two) => {
        const collisions = (result: ReturnType<typeof carryOver>) =>
          'collisions' in result ? byId(result.collisions) : []
        expect(collisions(carriedOnto(one, two, large))).toEqual(collisions(carriedOnto(two, one, large)))
      }),
    )
  })
})

function holds(result: ProposalBody, change: Change): boolean {
  switch (change.kind) {
    case 'title':
      return change.text.split(' ').every((word) => large.title.includes(word) || result.title.includes(word))
    case 'words':
      return result.blocks.some((block) => block.id === change.blockId && block.text === change.text)
    case 'remove-block':
      return !result.blocks.some((block) => block.id === change.blockId)
    case 'insert-block':
      return result.blocks.some((block) => block.text === change.block.text)
    case 'amount':
      return result.lines.some((one) => one.id === change.lineId && one.amount === change.to)
    case 'remove-line':
      return !result.lines.some((one) => one.id === change.lineId)
    case 'insert-line':
      return result.lines.some((one) => one.productId === change.line.productId && one.amount === change.line.amount)
  }
}
