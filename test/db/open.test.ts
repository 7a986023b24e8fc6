import { eq, sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Db, defineHot, openDb, type Params, type Tx } from '#db/open.ts'
import { dialects, makePlace, openDialect } from '#test/support/dialects.ts'

const addMark = defineHot((q, t, param: Params<{ name: string; value: string }>) =>
  q.insert(t.marks).values({ name: param('name'), value: param('value') }),
)
const markNamed = defineHot((q, t, param: Params<{ name: string }>) =>
  q
    .select()
    .from(t.marks)
    .where(eq(t.marks.name, param('name'))),
)

const mark = (name: string) => ({ name, value: `${name}’s value` })
const marksOf = async (db: Db) => (await db.read.select().from(db.tables.marks)).map((row) => row.name).sort()

const startStream = (db: Db) =>
  db.transaction((tx) =>
    tx
      .insert(db.tables.streams)
      .values({ id: 's', kind: 'unit', number: 0, head: '', at: '' })
      .then(() => {}),
  )

/** Raises the stream's number, as every act does, and keeps a mark under it. */
async function count(db: Db, tx: Tx): Promise<number> {
  const { streams, marks } = db.tables
  const [row] = await tx
    .update(streams)
    .set({ number: sql`${streams.number} + 1` })
    .where(eq(streams.id, 's'))
    .returning()
  const number = row?.number ?? Number.NaN
  await tx.insert(marks).values({ name: String(number), value: '' })
  return number
}

describe.each(dialects)('a transaction on %s', (dialect) => {
  test('is kept once it is answered', async () => {
    const db = await openDialect(dialect)
    await db.transaction((tx) => tx.hot(addMark, mark('a')))
    expect(await db.read.select().from(db.tables.marks)).toEqual([mark('a')])
  })

  test('gives what its work gives, and fails with the fault of its work', async () => {
    const db = await openDialect(dialect)
    expect(await db.transaction(async () => [1, 'two'])).toEqual([1, 'two'])
    const fault = new Error('no')
    await expect(db.transaction(() => Promise.reject(fault))).rejects.toBe(fault)
  })

  test('leaves nothing behind when its work fails', async () => {
    const db = await openDialect(dialect)
    const work = db.transaction(async (tx) => {
      await tx.insert(db.tables.marks).values(mark('a'))
      expect(await tx.select().from(db.tables.marks)).toHaveLength(1)
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await marksOf(db)).toEqual([])
  })

  test('is not seen by readers before it is committed', async () => {
    const db = await openDialect(dialect)
    await db.transaction(async (tx) => {
      await tx.insert(db.tables.marks).values(mark('a'))
      expect(await marksOf(db)).toEqual([])
    })
    expect(await marksOf(db)).toEqual(['a'])
  })

  test('keeps numbers without holes when 20 of 200 at once fail', async () => {
    const db = await openDialect(dialect)
    await startStream(db)
    const ended = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        db.transaction(async (tx) => {
          const number = await count(db, tx)
          if (i % 10 === 3) throw new Error('no')
          return number
        }),
      ),
    )
    const numbers = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1))
    expect(await db.read.$count(db.tables.marks)).toBe(180)
  })

  test('is refused inside another, which can go on', async () => {
    const db = await openDialect(dialect)
    await db.transaction(async (tx) => {
      await expect(db.transaction(async () => {})).rejects.toThrow('inside a transaction')
      await tx.insert(db.tables.marks).values(mark('a'))
    })
    expect(await marksOf(db)).toEqual(['a'])
  })

  test('cannot be used after its end', async () => {
    const db = await openDialect(dialect)
    const kept = await db.transaction(async (tx) => ({ tx }))
    expect(() => kept.tx.insert(db.tables.marks)).toThrow('after its end')
  })

  test('is rolled back when it does not end, and lets the next one through', async () => {
    const db = await openDialect(dialect)
    await startStream(db)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let sayCounted = () => {}
    const counted = new Promise<void>((resolve) => {
      sayCounted = resolve
    })
    const endless = db.transaction(async (tx) => {
      await count(db, tx)
      sayCounted()
      await new Promise(() => {})
    })
    const next = db.transaction((tx) => count(db, tx))
    await counted
    vi.advanceTimersByTime(10_000)
    await expect(endless).rejects.toThrow('rolled back')
    expect(await next).toBe(1)
  })
})

describe.each(dialects)('reading on %s', (dialect) => {
  test('refuses to write, even by a prepared statement', async () => {
    const db = await openDialect(dialect)
    await expect(db.read.hot(addMark, mark('a'))).rejects.toThrow()
    await expect(db.snapshot((read) => read.hot(addMark, mark('a')))).rejects.toThrow()
    expect(await marksOf(db)).toEqual([])
  })

  test('in a snapshot sees one moment while writes go on', async () => {
    const db = await openDialect(dialect)
    const put = (name: string) => db.transaction((tx) => tx.hot(addMark, mark(name)))
    await put('a')
    await db.snapshot(async (read) => {
      expect(await read.$count(db.tables.marks)).toBe(1)
      await put('b')
      expect(await read.$count(db.tables.marks)).toBe(1)
      expect(await read.hot(markNamed, { name: 'b' })).toEqual([])
    })
    expect(await db.snapshot((read) => read.$count(db.tables.marks))).toBe(2)
  })

  test('joins and counts', async () => {
    const db = await openDialect(dialect)
    const { persons, seats } = db.tables
    await db.transaction(async (tx) => {
      await tx.insert(persons).values([
        { id: 'p', name: 'Ada', joinedAt: '2025-01-01' },
        { id: 'q', name: null, joinedAt: '2025-01-01' },
      ])
      await tx.insert(seats).values({ unitId: 'u', personId: 'p', role: 'member', since: '2025-01-01' })
    })
    const rows = await db.read
      .select({ name: persons.name, role: seats.role })
      .from(persons)
      .leftJoin(seats, eq(seats.personId, persons.id))
      .orderBy(persons.id)
    expect(rows).toEqual([
      { name: 'Ada', role: 'member' },
      { name: null, role: null },
    ])
    const seated = db.read.$with('seated').as(db.read.selectDistinct({ id: seats.personId }).from(seats))
    expect(await db.read.with(seated).select().from(seated)).toEqual([{ id: 'p' }])
  })
})

describe.each(dialects)('a prepared statement on %s', (dialect) => {
  test('answers again and again with the values of each run', async () => {
    const db = await openDialect(dialect)
    for (const name of ['a', 'b', 'c']) await db.transaction((tx) => tx.hot(addMark, mark(name)))
    expect(await db.read.hot(markNamed, { name: 'b' })).toEqual([mark('b')])
    expect(await db.read.hot(markNamed, { name: 'c' })).toEqual([mark('c')])
    expect(await db.read.hot(markNamed, { name: 'z' })).toEqual([])
  })

  test('carries flags, JSON, whole numbers and nothing in and out as the builders do', async () => {
    const put = defineHot((q, t, param: Params<{ id: string; invented: boolean; url: string | null }>) =>
      q
        .insert(t.sources)
        .values({
          id: param('id'),
          producer: '',
          title: '',
          licence: '',
          url: param('url'),
          invented: param('invented'),
        })
        .returning({ id: t.sources.id, invented: t.sources.invented, url: t.sources.url }),
    )
    const find = defineHot((q, t, param: Params<{ invented: boolean }>) =>
      q
        .select({ id: t.sources.id, length: sql<number>`length(${t.sources.id})`.mapWith(Number).as('length') })
        .from(t.sources)
        .where(eq(t.sources.invented, param('invented'))),
    )
    const db = await openDialect(dialect)
    const row = await db.transaction((tx) => tx.hot(put, { id: 'ab', invented: true, url: null }))
    expect(row).toEqual([{ id: 'ab', invented: true, url: null }])
    expect(await db.read.hot(find, { invented: true })).toEqual([{ id: 'ab', length: 2 }])
    expect(await db.read.hot(find, { invented: false })).toEqual([])
  })

  test('raises a column to a value given at the run', async () => {
    const raise = defineHot((q, t, param: Params<{ id: string; number: number }>) =>
      q
        .update(t.streams)
        .set({ number: param('number') })
        .where(eq(t.streams.id, param('id'))),
    )
    const db = await openDialect(dialect)
    await startStream(db)
    await db.transaction((tx) => tx.hot(raise, { id: 's', number: Number.MAX_SAFE_INTEGER }))
    expect((await db.read.select().from(db.tables.streams))[0]?.number).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('refuses a value that is not given, and a selection of whole joined tables', async () => {
    const db = await openDialect(dialect)
    const joined = defineHot((q, t) => q.select().from(t.seats).innerJoin(t.units, eq(t.seats.unitId, t.units.id)))
    await expect(db.read.hot(joined, {})).rejects.toThrow('names its columns')
    const short: unknown = {}
    await expect(db.read.hot(markNamed, short as { name: string })).rejects.toThrow('misses its value “name”')
  })
})

describe.each(dialects)('opening %s', (dialect) => {
  test('finds what was there, and may happen twice at once', async () => {
    const { where, remove } = await makePlace(dialect)
    const [one, two] = await Promise.all([openDb(where), openDb(where)])
    await one.transaction((tx) => tx.hot(addMark, mark('a')))
    await one.close()
    expect(await marksOf(two)).toEqual(['a'])
    await two.close()
    await expect(two.transaction(async () => {})).rejects.toThrow()
    await remove()
  })

  test('lets transactions under way end before it closes', async () => {
    const { where, remove } = await makePlace(dialect)
    const db = await openDb(where)
    const work = Promise.all(['a', 'b', 'c'].map((name) => db.transaction((tx) => tx.hot(addMark, mark(name)))))
    await Promise.all([work, db.close()])
    const again = await openDb(where)
    expect(await marksOf(again)).toEqual(['a', 'b', 'c'])
    await again.close()
    await remove()
  })
})
