import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { afterAll, inject, onTestFinished } from 'vitest'
import { migrateSqlite } from '#db/migrate.ts'
import { type Db, openDb, type Where } from '#db/open.ts'
import { withDatabase } from '#test/support/address.ts'
import type { PostgresAnswer } from '#test/support/postgres.ts'

export type Dialect = Db['dialect']

const answer: PostgresAnswer = await (await fetch(inject('postgresDoor'))).json()
if ('fault' in answer && process.env.REQUIRE_ALL === '1') {
  throw new Error(`Everything must run, and PostgreSQL could not start: ${answer.fault}`)
}

/** The databases to run a suite on: `describe.each(dialects)`. PostgreSQL is left out, and named at the end, where it cannot start. */
export const dialects: readonly Dialect[] = 'fault' in answer ? ['sqlite'] : ['sqlite', 'postgres']

/** A fresh, migrated, empty database that nobody has opened yet. */
export interface Place {
  readonly where: Where
  /** Call when everything that uses it is closed. */
  remove(): Promise<void>
}

/** Makes a place for a database; for suites that share one, or that start a server of their own on it. */
export function makePlace(dialect: Dialect): Promise<Place> {
  return dialect === 'sqlite' ? makeFile() : makeDatabase()
}

/** Opens a fresh, empty database for the test that calls it; closed and removed when the test has finished. */
export async function openDialect(dialect: Dialect): Promise<Db> {
  const { where, remove } = await makePlace(dialect)
  const db = await openDb(where)
  onTestFinished(async () => {
    await db.close()
    await remove()
  })
  return db
}

let template: string | undefined
afterAll(() => template && rmSync(dirname(template), { recursive: true, force: true }))

async function makeFile(): Promise<Place> {
  if (!template) {
    const folder = mkdtempSync(join(tmpdir(), 'negotium-template-'))
    template = join(folder, 'template.sqlite')
    migrateSqlite(template)
  }
  const folder = mkdtempSync(join(tmpdir(), 'negotium-test-'))
  const sqliteFile = join(folder, 'test.sqlite')
  copyFileSync(template, sqliteFile)
  return { where: { sqliteFile }, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function makeDatabase(): Promise<Place> {
  if ('fault' in answer) throw new Error(`PostgreSQL could not start: ${answer.fault}`)
  const name = `negotium_test_${randomBytes(8).toString('hex')}`
  await asAdmin(answer.url, `CREATE DATABASE ${name} TEMPLATE ${answer.template}`)
  return {
    where: { postgresUrl: withDatabase(answer.url, name) },
    remove: () => asAdmin(answer.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(statement)
  } finally {
    await admin.end()
  }
}
