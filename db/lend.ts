import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '#db/open.ts'

const inside = new AsyncLocalStorage<true>()

/** Refuses a transaction inside a transaction: on one writer it would wait for itself. */
export function refuseNesting(): void {
  if (inside.getStore()) throw new Error('A transaction was asked for inside a transaction.')
}

/** Lends query builders to one piece of work; once it has ended they are taken back, so that nothing writes late. */
export async function lend<R>(queries: Tx, work: (tx: Tx) => Promise<R>): Promise<R> {
  let over = false
  const tx = new Proxy(queries, {
    get: (target, name) => {
      if (over) throw new Error('A transaction was used after its end.')
      return Reflect.get(target, name)
    },
  })
  try {
    return await inside.run(true, work, tx)
  } finally {
    over = true
  }
}
