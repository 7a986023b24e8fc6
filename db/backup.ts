import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { asc, type Column, getTableColumns, sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { migrationNames } from '#db/migrate.ts'
import type { Db, Reader } from '#db/open.ts'
import { sqliteTables } from '#db/tables.ts'

/** Rows that are read, or written in one transaction, at a time. */
const pageSize = 1000
/** Stands in the table of marks while a restore is under way; `openDb` refuses a database that has it. */
export const restoring = 'restoring'

const Head = z.object({ backup: z.literal('negotium/1'), migration: z.string() })
const Row = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })
const End = z.object({ end: z.object({ rows: z.int(), sha256: z.string() }) })
const Line = z.union([Head, Row, End])

/**
 * Writes everything a database holds into one file, while it is in use.
 *
 * Takes a path where no file is yet. The file is newline-delimited JSON, the same for both databases, so that it also
 * moves an installation from one to the other; it holds what the private stream holds: keep it as you keep the database.
 * Gives the number of rows; the file appears under its name only when it is whole and on the disk.
 */
export async function backupTo(db: Db, file: string): Promise<number> {
  const part = `${file}.part`
  const hash = createHash('sha256')
  // Fails where the file is there already.
  const reserved = await open(file, 'wx', 0o600)
  await reserved.close()
  const out = await open(part, 'w', 0o600)
  let rows = 0
  const write = async (lines: readonly object[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    hash.update(text)
    await out.write(text)
  }
  try {
    await write([{ backup: 'negotium/1', migration: migrationNames().at(-1) ?? '' }])
    await db.snapshot(async (read) => {
      for (const name of Object.keys(sqliteTables)) {
        for await (const page of pagesOf(read, tableOf(db, name), keyOf(name))) {
          rows += page.length
          await write(page.map((row) => ({ table: name, row })))
        }
      }
    })
    await out.write(`${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`)
    await out.sync()
  } finally {
    await out.close()
  }
  await rename(part, file)
  return rows
}

/**
 * Fills an empty database from a backup.
 *
 * Gives the number of rows. Refuses a database that holds anything, and a file that was cut short, altered, or written
 * by a newer version, before the first row is written.
 */
export async function restoreFrom(file: string, db: Db): Promise<number> {
  await verify(file)
  for (const name of Object.keys(sqliteTables)) {
    if ((await db.read.$count(tableOf(db, name))) > 0)
      throw new Error('A backup is restored only into an empty database.')
  }
  const { marks } = db.tables
  await db.transaction((tx) => tx.insert(marks).values({ name: restoring, value: file }).returning())
  let rows = 0
  for await (const page of rowPages(file)) {
    await db.transaction(async (tx) => {
      for (const [name, values] of byTable(page)) await tx.insert(tableOf(db, name)).values(values)
    })
    rows += page.length
  }
  await db.transaction((tx) => tx.delete(marks).where(sql`${marks.name} = ${restoring}`).returning())
  return rows
}

/** The casts: which table it is does not matter here, only that its rows are kept as they are. */
function tableOf(db: Db, name: string): SQLiteTable {
  const table = Object.entries(db.tables).find(([known]) => known === name)?.[1]
  if (!table) throw new Error(`The backup has a table “${name}” that this version does not know.`)
  return table as SQLiteTable
}

/** The names of a table's key in their order, from the text that both databases are made from. */
function keyOf(name: string): string[] {
  const table = Object.entries(sqliteTables).find(([known]) => known === name)?.[1]
  const config = table && getTableConfig(table)
  const key = config?.primaryKeys[0]?.columns ?? config?.columns.filter((column) => column.primary) ?? []
  if (key.length === 0) throw new Error(`The table “${name}” has no key to read it by.`)
  return key.map((column) => column.name)
}

/** Every row of a table, page by page in the order of its key. */
async function* pagesOf(read: Reader, table: SQLiteTable, key: readonly string[]) {
  const columns = Object.entries<Column>(getTableColumns(table))
  const keyColumns = key.flatMap((name) =>
    columns.filter(([property]) => property === name).map(([, column]) => column),
  )
  let last: Record<string, unknown> | undefined
  do {
    const after = last
    const tuple = (parts: readonly unknown[]) =>
      sql`(${sql.join(
        parts.map((part) => sql`${part}`),
        sql`, `,
      )})`
    const page: Record<string, unknown>[] = await read
      .select()
      .from(table)
      .where(after && sql`${tuple(keyColumns)} > ${tuple(key.map((name) => after[name]))}`)
      .orderBy(...keyColumns.map((column) => asc(column)))
      .limit(pageSize)
    if (page.length > 0) yield page
    last = page.length === pageSize ? page.at(-1) : undefined
  } while (last)
}

/** Splits at line feeds alone: Node's readline also splits at U+2028, which JSON leaves as it is. */
async function* linesOf(file: string) {
  let rest = ''
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Reads a backup to its end and finds out whether it is whole. */
async function verify(file: string): Promise<void> {
  const hash = createHash('sha256')
  let rows = 0
  let head: z.infer<typeof Head> | undefined
  let end: z.infer<typeof End> | undefined
  for await (const text of linesOf(file)) {
    const line = Line.safeParse(parse(text)).data
    if (!line || end || !(head || 'backup' in line)) throw new Error('This is not a backup, or it was altered.')
    if ('end' in line) {
      end = line
      continue
    }
    hash.update(`${text}\n`)
    if ('row' in line) rows += 1
    else head = line
  }
  if (!head || !end) throw new Error('The backup was cut short.')
  if (end.end.rows !== rows || end.end.sha256 !== hash.digest('hex')) throw new Error('The backup was altered.')
  if (!migrationNames().includes(head.migration)) throw new Error('The backup was written by a newer version.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function* rowPages(file: string) {
  let page: z.infer<typeof Row>[] = []
  for await (const text of linesOf(file)) {
    const line = Row.safeParse(parse(text)).data
    if (line) page.push(line)
    if (page.length === pageSize) {
      yield page
      page = []
    }
  }
  if (page.length > 0) yield page
}

/** Rows by table, in groups small enough for the number of values that one statement may carry. */
function byTable(page: readonly z.infer<typeof Row>[]): [string, Record<string, unknown>[]][] {
  const groups: [string, Record<string, unknown>[]][] = []
  for (const { table, row } of page) {
    const group = groups.at(-1)
    if (group && group[0] === table && group[1].length < 100) group[1].push(row)
    else groups.push([table, [row]])
  }
  return groups
}
