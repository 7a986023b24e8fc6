import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, PostgresJsSession } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Compiled, compile, type Hot } from '#db/hot.ts'
import { lend, refuseNesting } from '#db/lend.ts'
import type { Db, Tx } from '#db/open.ts'
import { postgresTables } from '#db/tables.ts'

/** Connections per node. */
const poolSize = 10
const dialect = new PgDialect()
/** A hot statement has the same text on every connection; the driver prepares it there at its first run. */
const compiled = new WeakMap<object, Compiled>()

/** Opens a migrated PostgreSQL database: a pool, and transactions at read committed (each act locks its stream first). */
export function openPostgres(url: string): Db {
  const pool = postgres(url, { max: poolSize, onnotice: () => {}, connection: { application_name: 'negotium' } })
  // Sets the pool's parsers, so that JSON and times reach drizzle's columns untouched.
  drizzle(pool)
  const within = async <R>(mode: string, work: (tx: Tx) => Promise<R>): Promise<R> => {
    refuseNesting()
    const done = await pool.begin(mode, async (connection) => ({ value: await lend(queriesOf(connection), work) }))
    return done.value
  }
  return {
    dialect: 'postgres',
    tables: postgresTables,
    read: queriesOf(pool),
    transaction: (work) => within('isolation level read committed', work),
    snapshot: (work) => within('isolation level repeatable read read only', work),
    close: () => pool.end({ timeout: 30 }),
  }
}

/** The query builders of the pool, or of a transaction's connection. The casts: both dialects are typed as SQLite's. */
function queriesOf(connection: postgres.Sql | postgres.TransactionSql): Tx {
  const client = connection as postgres.Sql
  const builders = new PgDatabase(dialect, new PostgresJsSession(client, dialect, undefined, {}), undefined)
  const hot = async (statement: Hot<never, unknown>, values: object) => {
    let ready = compiled.get(statement)
    if (!ready) {
      ready = compile(statement, queries, postgresTables)
      compiled.set(statement, ready)
    }
    const { text, returnsRows, bind, row } = ready
    const answer = client.unsafe(text, bind({ ...values }) as never[], { prepare: true })
    return returnsRows ? (await answer.values()).map(row) : await answer
  }
  const queries = Object.assign(builders, { hot }) as unknown as Tx
  return queries
}
