import { and, eq, gt, min, sql } from 'drizzle-orm'
import { defineHot, type Params, type Reader } from '#db/open.ts'

/**
 * Gives the number at which the whole record stands: the entries of all streams, the private one too, because names live there.
 * It grows with every entry that any node commits, so what was read while it stood is still true.
 */
export async function recordNumber(read: Reader): Promise<number> {
  const [row] = await read.hot(entriesOfAll, {})
  return row?.number ?? 0
}

/** Gives the next moment at which an open vote closes; null where none does. */
export async function nextClose(read: Reader, now: string): Promise<string | null> {
  const [row] = await read.hot(firstClose, { now })
  return row?.closesAt ?? null
}

const entriesOfAll = defineHot((q, { streams }) =>
  q.select({ number: sql<number>`coalesce(sum(${streams.number}), 0)`.mapWith(Number).as('number') }).from(streams),
)

const firstClose = defineHot((q, { votes }, param: Params<{ now: string }>) =>
  q
    .select({ closesAt: min(votes.closesAt).as('closesAt') })
    .from(votes)
    .where(and(eq(votes.state, 'open'), gt(votes.closesAt, param('now')))),
)
