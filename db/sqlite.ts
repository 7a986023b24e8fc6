import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { compile, type Hot } from '#db/hot.ts'
import { lend, refuseNesting } from '#db/lend.ts'
import type { Db, Tx } from '#db/open.ts'
import { sqliteTables } from '#db/tables.ts'

/** At most so many waiting transactions share one commit. */
const batchSize = 256
/** Milliseconds that one transaction may hold the writer before it is rolled back. */
const patience = 10_000

interface Job {
  readonly work: (tx: Tx) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: unknown) => void
}

/** Opens a migrated SQLite file: one connection writes, behind a queue; another reads what is committed. */
export function openSqlite(file: string): Db {
  const writer = connect(file, false)
  const reader = connect(file, true)
  const queue = openQueue(writer)
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
  return connection
}

/** The query builders of one connection. The cast: they answer at once here, and are awaited as PostgreSQL's are. */
function queriesOf(connection: Database.Database): Tx {
  const builders = drizzle(connection)
  const prepared = new Map<unknown, (values: object) => unknown>()
  const prepare = (statement: Hot<never, unknown>) => {
    const { text, returnsRows, bind, row } = compile(statement, queries, sqliteTables)
    const native = connection.prepare(text)
    // SQLite has no booleans of its own.
    const bound = (values: object) =>
      bind({ ...values }).map((value) => (typeof value === 'boolean' ? Number(value) : value))
    if (!returnsRows) return (values: object) => native.run(bound(values))
    const raw = native.raw()
    return (values: object) => raw.all(bound(values)).map((cells) => row(cells as unknown[]))
  }
  const hot = async (statement: Hot<never, unknown>, values: object) => {
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

/** The writer's queue: each turn takes the jobs that wait, each in its own savepoint, and commits once for all. */
function openQueue(writer: Database.Database) {
  const queries = queriesOf(writer)
  const [begin, commit, rollback, mark, release, undo] = [
    'BEGIN IMMEDIATE',
    'COMMIT',
    'ROLLBACK',
    'SAVEPOINT job',
    'RELEASE job',
    'ROLLBACK TO job',
  ].map((text) => writer.prepare(text))
  let waiting: Job[] = []
  let turning: Promise<void> | undefined
  let ended = false

  return { add, end }

  async function add<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    refuseNesting()
    if (ended) throw new Error('The database is closed.')
    return new Promise<R>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as R), reject })
      turning ??= turn()
    })
  }

  async function end(): Promise<void> {
    ended = true
    await turning
  }

  async function turn(): Promise<void> {
    while (waiting.length > 0) {
      // Waits for the next turn of the event loop, so that whoever is ready shares the commit.
      await new Promise(setImmediate)
      const batch = waiting.slice(0, batchSize)
      waiting = waiting.slice(batchSize)
      await runBatch(batch)
    }
    turning = undefined
  }

  async function runBatch(batch: readonly Job[]): Promise<void> {
    const answers: (() => void)[] = []
    try {
      begin?.run()
      for (const job of batch) answers.push(await runJob(job, batch.length === 1))
      if (writer.inTransaction) commit?.run()
    } catch (fault) {
      if (writer.inTransaction) rollback?.run()
      for (const job of batch) job.reject(fault)
      return
    }
    for (const answer of answers) answer()
  }

  /** Gives the answer to be sent once the commit is durable: a refusal too may rest on what a neighbour wrote. */
  async function runJob(job: Job, alone: boolean): Promise<() => void> {
    if (!alone) mark?.run()
    try {
      const value = await hold(job.work)
      if (!alone) release?.run()
      return () => job.resolve(value)
    } catch (fault) {
      if (alone) rollback?.run()
      else {
        undo?.run()
        release?.run()
      }
      return () => job.reject(fault)
    }
  }

  /** Lets one job hold the writer until it ends or its time is up. */
  function hold(work: Job['work']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`A transaction held the writer for ${patience} ms and was rolled back.`)),
        patience,
      )
      lend(queries, work)
        .then(resolve, reject)
        .finally(() => clearTimeout(late))
    })
  }
}
