import { AsyncLocalStorage } from 'node:async_hooks'
import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Compiled, compile, type Hot, type Values } from '#db/hot.ts'
import { lend, nested } from '#db/lend.ts'
import type { Db, Tx } from '#db/open.ts'
import { postgresTables } from '#db/tables.ts'

/** Connections per node for reading, and as many for writing, so that neither waits for the other. */
const poolSize = 10
const dialect = new PgDialect()
/** Tells a transaction inside a transaction from one beside it. */
const inside = new AsyncLocalStorage<true>()
/** A hot statement has the same text on every connection; the driver prepares it there at its first run. */
const compiled = new WeakMap<object, Compiled>()

/** Opens a migrated PostgreSQL database: transactions at read committed, because each act locks its stream first. */
export function openPostgres(url: string): Db {
  const writing = connect(url, {})
  const reading = connect(url, { default_transaction_read_only: true })
  return {
    dialect: 'postgres',
    tables: postgresTables,
    read: queriesOf(reading),
    transaction: async (work) => {
      if (inside.getStore()) throw nested()
      const done = await writing.begin('isolation level read committed', async (connection) => ({
        value: await lend(queriesOf(connection), (tx) => inside.run(true, work, tx)),
      }))
      return done.value
    },
    snapshot: async (work) => {
      const done = await reading.begin('isolation level repeatable read read only', async (connection) => ({
        value: await work(queriesOf(connection)),
      }))
      return done.value
    },
    close: async () => {
      await Promise.all([writing.end({ timeout: 30 }), reading.end({ timeout: 30 })])
    },
  }
}

function connect(url: string, connection: { default_transaction_read_only?: boolean }): postgres.Sql {
  const pool = postgres(url, {
    max: poolSize,
    onnotice: () => {},
    connection: { application_name: 'negotium', ...connection },
  })
  // Sets the pool's parsers, so that JSON and times reach drizzle's columns untouched.
  drizzle(pool)
  return pool
}

/** The query builders of the pool, or of a transaction's connection. The casts: both dialects are typed as SQLite's. */
function queriesOf(connection: postgres.Sql | postgres.TransactionSql): Tx {
  const client = connection as postgres.Sql
  const builders = new PgDatabase(dialect, new PostgresJsSession(client, dialect, undefined, {}), undefined)
  const hot = async (statement: Hot<never, unknown>, values: Values) => {
    let ready = compiled.get(statement)
    if (!ready) {
      ready = compile(statement, queries, postgresTables, (value) => value)
      compiled.set(statement, ready)
    }
    const { text, returnsRows, bind, row } = ready
    const answer = client.unsafe(text, bind(values) as never[], { prepare: true })
    return returnsRows ? (await answer.values()).map(row) : await answer
  }
  const queries = Object.assign(builders, { hot }) as unknown as Tx
  return queries
}
