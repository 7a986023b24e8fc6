import { createHash } from 'node:crypto'
import type { Db } from '#db/open.ts'

/** Every row of every table, hashed: two of them are equal only where nothing at all has changed. */
export async function wholeDatabase(db: Db): Promise<string> {
  const hash = createHash('sha256')
  for (const [name, table] of Object.entries(db.tables)) {
    const rows = await db.read.select().from(table as typeof db.tables.marks)
    const texts = rows.map((row) => JSON.stringify(row)).sort()
    hash.update(`${name} ${texts.length}\n${texts.join('\n')}\n`)
  }
  return hash.digest('hex')
}
