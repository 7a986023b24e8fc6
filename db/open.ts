import { eq } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { restoring } from '#db/backup.ts'
import type { Hot } from '#db/hot.ts'
import { migratePostgres, migrateSqlite } from '#db/migrate.ts'
import { openPostgres } from '#db/postgres.ts'
import { openSqlite } from '#db/sqlite.ts'
import type { Tables } from '#db/tables.ts'

export { defineHot, type Params } from '#db/hot.ts'

type Builders = BaseSQLiteDatabase<'async', unknown>
type With = ReturnType<Builders['with']>

/** Reads what is committed. Only `await` its builders: `.all`, `.get`, `.run` exist on one dialect only. */
export interface Reader extends Pick<Builders, 'select' | 'selectDistinct' | '$count' | '$with'> {
  with(...queries: Parameters<Builders['with']>): Pick<With, 'select' | 'selectDistinct'>
  /** Runs a statement prepared once; see `defineHot`. */
  hot<P, A>(statement: Hot<P, A>, values: P): Promise<A>
}

/** Reads and writes inside one transaction; of no use once its work has ended. */
export interface Tx extends Reader, Pick<Builders, 'insert' | 'update' | 'delete'> {}

/** The builders from which a hot statement is made. */
export type Queries = Omit<Tx, 'hot'>

export interface Db {
  readonly dialect: 'sqlite' | 'postgres'
  readonly tables: Tables
  readonly read: Reader
  /**
   * Runs `work` whole or not at all; resolved means durable.
   * No network, timer or other slow thing inside: SQLite has one writer, and everybody waits for it.
   * Refuses a transaction inside a transaction.
   */
  transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R>
  /** Several reads that all see one moment, however long they take. */
  snapshot<R>(work: (read: Reader) => Promise<R>): Promise<R>
  /** Lets what is under way end, then closes every connection. */
  close(): Promise<void>
}

export type Where = { readonly sqliteFile: string } | { readonly postgresUrl: string }

/**
 * Opens the database, brings its tables up to date (one node at a time), and gives it ready for use.
 *
 * Refuses a database in which a restore was broken off.
 */
export async function openDb(where: Where): Promise<Db> {
  const db = await migrateAndOpen(where)
  const { marks } = db.tables
  if ((await db.read.$count(marks, eq(marks.name, restoring))) === 0) return db
  await db.close()
  throw new Error('A restore into this database was broken off; restore into a new, empty one.')
}

async function migrateAndOpen(where: Where): Promise<Db> {
  if ('sqliteFile' in where) {
    migrateSqlite(where.sqliteFile)
    return openSqlite(where.sqliteFile)
  }
  await migratePostgres(where.postgresUrl)
  return openPostgres(where.postgresUrl)
}
