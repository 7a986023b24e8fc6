import { describe, expect, test } from 'vitest'
import { stageUpload } from '#acts/figure/stage.ts'
import { streamNumbers } from '#db/books/technique.ts'
import { frozenObservations } from '#db/freeze.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, world } from '#test/support/world.ts'

describe.each(dialects)('freezing (%s)', (dialect) => {
  test('a figure revised after the numbers were read stays as it was at those numbers', async () => {
    const { perform, db, unitId, office, time, later } = await world(dialect)
    const by = () => ({ actor: office, actId: actId() })
    const measure = { kind: 'flow', unit: null, decimals: 1, aggregation: 'sum', definition: 'As booked.' } as const
    await perform('measure.define', { id: 'output', name: 'Output', ...measure }, by())
    const source = { id: 'books', producer: 'The Bakery', title: 'Books', licence: 'CC0', url: null, invented: true }
    await perform('source.define', source, by())
    const publish = async (rows: string) => {
      const bytes = new TextEncoder().encode(`measure,product,period,value,status\n${rows}`)
      const now = time.now.toISOString()
      const { upload } = await stageUpload(db, { unitId, name: 'book.csv', bytes, actor: office, now })
      later(1)
      const input = { unitId, upload, mapping: null, sourceId: 'books', leaveOutFaulty: false }
      await perform('figure.publish', input, by())
    }
    await publish('output,bread,2026-09,310,provisional\noutput,bread,2026-10,320,provisional\n')
    const books = { tx: db.read, tables: db.tables }
    const asOf = await streamNumbers(books)
    await publish('output,bread,2026-09,311,revised\n')
    await publish('output,bread,2026-11,330,provisional\n')
    const frozen = async (numbers: Readonly<Record<string, number>>) =>
      (await frozenObservations(books, ['bakery/output/bread/'], numbers, null, '2026-12-02T00:00:00.000Z')).map(
        ({ period, value }) => [period, value],
      )
    expect(await frozen(asOf)).toEqual([
      ['2026-09', '310'],
      ['2026-10', '320'],
    ])
    expect(await frozen(await streamNumbers(books))).toEqual([
      ['2026-09', '311'],
      ['2026-10', '320'],
      ['2026-11', '330'],
    ])
    expect(await frozen({})).toEqual([])
  })
})
