import { eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { appendEntry, lockStream, nextMoment, readEntries, storyOf } from '#db/journal.ts'
import { type Db, openDb } from '#db/open.ts'
import { commitment, entryHash, noHash } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import { type Dialect, dialects, makePlace, openDialect } from '#test/support/dialects.ts'
import { openPen, openStreams } from '#test/support/small-record.ts'

const joined = (personId: string): JournalEvent => ({ kind: 'person.joined', personId })
const everything = { stream: 'mill', after: 0, limit: 1000 }

async function openMill(dialect: Dialect): Promise<Db> {
  const db = await openDialect(dialect)
  await openStreams(db, ['mill'])
  return db
}

/** Appends as a node whose clock says `clock`. */
const append = (db: Db, personId: string, clock: Date) =>
  db.transaction(async (tx) => {
    const locked = await lockStream(tx, 'mill')
    if (!locked) throw new Error('no stream')
    const at = nextMoment(clock, locked.at)
    const about = {
      stream: 'mill',
      number: locked.number,
      prev: locked.head,
      at,
      act: 'test',
      actor: personId,
      matter: null,
    }
    await appendEntry(tx, { ...about, body: {}, withheld: {}, events: [joined(personId)], newSalt: () => noHash })
    return locked.number
  })

describe.each(dialects)('the journal (%s)', (dialect) => {
  test('acts that come all at once get numbers without gaps, each chained to the one before', async () => {
    const db = await openMill(dialect)
    const numbers = await Promise.all(Array.from({ length: 40 }, (_, i) => append(db, `p${i}`, new Date())))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    const kept = await readEntries(db.read, db.tables, everything)
    let prev = noHash
    for (const [index, { entry, hash, canonical }] of kept.entries()) {
      expect(entry).toMatchObject({ number: index + 1, prev })
      expect(entryHash(prev, canonical)).toBe(hash)
      prev = hash
    }
    const [stream] = await db.read.select().from(db.tables.streams).where(eq(db.tables.streams.id, 'mill'))
    expect(stream).toMatchObject({ number: 40, head: prev })
  })

  test('a refusal gives its number back', async () => {
    const db = await openMill(dialect)
    await append(db, 'ada', new Date())
    const refused = db.transaction(async (tx) => {
      expect((await lockStream(tx, 'mill'))?.number).toBe(2)
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect(await append(db, 'bo', new Date())).toBe(2)
  })

  test('a stream that does not exist locks nothing', async () => {
    const db = await openMill(dialect)
    expect(await db.transaction((tx) => lockStream(tx, 'moon'))).toBeUndefined()
  })

  test('two nodes whose clocks differ by an hour never date an entry before its predecessor', async () => {
    const { where, remove } = await makePlace(dialect)
    const nodes = [await openDb(where), await openDb(where)] as const
    onTestFinished(async () => {
      for (const node of nodes) await node.close()
      await remove()
    })
    await openStreams(nodes[0], ['mill'])
    for (let turn = 0; turn < 10; turn++) {
      await append(nodes[0], `ahead${turn}`, new Date(Date.UTC(2026, 5, 1, 12, turn)))
      await append(nodes[1], `behind${turn}`, new Date(Date.UTC(2026, 5, 1, 11, turn)))
    }
    const moments = (await readEntries(nodes[0].read, nodes[0].tables, everything)).map(({ entry }) => entry.at)
    expect(moments).toHaveLength(20)
    expect(moments).toEqual([...moments].sort())
    expect(moments.at(-1)).toBe('2026-06-01T12:09:00.000Z')
  })

  test('an entry’s text is stored byte for byte as it was hashed, whatever it holds', async () => {
    const db = await openMill(dialect)
    const pen = openPen(db)
    const odd = { z: 1, a: 'é 🌾 \u202e \u2028 "\\/', 10: [1e21, 0.1, -0, 1e-7], ü: null }
    const { hash } = await pen.tell({
      ...{ stream: 'mill', act: 'test', actor: 'ada', events: [{ ...joined('ada'), odd } as unknown as JournalEvent] },
    })
    const [kept] = await readEntries(db.read, db.tables, everything)
    expect(kept?.canonical).toContain(
      '"odd":{"10":[1e+21,0.1,0,1e-7],"a":"é 🌾 \u202e \u2028 \\"\\\\/","z":1,"ü":null}',
    )
    expect(entryHash(noHash, kept?.canonical ?? '')).toBe(hash)
  })

  test('a withheld value stands beside its commitment, and can be dropped without touching the chain', async () => {
    const db = await openMill(dialect)
    const pen = openPen(db)
    const said = { text: { value: 'Too much! 🌾', sight: 'public' as const } }
    await pen.tell({ stream: 'mill', act: 'test', actor: 'ada', events: [joined('ada')], withheld: said, matter: 'p1' })
    await pen.tell({ stream: 'mill', act: 'test', actor: 'bo', events: [joined('bo')], matter: 'p2' })
    const { withheld } = db.tables
    const [value] = await db.read.select().from(withheld)
    const before = await readEntries(db.read, db.tables, everything)
    expect(before[0]?.canonical).not.toContain('Too much')
    expect(before[0]?.entry.withheld.text).toBe(commitment('Too much! 🌾', value?.salt ?? ''))
    await db.transaction((tx) => tx.delete(withheld))
    expect(await readEntries(db.read, db.tables, everything)).toEqual(before)
  })

  test('a matter’s story is told oldest first, and a gap is caught up by number', async () => {
    const db = await openMill(dialect)
    const pen = openPen(db)
    for (const [actor, matter] of [
      ['ada', 'p1'],
      ['bo', 'p2'],
      ['cy', 'p1'],
    ] as const)
      await pen.tell({ stream: 'mill', act: 'test', actor, events: [joined(actor)], matter })
    expect((await storyOf(db.read, db.tables, 'p1')).map(({ entry }) => entry.actor)).toEqual(['ada', 'cy'])
    const missed = await readEntries(db.read, db.tables, { stream: 'mill', after: 1, limit: 1 })
    expect(missed.map(({ entry }) => entry.number)).toEqual([2])
  })
})
