// Run by `npm run db:migrations -- what-changes` and, to compare only, by `npm run db:check`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Kit from 'drizzle-kit/api'
import { breakpoint, migrationNames, migrationsFolder } from '#db/migrate.ts'
import { postgresTables, sqliteTables } from '#db/tables.ts'

// The kit reaches for `require`, which modules do not have.
const kit: typeof Kit = createRequire(import.meta.url)('drizzle-kit/api')
const none = '00000000-0000-0000-0000-000000000000'

/** What the tables are now, and the statements that lead there from the shapes kept in db/migrations. */
async function compare() {
  const [sqliteWas, postgresWas] = await Promise.all([
    keptSqlite() ?? kit.generateSQLiteDrizzleJson({}),
    keptPostgres() ?? kit.generateDrizzleJson({}),
  ])
  const sqliteIs = await kit.generateSQLiteDrizzleJson({ ...sqliteTables }, none)
  const postgresIs = kit.generateDrizzleJson({ ...postgresTables }, none)
  return {
    sqlite: { shape: sqliteIs, statements: await kit.generateSQLiteMigration(sqliteWas, sqliteIs) },
    postgres: { shape: postgresIs, statements: await kit.generateMigration(postgresWas, postgresIs) },
  }
}

const shapeFile = (dialect: string) => join(migrationsFolder(), `${dialect}.json`)

function keptSqlite(): Kit.DrizzleSQLiteSnapshotJSON | undefined {
  return existsSync(shapeFile('sqlite')) ? JSON.parse(readFileSync(shapeFile('sqlite'), 'utf8')) : undefined
}

function keptPostgres(): Kit.DrizzleSnapshotJSON | undefined {
  return existsSync(shapeFile('postgres')) ? JSON.parse(readFileSync(shapeFile('postgres'), 'utf8')) : undefined
}

/** The statements, per dialect, that db/tables.ts has and db/migrations has not: none where both agree. */
export async function outstanding(): Promise<{ sqlite: string[]; postgres: string[] }> {
  const { sqlite, postgres } = await compare()
  return { sqlite: sqlite.statements, postgres: postgres.statements }
}

async function write(title: string): Promise<string> {
  const found = await compare()
  if (found.sqlite.statements.length + found.postgres.statements.length === 0) return 'Tables and migrations agree.'
  const folder = `${String(migrationNames().length + 1).padStart(4, '0')}-${title}`
  mkdirSync(join(migrationsFolder(), folder))
  for (const [dialect, { shape, statements }] of Object.entries(found)) {
    writeFileSync(join(migrationsFolder(), folder, `${dialect}.sql`), `${statements.join(`\n${breakpoint}\n`)}\n`)
    writeFileSync(shapeFile(dialect), `${JSON.stringify({ ...shape, id: none }, null, 1)}\n`)
  }
  return `Wrote db/migrations/${folder}.`
}

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--check')) {
    const { sqlite, postgres } = await outstanding()
    const lacking = [...sqlite, ...postgres]
    if (lacking.length > 0) process.exitCode = 1
    console.log(
      lacking.length === 0
        ? 'Tables and migrations agree.'
        : `db/tables.ts has changes that no migration makes; run npm run db:migrations -- what-changes.\n${lacking.join('\n')}`,
    )
    return
  }
  const title = words[0] ?? ''
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(title)) throw new Error('Say in a few-joined-words what changes.')
  console.log(await write(title))
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2))
