import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stageUpload } from '#acts/figure/stage.ts'
import { openActs } from '#acts/perform.ts'
import { randomTools } from '#acts/tools.ts'
import { markOf } from '#db/marks.ts'
import { draftedMinute } from '#db/minute.ts'
import type { Db } from '#db/open.ts'
import { loadDemonstration } from '#demo/load.ts'

const loaded = 'demonstration-loaded'

/**
 * Tells the demonstration society's past into an empty installation, through the acts, each at its own moment.
 * Takes: the folder that holds demo/reference, and today.
 */
export async function tellDemonstration(db: Db, root: string, today: Date): Promise<void> {
  const told = { now: today }
  const { performAny } = openActs({
    db,
    tools: randomTools,
    clock: () => told.now,
    // Nobody listens yet.
    broadcast: () => {},
    onFault: (thrown) => {
      throw thrown
    },
  })
  const books = { tx: db.read, tables: db.tables }
  await loadDemonstration({
    today,
    at: (moment) => {
      told.now = moment
    },
    perform: performAny,
    newId: randomTools.newId,
    stage: async (unitId, name, text, actor) => {
      const bytes = new TextEncoder().encode(text)
      return (await stageUpload(db, { unitId, name, bytes, actor, now: told.now.toISOString() })).upload
    },
    draftHashOf: async (unitId, proposalId) => (await draftedMinute(books, unitId, proposalId)).hash,
    readReference: (name) => readFileSync(join(root, 'demo', 'reference', name), 'utf8'),
  })
  await db.transaction((tx) => tx.insert(db.tables.marks).values({ name: loaded, value: today.toISOString() }))
}

/** Tells whether a demonstration was begun and broken off before its past was told to the end. */
export async function isBrokenOff(db: Db): Promise<boolean> {
  const books = { tx: db.read, tables: db.tables }
  return (await markOf(books, 'demonstration')) !== null && (await markOf(books, loaded)) === null
}
