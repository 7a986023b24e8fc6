import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import postgres from 'postgres'

/** Any whole number, the same on every node: whoever holds it on PostgreSQL migrates, the others wait. */
const lock = 7_366_846_811
/** A mark that the generator sets between statements. */
export const breakpoint = '--> statement-breakpoint'

interface Step {
  readonly name: string
  readonly statements: readonly string[]
}

/**
 * Where the migrations are: beside this file in the source tree, `../db/migrations` from the bundle in `build/`,
 * and else under the folder that the program was started in.
 */
export function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, 'migrations'), join(here, '../db/migrations'), join(process.cwd(), 'db/migrations')]
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error(`The folder db/migrations was not found; looked for ${places.join(', ')}.`)
  return found
}

/** The changes of the tables in order: one folder each. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** What each change says to one dialect. */
function steps(dialect: 'sqlite' | 'postgres'): Step[] {
  return migrationNames().map((name) => {
    const text = readFileSync(join(migrationsFolder(), name, `${dialect}.sql`), 'utf8')
    return { name, statements: text.split(breakpoint).filter((statement) => statement.trim() !== '') }
  })
}

const ledger = 'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY NOT NULL, at text NOT NULL)'

/** Brings a SQLite file up to date; a file that does not exist is made. All steps or none. */
export function migrateSqlite(file: string): void {
  const connection = new Database(file, { timeout: 30_000 })
  try {
    connection.pragma('journal_mode = WAL')
    // Rebuilding a table drops it for a moment; what refers to it is checked before the commit.
    connection.pragma('foreign_keys = OFF')
    const run = connection.transaction(() => {
      connection.exec(ledger)
      const done = new Set(connection.prepare('SELECT name FROM migrations').pluck().all())
      for (const step of steps('sqlite')) {
        if (done.has(step.name)) continue
        for (const statement of step.statements) connection.exec(statement)
        connection.prepare('INSERT INTO migrations VALUES (?, ?)').run(step.name, new Date().toISOString())
      }
      const broken = connection.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) throw new Error('A migration broke references between rows.')
    })
    run.immediate()
  } finally {
    connection.close()
  }
}

/** Brings a PostgreSQL database up to date: all steps or none, one node at a time. */
export async function migratePostgres(url: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await connection.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(${lock})`
      await tx.unsafe(ledger)
      const done = new Set((await tx<{ name: string }[]>`SELECT name FROM migrations`).map((row) => row.name))
      for (const step of steps('postgres')) {
        if (done.has(step.name)) continue
        for (const statement of step.statements) await tx.unsafe(statement)
        await tx`INSERT INTO migrations VALUES (${step.name}, ${new Date().toISOString()})`
      }
    })
  } finally {
    await connection.end()
  }
}
