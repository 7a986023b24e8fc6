import { and, asc, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { stageUpload } from '#acts/figure/stage.ts'
import { batchRowsText } from '#rules/batch-rows.ts'
import { textHash } from '#rules/entry.ts'
import type { Actor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, world } from '#test/support/world.ts'

const head = 'measure,product,period,value,status\n'
const firstFile = `${head}output,bread,2026-08,310.5,final\noutput,bread,2026-09,318,provisional\n`

async function office(dialect: (typeof dialects)[number]) {
  const here = await world(dialect)
  const by = (actor: Actor) => ({ actor, actId: actId() })
  const measure = {
    name: 'Output',
    kind: 'flow',
    unit: null,
    decimals: 1,
    aggregation: 'sum',
    definition: 'What left the last step of work.',
  } as const
  await here.perform('measure.define', { id: 'output', ...measure }, by(here.office))
  const source = { producer: 'The Bakery', title: 'Books of the bakery', licence: 'CC0', url: null, invented: true }
  await here.perform('source.define', { id: 'books', ...source }, by(here.office))
  const stage = async (text: string, actor = here.office, unitId = here.unitId) => {
    const now = here.time.now.toISOString()
    const bytes = new TextEncoder().encode(text)
    return (await stageUpload(here.db, { unitId, name: 'month.csv', bytes, actor, now })).upload
  }
  const publish = async (text: string, leaveOutFaulty = false) => {
    const upload = await stage(text)
    const input = { unitId: here.unitId, upload, mapping: null, sourceId: 'books', leaveOutFaulty }
    return (await here.perform('figure.publish', input, by(here.office))).result
  }
  const { observations, batches, entries } = here.db.tables
  const kept = () =>
    here.db.read.select().from(observations).orderBy(asc(observations.period), asc(observations.fromNumber))
  const inForce = () =>
    here.db.read
      .select({ period: observations.period, entered: observations.entered, status: observations.status })
      .from(observations)
      .where(isNull(observations.toNumber))
      .orderBy(asc(observations.period))
  const allBatches = () => here.db.read.select().from(batches).orderBy(asc(batches.number))
  const entry = async (number: number) => {
    const rows = await here.db.read
      .select()
      .from(entries)
      .where(and(eq(entries.stream, here.unitId), eq(entries.number, number)))
    return JSON.parse(rows[0]?.canonical ?? '{}')
  }
  return { ...here, by, stage, publish, kept, inForce, allBatches, entry }
}

describe.each(dialects)('an office publishes (%s)', (dialect) => {
  test('figures with status, batch and an entry whose hash anyone can recompute', async () => {
    const { publish, kept, allBatches, entry } = await office(dialect)
    expect(await publish(firstFile)).toMatchObject({ already: false, added: 2, revised: 0, unchanged: 0, leftOut: 0 })
    const rows = await kept()
    expect(rows).toMatchObject([
      {
        seriesId: 'bakery/output/bread/',
        period: '2026-08',
        entered: '310.5',
        mantissa: 3105,
        scale: 1,
        status: 'final',
        toNumber: null,
      },
      { seriesId: 'bakery/output/bread/', period: '2026-09', entered: '318', status: 'provisional', toNumber: null },
    ])
    const [batch] = await allBatches()
    expect(batch).toMatchObject({ hash: textHash(firstFile), name: 'month.csv', rows: 2, added: 2, sourceId: 'books' })
    const { events } = await entry(batch?.number ?? 0)
    expect(events).toMatchObject([
      { kind: 'figures.published', batch: textHash(firstFile), rowsHash: textHash(batchRowsText(rows)), added: 2 },
    ])
  })

  test('a second file that corrects a value closes the old observation and keeps it readable', async () => {
    const { publish, kept, inForce, later } = await office(dialect)
    await publish(firstFile)
    const at = later(60)
    const second = `${head}output,bread,2026-08,310.50,final\noutput,bread,2026-09,317.2,revised\noutput,bread,2026-10,320,provisional\n`
    const result = await publish(second)
    expect(result).toMatchObject({ already: false, added: 1, revised: 1, unchanged: 1 })
    expect(await inForce()).toEqual([
      { period: '2026-08', entered: '310.5', status: 'final' },
      { period: '2026-09', entered: '317.2', status: 'revised' },
      { period: '2026-10', entered: '320', status: 'provisional' },
    ])
    const [, old, followed] = await kept()
    expect(old).toMatchObject({ entered: '318', toNumber: result.batch, validTo: at })
    expect(followed).toMatchObject({ entered: '317.2', fromNumber: result.batch, validFrom: at, toNumber: null })
  })

  test('the same file twice changes nothing, also after another file has corrected it', async () => {
    const { publish, kept, allBatches } = await office(dialect)
    const first = await publish(firstFile)
    const before = await kept()
    expect(await publish(firstFile)).toMatchObject({ already: true, batch: first.batch, added: 0, revised: 0 })
    expect(await kept()).toEqual(before)
    await publish(firstFile.replace('318', '317'))
    const corrected = await kept()
    expect(await publish(firstFile)).toMatchObject({ already: true })
    expect(await kept()).toEqual(corrected)
    expect(await allBatches()).toHaveLength(2)
  })

  test('the same file with another status is a new vintage', async () => {
    const { perform, by, stage, unitId, office: dora, inForce } = await office(dialect)
    const upload = await stage('measure,product,period,value\noutput,bread,2026-08,310.5\n')
    const input = { unitId, upload, mapping: null, sourceId: 'books', leaveOutFaulty: false } as const
    await perform('figure.publish', { ...input, status: 'provisional' }, by(dora))
    const again = await perform('figure.publish', { ...input, status: 'final' }, by(dora))
    expect(again.result).toMatchObject({ already: false, revised: 1 })
    expect(await inForce()).toMatchObject([{ status: 'final' }])
  })

  test('one faulty row in 10,000 is named, and nothing is published until it is left out', async () => {
    const { publish, kept, allBatches } = await office(dialect)
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const period = `${1500 + (Math.floor(at / 12) % 600)}-${String((at % 12) + 1).padStart(2, '0')}`
      return `output,${at < 7200 ? 'bread' : 'flour'},${period},${at === 8137 ? 'o,5' : at},final`
    })
      .join('\n')
      .replace('o,5', '"o,5"')
    await expect(publish(head + rows)).rejects.toMatchObject({
      kind: 'input',
      code: 'rows-faulty',
      values: { count: 1, row: 8139 },
    })
    expect(await kept()).toEqual([])
    expect(await allBatches()).toEqual([])
    expect(await publish(head + rows, true)).toMatchObject({ added: 9999, leftOut: 1 })
    expect(await kept()).toHaveLength(9999)
  })

  test('the office of another unit, members and visitors cannot publish or stage', async () => {
    const { perform, by, stage, unitId, stranger, members, kept } = await office(dialect)
    const upload = await stage(firstFile)
    const input = { unitId, upload, mapping: null, sourceId: 'books', leaveOutFaulty: false }
    for (const actor of [stranger, members.ada]) {
      await expect(perform('figure.publish', input, by(actor))).rejects.toMatchObject({ kind: 'who' })
      await expect(stage(firstFile, actor)).rejects.toMatchObject({ kind: 'who' })
    }
    expect(await kept()).toEqual([])
  })

  test('a file staged by one office is nothing to another', async () => {
    const { perform, by, stage, stranger } = await office(dialect)
    const upload = await stage(firstFile)
    const input = { unitId: 'mill', upload, mapping: null, sourceId: 'books', leaveOutFaulty: false }
    await expect(perform('figure.publish', input, by(stranger))).rejects.toMatchObject({
      kind: 'missing',
      code: 'no-such-upload',
    })
  })

  test('at most 20 files wait in one office: the oldest gives way', async () => {
    const { stage, later, db } = await office(dialect)
    const staged: string[] = []
    for (let at = 0; at < 22; at++) {
      later(1)
      staged.push(await stage(`a,b\n${at},1\n`))
    }
    const kept = await db.read.select({ hash: db.tables.uploads.hash }).from(db.tables.uploads)
    expect(new Set(kept.map((row) => row.hash))).toEqual(new Set(staged.slice(2)))
  })

  test('[F2] [F3] [F4] a correction states its reason, and the figure before it stays readable', async () => {
    const { publish, perform, by, office: dora, unitId, kept, db } = await office(dialect)
    await publish(firstFile)
    const correction = {
      unitId,
      seriesId: 'bakery/output/bread/',
      period: '2026-09',
      value: '316.9',
      status: 'revised',
      note: null,
      reason: 'The scales were 1.1 t off.',
    } as const
    const done = await perform('figure.correct', correction, by(dora))
    const [, old, followed] = await kept()
    expect(old).toMatchObject({ entered: '318', toNumber: done.number })
    expect(followed).toMatchObject({ entered: '316.9', status: 'revised', fromNumber: done.number })
    const words = await db.read.select().from(db.tables.withheld).where(eq(db.tables.withheld.number, done.number))
    expect(words).toMatchObject([{ name: 'reason', value: 'The scales were 1.1 t off.', sight: 'public' }])
    await expect(perform('figure.correct', correction, by(dora))).rejects.toMatchObject({
      code: 'correction-changes-nothing',
    })
    await expect(perform('figure.correct', { ...correction, period: '2020-01' }, by(dora))).rejects.toMatchObject({
      code: 'no-figure-to-correct',
    })
    await expect(perform('figure.correct', { ...correction, value: '-1' }, by(dora))).rejects.toMatchObject({
      code: 'value-below-zero',
    })
    await expect(perform('figure.correct', { ...correction, value: '12x' }, by(dora))).rejects.toMatchObject({
      code: 'bad-input',
      fields: { value: { code: 'field-not-understood' } },
    })
    await perform('figure.correct', { ...correction, value: '318' }, by(dora))
    await perform('figure.correct', correction, by(dora))
    expect(await kept()).toHaveLength(5)
  })

  test('[F1] a short name that is taken is not defined twice', async () => {
    const { perform, by, office: dora } = await office(dialect)
    const product = { id: 'rolls', name: 'Rolls', unit: 'piece', pictogram: 'loaf' }
    await perform('product.define', product, by(dora))
    await expect(perform('product.define', product, by(dora))).rejects.toMatchObject({ code: 'short-name-taken' })
  })
})
