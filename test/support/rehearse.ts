import { openActs, type PerformAny } from '#acts/perform.ts'
import { randomTools } from '#acts/tools.ts'
import type { Db, Tx } from '#db/open.ts'

/** What a rehearsed act came to, and what `look` saw inside its transaction before and after. */
export interface Rehearsed<L> {
  readonly performed: Promise<unknown>
  readonly looks: L[]
}

/**
 * Performs acts whole, on the real database, and takes each one back at its end: every one finds the same house.
 * Takes: what to look at inside the transaction, before the act and after it.
 */
export function openRehearsal<L>(db: Db, clock: () => Date, look: (tx: Tx) => Promise<L>) {
  return (...[name, input, by]: Parameters<PerformAny>): Rehearsed<L> => {
    const looks: L[] = []
    const takenBack = Symbol('taken back')
    const transaction: Db['transaction'] = async (work) => {
      const did: { value?: Awaited<ReturnType<typeof work>> } = {}
      await db
        .transaction(async (tx) => {
          looks.push(await look(tx))
          did.value = await work(tx)
          looks.push(await look(tx))
          throw takenBack
        })
        .catch((thrown) => {
          if (thrown !== takenBack) throw thrown
        })
      return did.value as Awaited<ReturnType<typeof work>>
    }
    const onFault = (thrown: unknown) => {
      throw thrown
    }
    const told = { db: { ...db, transaction }, tools: randomTools, clock, broadcast: () => {}, onFault }
    return { performed: openActs(told).performAny(name, input, by), looks }
  }
}
