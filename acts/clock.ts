import type { PerformAny } from '#acts/perform.ts'
import { type Due, dueNow } from '#db/due.ts'
import type { Db } from '#db/open.ts'
import { isRefusal } from '#rules/refusal.ts'
import { clock as theClock } from '#rules/standing.ts'

export interface Timepiece {
  readonly db: Db
  readonly performAny: PerformAny
  readonly clock: () => Date
  readonly everyMs: number
  readonly onFault: (thrown: unknown) => void
}

/**
 * Performs what is due, in no person's power: closing votes at their hour, emptying the seats of people who were erased.
 * Several nodes may do this at once: the same act id and the lock of the stream see to it that each is done once.
 * Gives: what stops it, resolved when nothing is under way any more.
 */
export function keepTime(piece: Timepiece): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let round: Promise<void> = Promise.resolve()
  const tick = () => {
    round = performDue(piece).finally(() => {
      if (!stopped) timer = setTimeout(tick, piece.everyMs)
    })
  }
  tick()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await round
  }
}

/** Performs once whatever is due now. */
export async function performDue({ db, performAny, clock, onFault }: Omit<Timepiece, 'everyMs'>): Promise<void> {
  try {
    for (const due of await dueNow(db.read, db.tables, clock().toISOString())) {
      await performAny(due.act, due.input, { actor: theClock, actId: idOf(due) }).catch((thrown) => {
        // Another node was first, or somebody came between: the next round looks again.
        if (!isRefusal(thrown)) onFault(thrown)
      })
    }
  } catch (thrown) {
    onFault(thrown)
  }
}

const idOf = (due: Due): string =>
  due.act === 'vote.close' ? `close ${due.input.voteId}` : `forget ${due.input.unitId} ${due.input.personId}`
