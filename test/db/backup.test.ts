import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupTo, restoreFrom, restoring } from '#db/backup.ts'
import { type Db, openDb } from '#db/open.ts'
import { dialects, makePlace, openDialect } from '#test/support/dialects.ts'

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'backup.ndjson')
}

/** Rows of every awkward kind, and more observations than one page of a backup. */
const fill = (db: Db) =>
  db.transaction(async (tx) => {
    const { sources, statements, observations, entries } = db.tables
    await tx.insert(sources).values({ id: 's', producer: 'Öffice', title: 'a\u2028b\nc', licence: '', invented: true })
    await tx.insert(statements).values({
      id: 'one',
      proposalId: 'p',
      unitId: 'u',
      personId: 'x',
      kind: 'question',
      anchor: { kind: 'proposal' },
      number: Number.MAX_SAFE_INTEGER,
      at: '2025-01-01T00:00:00.000Z',
    })
    await tx
      .insert(entries)
      .values({ stream: 'u', number: 1, at: '', act: 'a', actor: 'b', canonical: '{"b":1, "a":2}', hash: '' })
    for (let start = 0; start < 2500; start += 100) {
      await tx.insert(observations).values(Array.from({ length: 100 }, (_, i) => observation(start + i)))
    }
  })

const observation = (i: number) => ({
  seriesId: `series-${i % 7}`,
  period: `p${i}`,
  fromNumber: i,
  validFrom: '',
  entered: `${i}.50`,
  mantissa: i * 100 + 50,
  scale: 2,
  rounded: i % 2 === 0,
  status: 'final' as const,
  batch: '',
})

/** Every row of a database, table by table, in an order that does not depend on the database. */
async function everything(db: Db): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [name, table] of Object.entries(db.tables)) {
    const rows = await db.read.select().from(table)
    found[name] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
  }
  return found
}

describe.each(dialects)('a backup of %s', (dialect) => {
  test.each(dialects)('restores into %s row for row', async (other) => {
    const db = await openDialect(dialect)
    await fill(db)
    const file = freshFile()
    expect(await backupTo(db, file)).toBe(2503)
    const restored = await openDialect(other)
    expect(await restoreFrom(file, restored)).toBe(2503)
    expect(await everything(restored)).toEqual(await everything(db))
  })

  test('holds one moment while writes go on', async () => {
    const db = await openDialect(dialect)
    await fill(db)
    const { marks, persons } = db.tables
    let writing = true
    // Each transaction keeps a mark and a person: a moment has as many of the one as of the other.
    const writes = (async () => {
      for (let i = 0; writing; i++) {
        await db.transaction(async (tx) => {
          await tx.insert(marks).values({ name: String(i), value: '' })
          await tx.insert(persons).values({ id: String(i), name: null, joinedAt: '' })
        })
      }
    })()
    const file = freshFile()
    await backupTo(db, file)
    writing = false
    await writes
    const restored = await openDialect(dialect)
    await restoreFrom(file, restored)
    const kept = await restored.read.$count(restored.tables.marks)
    expect(await restored.read.$count(restored.tables.persons)).toBe(kept)
    expect(await db.read.$count(marks)).toBeGreaterThan(kept)
  })
})

describe('a restore', () => {
  const madeBackup = async () => {
    const db = await openDialect('sqlite')
    await fill(db)
    const file = freshFile()
    await backupTo(db, file)
    return { db, file }
  }

  test('refuses a database that is not empty', async () => {
    const { db, file } = await madeBackup()
    await expect(restoreFrom(file, db)).rejects.toThrow('only into an empty database')
  })

  test.each([
    ['a lost tail', (text: string) => text.slice(0, -200)],
    ['a lost last line', (text: string) => text.split('\n').slice(0, -2).join('\n')],
    [
      'a lost row',
      (text: string) =>
        text
          .split('\n')
          .filter((_, i) => i !== 7)
          .join('\n'),
    ],
    ['an altered byte', (text: string) => text.replace('"entered":"7.50"', '"entered":"7.51"')],
    ['a newer version', (text: string) => text.replace(/"migration":"[^"]*"/, '"migration":"9999-later"')],
    ['another file', () => 'unit,product,amount\n'],
    ['an empty file', () => ''],
  ])('refuses %s before the first row is written', async (_what, spoil) => {
    const { file } = await madeBackup()
    writeFileSync(file, spoil(readFileSync(file, 'utf8')))
    const target = await openDialect('sqlite')
    await expect(restoreFrom(file, target)).rejects.toThrow(/backup/i)
    expect(Object.values(await everything(target)).flat()).toEqual([])
  })

  test('that was broken off leaves a database that is not opened', async () => {
    const { where, remove } = await makePlace('sqlite')
    const db = await openDb(where)
    await db.transaction((tx) => tx.insert(db.tables.marks).values({ name: restoring, value: '' }).returning())
    await db.close()
    await expect(openDb(where)).rejects.toThrow('broken off')
    await remove()
  })

  test('leaves a file that is there already as it is', async () => {
    const { db, file } = await madeBackup()
    const before = readFileSync(file, 'utf8')
    await expect(backupTo(db, file)).rejects.toThrow()
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})
