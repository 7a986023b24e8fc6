import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import postgres from 'postgres'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Kit, postgresKit, sqliteKit } from '#db/columns.ts'
import { defineHot, openDb, type Params } from '#db/open.ts'
import { type Dialect, dialects, makePlace } from '#test/support/dialects.ts'

const words = ['yes', 'no', 'it’s “odd”'] as const

const defineKinds = (c: Kit) =>
  c.table('kinds', {
    id: c.text().primaryKey(),
    word: c.oneOf(words),
    whole: c.whole(),
    real: c.real(),
    flag: c.flag(),
    json: c.json<fc.JsonValue>(),
    canonical: c.canonical(),
    instant: c.instant(),
  })
const kinds = { sqlite: defineKinds(sqliteKit), postgres: defineKinds(postgresKit) }

async function openWithKinds(dialect: Dialect) {
  const { where, remove } = await makePlace(dialect)
  if ('sqliteFile' in where) {
    const file = new Database(where.sqliteFile)
    file.exec(
      'CREATE TABLE kinds (id text PRIMARY KEY, word text, whole integer, real real, flag integer, json text, canonical text, instant text)',
    )
    file.close()
  } else {
    const server = postgres(where.postgresUrl, { max: 1 })
    await server`CREATE TABLE kinds (id text PRIMARY KEY, word text, whole bigint, real double precision, flag boolean, json jsonb, canonical text, instant text)`
    await server.end()
  }
  const db = await openDb(where)
  onTestFinished(async () => {
    await db.close()
    await remove()
  })
  return { db, table: kinds[dialect] }
}

// Shapes refuse NUL and ill-formed Unicode before anything is kept; PostgreSQL cannot hold them.
const text = fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\0') && s.isWellFormed())
const holdable = (value: fc.JsonValue) => !JSON.stringify(value).includes('\\u0000')
const asJson = (value: fc.JsonValue): fc.JsonValue => JSON.parse(JSON.stringify(value))
const row = fc.record({
  id: fc.uuid(),
  word: fc.option(fc.constantFrom(...words)),
  whole: fc.option(fc.maxSafeInteger()),
  real: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)),
  flag: fc.option(fc.boolean()),
  json: fc.option(fc.jsonValue({ stringUnit: 'grapheme' }).filter(holdable).map(asJson)),
  canonical: fc.option(text),
  instant: fc.option(fc.date({ noInvalidDate: true }).map((at) => at.toISOString())),
})

describe.each(dialects)('on %s', (dialect) => {
  test('every kind of column gives back the value it was given', async () => {
    const { db, table } = await openWithKinds(dialect)
    await fc.assert(
      fc.asyncProperty(row, async (values) => {
        const [returned] = await db.transaction((tx) => tx.insert(table).values(values).returning())
        expect(returned).toEqual(values)
        expect(await db.read.select().from(table).where(eq(table.id, values.id))).toEqual([values])
      }),
      { numRuns: 60 },
    )
  })

  test('every kind of column passes through a prepared statement', async () => {
    const { db, table } = await openWithKinds(dialect)
    type Row = typeof table.$inferSelect
    const put = defineHot((q, _tables, param: Params<Row>) =>
      q.insert(table).values({
        id: param('id'),
        word: param('word'),
        whole: param('whole'),
        real: param('real'),
        flag: param('flag'),
        json: param('json'),
        canonical: param('canonical'),
        instant: param('instant'),
      }),
    )
    const find = defineHot((q, _tables, param: Params<{ id: string }>) =>
      q
        .select()
        .from(table)
        .where(eq(table.id, param('id'))),
    )
    await fc.assert(
      fc.asyncProperty(row, async (values) => {
        await db.transaction((tx) => tx.hot(put, values))
        expect(await db.read.hot(find, { id: values.id })).toEqual([values])
      }),
      { numRuns: 60 },
    )
  })

  test('the limits of whole and real numbers hold', async () => {
    const { db, table } = await openWithKinds(dialect)
    const whole = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0]
    const real = [Number.MAX_VALUE, Number.MIN_VALUE, 0.1 + 0.2]
    const rows = whole.map((n, i) => ({ id: String(i), whole: n, real: real[i] ?? 0 }))
    await db.transaction(async (tx) => {
      await tx.insert(table).values(rows)
    })
    expect(
      await db.read.select({ id: table.id, whole: table.whole, real: table.real }).from(table).orderBy(table.id),
    ).toEqual(rows)
  })
})
