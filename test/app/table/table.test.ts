import { describe, expect, test } from 'vitest'
import { anchorFrom, anchorText } from '#app/table/anchor.ts'
import { bodyFrom, faultsInPlace } from '#app/table/body-from.ts'
import type { TableStatement } from '#app/table/page-data.ts'
import { countsOf, threadsAbout, threadsOf } from '#app/table/threads.ts'
import { amendedBody } from '#app/table/wanted.ts'
import type { Anchor } from '#rules/shapes/statement.ts'

const said = (id: string, replyTo: string | null, anchor: Anchor): TableStatement => ({
  id,
  personId: 'ada',
  kind: 'statement',
  anchor,
  replyTo,
  at: '2026-11-02T09:00:00.000Z',
  number: 1,
  removed: null,
  text: id,
})

describe('what a statement is about', () => {
  test.each<Anchor>([
    { kind: 'proposal' },
    { kind: 'block', id: 'why' },
    { kind: 'figure', series: 'mill/output/flour/', period: null },
    { kind: 'figure', series: 'mill/output/flour/', period: '2027-01' },
  ])('stands in an address and is read back: %j', (anchor) => {
    expect(anchorFrom(anchorText(anchor))).toEqual(anchor)
  })
})

describe('threads', () => {
  const statements = [
    said('one', null, { kind: 'proposal' }),
    said('two', 'one', { kind: 'line', id: 'bread' }),
    said('three', 'gone', { kind: 'proposal' }),
    said('four', 'two', { kind: 'proposal' }),
  ]

  test('replies stand under what they reply to; a reply to what is not here begins a thread', () => {
    const threads = threadsOf(statements)
    expect(threads.map((thread) => thread.statement.id)).toEqual(['one', 'three'])
    expect(threads[0]?.replies[0]?.replies[0]?.statement.id).toBe('four')
  })

  test('a thread is about a thing where any of its statements is', () => {
    expect(threadsAbout(threadsOf(statements), 'line:bread').map((each) => each.statement.id)).toEqual(['one'])
    expect(countsOf(statements).get('line:bread')).toBe(1)
  })
})

describe('a proposal typed without scripts', () => {
  test('lines without an amount are left out, and faults lead back to where they were typed', () => {
    const body = bodyFrom({
      title: 'More bread',
      blocks: [{ id: 'block-1', text: 'Why' }],
      lines: [
        { id: 'line-1', amount: ' ', counterpartId: '' },
        { id: 'line-2', amount: '1,200.5', counterpartId: '' },
      ],
    })
    expect(body.lines).toEqual([{ id: 'line-2', amount: '1200.5', counterpartId: null }])
    const sent = { 'body.lines.0.amount': ' ', 'body.lines.1.amount': '1,200.5' }
    expect(faultsInPlace({ 'body.lines.0.unit': 'No.', 'body.title': 'No.' }, sent)).toEqual({
      'body.lines.1.unit': 'No.',
      'body.title': 'No.',
    })
  })

  test.each([undefined, null, 'words', [], { lines: 'none', blocks: [1] }])(
    'whatever is sent, a body is made of it: %j',
    (sent) => {
      expect(bodyFrom(sent)).toMatchObject({ lines: [] })
    },
  )
})

test('rewriting begins with one’s own wording in the newest text, wherever it still has a place', () => {
  const line = {
    id: 'bread',
    unitId: 'bakery',
    direction: 'produce' as const,
    productId: 'bread',
    amount: '360',
    unit: 't',
    period: '2027-01',
    counterpartId: null,
  }
  const newest = { title: 'More bread', blocks: [{ id: 'why', text: 'Because.' }], lines: [line] }
  const body = amendedBody(newest, [
    { kind: 'words', blockId: 'why', text: 'Because we need it.' },
    { kind: 'words', blockId: 'gone', text: 'Nowhere.' },
    { kind: 'amount', lineId: 'bread', from: '340', to: '350' },
  ])
  expect(body.blocks).toEqual([{ id: 'why', text: 'Because we need it.' }])
  expect(body.lines[0]?.amount).toBe('350')
})
