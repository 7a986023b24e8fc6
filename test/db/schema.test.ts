import Database from 'better-sqlite3'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { outstanding } from '#db/generate-migrations.ts'
import { dialects, makePlace } from '#test/support/dialects.ts'

/** One table as a database itself describes it, in words that both share. */
interface Described {
  readonly columns: Record<string, string>
  readonly key: string[]
  readonly indexes: string[]
}

/** What each PostgreSQL type is kept as in SQLite. */
const keptAs: Record<string, string> = {
  text: 'TEXT',
  jsonb: 'TEXT',
  bigint: 'INTEGER',
  boolean: 'INTEGER',
  'double precision': 'REAL',
}

test('the migrations make exactly what db/tables.ts says', async () => {
  expect(await outstanding()).toEqual({ sqlite: [], postgres: [] })
})

test.runIf(dialects.includes('postgres'))('both databases have the same tables, types, keys and indexes', async () => {
  const lite = await describeSqlite()
  expect(Object.keys(lite)).toContain('entries')
  expect(await describePostgres()).toEqual(lite)
})

async function describeSqlite(): Promise<Record<string, Described>> {
  const { where, remove } = await makePlace('sqlite')
  onTestFinished(remove)
  if (!('sqliteFile' in where)) throw new Error('not a file')
  const db = new Database(where.sqliteFile, { readonly: true })
  const ask = <T>(text: string, ...values: string[]) => db.prepare(text).all(...values) as T[]
  const tables: Record<string, Described> = {}
  for (const { name } of ask<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)) {
    const columns = ask<{ name: string; type: string; notnull: number; pk: number }>(
      'SELECT * FROM pragma_table_info(?)',
      name,
    )
    const indexes = ask<{ name: string; unique: number; origin: string }>('SELECT * FROM pragma_index_list(?)', name)
    tables[name] = {
      columns: Object.fromEntries(
        columns.map((c) => [c.name, `${c.type.toUpperCase()} ${c.notnull === 1 ? 'always' : 'or null'}`]),
      ),
      key: columns
        .filter((c) => c.pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((c) => c.name),
      indexes: indexes
        .filter((index) => index.origin !== 'pk')
        .map((index) => {
          const parts = ask<{ name: string }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno', index.name)
          return `${index.name}: ${index.unique === 1 ? 'unique ' : ''}${parts.map((part) => part.name).join(', ')}`
        })
        .sort(),
    }
  }
  db.close()
  return tables
}

async function describePostgres(): Promise<Record<string, Described>> {
  const { where, remove } = await makePlace('postgres')
  onTestFinished(remove)
  if (!('postgresUrl' in where)) throw new Error('not a server')
  const db = postgres(where.postgresUrl, { max: 1 })
  const columns = await db<{ table: string; name: string; type: string; nullable: string }[]>`
    SELECT table_name AS table, column_name AS name, data_type AS type, is_nullable AS nullable
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`
  const indexes = await db<{ table: string; name: string; unique: boolean; key: boolean; columns: string[] }[]>`
    SELECT c.relname AS table, i.relname AS name, x.indisunique AS unique, x.indisprimary AS key,
      (SELECT array_agg(a.attname::text ORDER BY n.place)
       FROM unnest(x.indkey) WITH ORDINALITY n (attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n.attnum) AS columns
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
    JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'public'`
  await db.end()
  const tables: Record<string, Described> = {}
  for (const table of new Set(columns.map((column) => column.table))) {
    const own = indexes.filter((index) => index.table === table)
    tables[table] = {
      columns: Object.fromEntries(
        columns
          .filter((column) => column.table === table)
          .map((c) => [c.name, `${keptAs[c.type] ?? c.type} ${c.nullable === 'NO' ? 'always' : 'or null'}`]),
      ),
      key: own.find((index) => index.key)?.columns ?? [],
      indexes: own
        .filter((index) => !index.key)
        .map((index) => `${index.name}: ${index.unique ? 'unique ' : ''}${index.columns.join(', ')}`)
        .sort(),
    }
  }
  return tables
}
