import type { Db } from '#db/open.ts'
import { networkStream, noHash, privateStream } from '#rules/entry.ts'

/** Makes the two streams that every installation has before its first act: the network's, and the private one. */
export const beginRecord = (db: Db, now: string): Promise<void> =>
  db.transaction(async (tx) => {
    const empty = { number: 0, head: noHash, at: now }
    await tx
      .insert(db.tables.streams)
      .values([
        { id: networkStream, kind: 'network', ...empty },
        { id: privateStream, kind: 'private', ...empty },
      ])
      .onConflictDoNothing()
  })
