import type Database from 'better-sqlite3'
import { lend, nested } from '#db/lend.ts'
import type { Tx } from '#db/open.ts'

/** At most so many waiting transactions share one commit. */
const batchSize = 256

interface Job {
  readonly work: (tx: Tx) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: unknown) => void
}

/**
 * The queue before SQLite's one writer.
 *
 * Each turn takes the jobs that wait, runs them one after another, each in its own savepoint, commits once, and only then
 * answers: resolved means durable, and one write to the disk is shared by all of them.
 */
export function openQueue(writer: Database.Database, queries: Tx) {
  const say = (text: string) => {
    const statement = writer.prepare(text)
    return () => statement.run()
  }
  const [begin, commit, rollback] = [say('BEGIN IMMEDIATE'), say('COMMIT'), say('ROLLBACK')]
  const [mark, release, undo] = [say('SAVEPOINT job'), say('RELEASE job'), say('ROLLBACK TO job')]
  let waiting: Job[] = []
  let turning: Promise<void> | undefined
  let ended = false
  /**
   * A job runs, and nothing else has had a turn since its batch began: whoever asks now is the job itself.
   * (Following the promises instead slows down every one of them in the whole program.)
   */
  let alone = false

  return {
    async add<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
      if (alone) throw nested()
      if (ended) throw new Error('The database is closed.')
      return new Promise<R>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as R), reject })
        turning ??= takeTurns()
      })
    },
    async end(): Promise<void> {
      ended = true
      await turning
    },
  }

  async function takeTurns(): Promise<void> {
    while (waiting.length > 0) {
      // One turn of the event loop, so that whoever is ready shares the commit.
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
      begin()
      alone = true
      // Comes when the batch is done, or when a job waits for something that is not the database.
      process.nextTick(() => {
        alone = false
      })
      for (const job of batch) answers.push(await runJob(job))
      alone = false
      commit()
    } catch (fault) {
      alone = false
      // The writer itself failed (a full disk, a lock held by another program): nothing of the batch was kept.
      if (writer.inTransaction) rollback()
      for (const job of batch) job.reject(fault)
      return
    }
    for (const answer of answers) answer()
  }

  /** Gives the answer to be sent after the commit: even a refusal may rest on what a neighbour in the batch wrote. */
  async function runJob(job: Job): Promise<() => void> {
    mark()
    let value: unknown
    try {
      value = await lend(queries, job.work)
    } catch (fault) {
      undo()
      release()
      return () => job.reject(fault)
    }
    release()
    return () => job.resolve(value)
  }
}
