import type { Tx } from '#db/open.ts'

/** Milliseconds that one transaction may last before it is rolled back: others wait for it. */
const patience = 10_000

/** What a transaction inside a transaction is refused with: on one writer it would wait for itself. */
export const nested = () => new Error('A transaction was asked for inside a transaction.')

/**
 * Lends query builders to one piece of work, and takes them back when it has ended or its time is up, so that nothing
 * writes late into somebody else's transaction.
 */
export function lend<R>(queries: Tx, work: (tx: Tx) => Promise<R>): Promise<R> {
  let over = false
  const tx = new Proxy(queries, {
    get: (target, name) => {
      if (over) throw new Error('A transaction was used after its end.')
      return Reflect.get(target, name)
    },
  })
  return new Promise<R>((resolve, reject) => {
    const late = () => {
      over = true
      reject(new Error(`A transaction lasted ${patience} ms and was rolled back.`))
    }
    const timer = setTimeout(late, patience)
    const end = () => {
      over = true
      clearTimeout(timer)
    }
    work(tx).then(
      (value) => {
        end()
        resolve(value)
      },
      (fault) => {
        end()
        reject(fault)
      },
    )
  })
}
