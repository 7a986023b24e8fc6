import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteKit } from '#db/columns.ts'
import { openDb } from '#db/open.ts'
import { makePlace } from '#test/support/dialects.ts'

const parents = sqliteKit.table('parents', { id: sqliteKit.text().primaryKey() })
const children = sqliteKit.table('children', { parentId: sqliteKit.text() })

/** A file with a reference that SQLite checks only at the commit: the way to make a commit fail. */
async function openWithReferences() {
  const { where, remove } = await makePlace('sqlite')
  if (!('sqliteFile' in where)) throw new Error('not a file')
  const file = new Database(where.sqliteFile)
  file.exec('CREATE TABLE parents (id text PRIMARY KEY)')
  file.exec('CREATE TABLE children (parentId text REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)')
  file.close()
  const db = await openDb(where)
  const close = async () => {
    await db.close()
    await remove()
  }
  return { db, file: where.sqliteFile, close }
}

test('a commit that fails fails everybody in it, keeps nothing, and lets the next ones through', async () => {
  const { db, close } = await openWithReferences()
  const add = (id: string) => db.transaction((tx) => tx.insert(parents).values({ id }).returning())
  const orphan = db.transaction((tx) => tx.insert(children).values({ parentId: 'nobody' }).returning())
  const ended = await Promise.allSettled([add('a'), orphan, add('b')])
  expect(ended.map((end) => end.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await db.read.$count(parents)).toBe(0)
  await add('c')
  expect(await db.read.select().from(parents)).toEqual([{ id: 'c' }])
  await close()
})

test('an answered transaction is on the disk: another connection reads it at once', async () => {
  const { db, file, close } = await openWithReferences()
  const other = new Database(file, { readonly: true })
  const all = Array.from({ length: 300 }, (_, i) =>
    db
      .transaction((tx) =>
        tx
          .insert(parents)
          .values({ id: String(i) })
          .returning(),
      )
      .then(() => other.prepare('SELECT count(*) FROM parents WHERE id = ?').pluck().get(String(i))),
  )
  expect(new Set(await Promise.all(all))).toEqual(new Set([1]))
  other.close()
  await close()
})

test('what arrives while others run is done after them, in the order of arrival', async () => {
  const { db, close } = await openWithReferences()
  const order: string[] = []
  const note = (name: string) =>
    db.transaction(async (tx) => {
      await tx.insert(parents).values({ id: name })
      order.push(name)
    })
  const first = note('a').then(() => note('d'))
  await Promise.all([first, note('b'), note('c')])
  expect(order).toEqual(['a', 'b', 'c', 'd'])
  await close()
})
