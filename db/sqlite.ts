import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { compile, type Hot, type Values } from '#db/hot.ts'
import type { Db, Tx } from '#db/open.ts'
import { openQueue } from '#db/sqlite-queue.ts'
import { sqliteTables } from '#db/tables.ts'

/** Statement texts kept prepared per connection. */
const keptStatements = 500

/** Opens a migrated SQLite file: one connection writes, behind a queue; another reads what is committed. */
export function openSqlite(file: string): Db {
  const writer = connect(file, false)
  const reader = connect(file, true)
  const queue = openQueue(writer, queriesOf(writer))
  return {
    dialect: 'sqlite',
    tables: sqliteTables,
    read: queriesOf(reader),
    transaction: queue.add,
    snapshot: async (work) => {
      const connection = connect(file, true)
      try {
        // The read pins the moment: BEGIN alone waits for the first read.
        connection.exec('BEGIN; SELECT 1 FROM sqlite_schema;')
        return await work(queriesOf(connection))
      } finally {
        connection.close()
      }
    },
    close: async () => {
      await queue.end()
      reader.close()
      writer.close()
    },
  }
}

function connect(file: string, readonly: boolean): Database.Database {
  const connection = new Database(file, { readonly, timeout: 5000 })
  if (!readonly) connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // What a job in a batch would take back if it failed is noted in memory: in a file it costs more than the job itself.
  connection.pragma('temp_store = MEMORY')
  return connection
}

/** The query builders of one connection. The cast: they answer at once here, and are awaited as PostgreSQL's are. */
function queriesOf(connection: Database.Database): Tx {
  const builders = drizzle(keepingStatements(connection))
  const prepared = new Map<unknown, (values: Values) => unknown>()
  const prepare = (statement: Hot<never, unknown>) => {
    const { text, returnsRows, bind, row } = compile(statement, queries, sqliteTables, withoutBooleans)
    const native = connection.prepare(text)
    if (!returnsRows) return (values: Values) => native.run(bind(values))
    const raw = native.raw()
    return (values: Values) => (raw.all(bind(values)) as unknown[][]).map(row)
  }
  const hot = async (statement: Hot<never, unknown>, values: Values) => {
    let run = prepared.get(statement)
    if (!run) {
      run = prepare(statement)
      prepared.set(statement, run)
    }
    return run(values)
  }
  const queries = Object.assign(builders, { hot }) as unknown as Tx
  return queries
}

/** SQLite has no booleans of its own. */
const withoutBooleans = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)

/** The same connection to drizzle, which prepares a text anew at each run; here a text met before is at hand. */
function keepingStatements(connection: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    const known = kept.get(text)
    const statement = known ?? connection.prepare(text)
    // The order of the map is that of last use: the first key is the longest unused.
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  return Object.assign(Object.create(connection), { prepare })
}
