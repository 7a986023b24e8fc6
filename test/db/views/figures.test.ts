import { describe, expect, test } from 'vitest'
import { stageUpload } from '#acts/figure/stage.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { type Actor, visitor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, world } from '#test/support/world.ts'

const head = 'measure,product,counterpart,period,value,status\n'
const id = 'bakery/output/bread/'

async function published(dialect: (typeof dialects)[number]) {
  const here = await world(dialect)
  const by = (actor: Actor) => ({ actor, actId: actId() })
  const measure = { kind: 'flow', unit: null, decimals: 1, aggregation: 'sum', definition: 'What was made.' } as const
  await here.perform('measure.define', { id: 'output', name: 'Output', ...measure }, by(here.office))
  await here.perform('measure.define', { id: 'deliveries', name: 'Deliveries', ...measure }, by(here.office))
  const source = { producer: '=HYPERLINK("x")', title: 'Books', licence: 'CC0', url: null, invented: true }
  await here.perform('source.define', { id: 'books', ...source }, by(here.office))
  const stage = async (text: string) => {
    const bytes = new TextEncoder().encode(text)
    const now = here.time.now.toISOString()
    return (await stageUpload(here.db, { unitId: 'bakery', name: 'month.csv', bytes, actor: here.office, now })).upload
  }
  const publish = async (text: string) => {
    const input = {
      unitId: 'bakery',
      upload: await stage(text),
      mapping: null,
      sourceId: 'books',
      leaveOutFaulty: true,
    }
    return (await here.perform('figure.publish', input, by(here.office))).number
  }
  const first = here.time.now.toISOString()
  const firstNumber = await publish(
    `${head}output,bread,,2026-08,310.5,final\noutput,bread,,2026-07,n/a,final\noutput,bread,,2026-09,318,provisional\ndeliveries,bread,mill,2026-08,2,final\n`,
  )
  const second = here.later(60)
  await here.perform(
    'figure.correct',
    {
      unitId: 'bakery',
      seriesId: id,
      period: '2026-09',
      value: '317',
      status: 'revised',
      note: null,
      reason: 'Weighed again.',
    },
    by(here.office),
  )
  return { ...here, stage, first, firstNumber, second }
}

describe.each(dialects)('what the books answer (%s)', (dialect) => {
  test('a series shows its figures, every vintage, and who revised what and why', async () => {
    const { ask, first, second } = await published(dialect)
    const page = await ask('series.page', { id }, visitor)
    expect(page.series).toMatchObject({
      name: 'Output, Bread',
      place: 'The Bakery',
      unit: 't',
      vintage: { asOf: second },
    })
    expect(page.figures.map((one) => [one.period, one.text, one.status])).toEqual([
      ['2026-07', null, 'final'],
      ['2026-08', '310.5', 'final'],
      ['2026-09', '317', 'revised'],
    ])
    expect(page.revised).toMatchObject([
      {
        period: '2026-09',
        values: [
          { text: '318', until: second },
          { text: '317', from: second, until: null },
        ],
      },
    ])
    expect(page.batches).toMatchObject([
      { name: '', reason: 'Weighed again.', added: 0, revised: 1 },
      { name: 'month.csv', reason: null, added: 3, revised: 0 },
    ])
    expect(page.moments).toEqual([second, first])
    expect(page.may.correct).toMatchObject({ ok: false })
  })

  test('a series is shown as it was known at a moment', async () => {
    const { ask, first } = await published(dialect)
    const page = await ask('series.page', { id, asOf: first }, visitor)
    expect(page.figures.at(-1)).toMatchObject({ text: '318', status: 'provisional' })
    expect(page.series.vintage.asOf).toBe(first)
  })

  test('charts read the figures up to the numbers that a brief has frozen', async () => {
    const { db, firstNumber } = await published(dialect)
    const at = (numbers: Record<string, number>) => chartSeries(db.read, db.tables, [id], { asOf: { numbers } })
    expect((await at({ bakery: firstNumber }))[0]?.points.at(-1)?.text).toBe('318')
    expect((await at({ bakery: firstNumber + 1 }))[0]?.points.at(-1)?.text).toBe('317')
    expect((await at({ mill: 9 }))[0]?.points).toEqual([])
  })

  test('series are named by what tells them apart', async () => {
    const { db } = await published(dialect)
    const found = await chartSeries(db.read, db.tables, [id, 'bakery/deliveries/bread/mill', 'no/such//'], {})
    expect(found.map((one) => one.name)).toEqual(['Output', 'Deliveries, The Mill'])
  })

  test('the list is chosen by unit, measure, product and words, whatever the words', async () => {
    const { ask } = await published(dialect)
    const ids = async (choice: object) => (await ask('figures.list', choice, visitor)).series.map((one) => one.id)
    expect(await ids({})).toEqual(['bakery/deliveries/bread/mill', id])
    expect(await ids({ measure: 'output' })).toEqual([id])
    expect(await ids({ search: 'BAKERY deliver' })).toEqual(['bakery/deliveries/bread/mill'])
    expect(await ids({ search: '100%_~' })).toEqual([])
    expect(await ids({ unit: 'mill' })).toEqual([])
  })

  test('a download carries unit of measure, period, status, source and vintage, and starts no formula', async () => {
    const { ask, second } = await published(dialect)
    const { name, text } = await ask('figures.csv', { series: [id] }, visitor)
    expect(name).toBe('bakery-output-bread.csv')
    const lines = text.trim().split('\r\n')
    expect(lines[0]).toContain('period,value,unit_of_measure,status,source,licence,invented,as_of')
    expect(lines.at(-1)).toBe(
      `bakery/output/bread/,bakery,The Bakery,output,Output,bread,Bread,,,2026-09,317,t,revised,"'=HYPERLINK(""x""): Books",CC0,yes,${second}`,
    )
    expect(lines).toHaveLength(4)
  })

  test('a preview tells the office what would change, and nobody else', async () => {
    const { ask, stage, office, members } = await published(dialect)
    const upload = await stage(
      `${head}output,bread,,2026-08,310.50,final\noutput,bread,,2026-09,316,revised\noutput,bread,,2026-10,320,final\noutput,buns,,2026-10,1,final\n`,
    )
    const { intake, already } = await ask('desk.preview', { unitId: 'bakery', upload }, office)
    expect(already).toBeNull()
    expect(intake).toMatchObject({
      counts: { added: 1, revised: 1, unchanged: 1 },
      faultyRows: 1,
      problems: [{ row: 5, code: 'product-unknown', value: 'buns' }],
      unknownNames: [{ noun: 'product', text: 'buns', key: 'product:buns', rows: 1 }],
      revisions: [{ seriesId: id, period: '2026-09', before: { entered: '317' }, after: { entered: '316' } }],
    })
    await expect(ask('desk.preview', { unitId: 'bakery', upload }, members.ada)).rejects.toMatchObject({ kind: 'who' })
    await expect(ask('desk.preview', { unitId: 'bakery', upload }, visitor)).rejects.toMatchObject({ kind: 'who' })
  })

  test('the desk shows what is due and what has a gap to everybody, and waiting files to the office only', async () => {
    const { ask, stage, office } = await published(dialect)
    const upload = await stage(`${head}output,bread,,2026-10,1,final\n`)
    const mine = await ask('desk.page', { unitId: 'bakery' }, office)
    expect(mine.waiting.map((file) => file.hash)).toEqual([upload])
    expect(mine.series.find((one) => one.id === id)?.missing).toEqual({ due: ['2026-10'], gaps: [] })
    expect(mine.batches).toHaveLength(2)
    const open = await ask('desk.page', { unitId: 'bakery' }, visitor)
    expect(open.waiting).toEqual([])
    expect(open.series).toEqual(mine.series)
  })
})
