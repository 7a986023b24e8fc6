import { and, eq } from 'drizzle-orm'
import { defineHot, type Params, type Reader, type Tx } from '#db/open.ts'

/** What was done under an act's key. */
export interface Performed {
  readonly act: string
  readonly inputHash: string
  readonly stream: string
  readonly number: number
  /** The first answer, or null where it held a secret. */
  readonly answer: unknown
}

const find = defineHot((q, { performed: p }, param: Params<{ actor: string; actId: string }>) =>
  q
    .select({ act: p.act, inputHash: p.inputHash, stream: p.stream, number: p.number, answer: p.answer })
    .from(p)
    .where(and(eq(p.actor, param('actor')), eq(p.actId, param('actId')))),
)

const keep = defineHot((q, { performed }, param: Params<Performed & { actor: string; actId: string }>) =>
  q.insert(performed).values({
    actor: param('actor'),
    actId: param('actId'),
    act: param('act'),
    inputHash: param('inputHash'),
    stream: param('stream'),
    number: param('number'),
    answer: param('answer'),
  }),
)

/** Gives what this actor already did under this act id, or undefined. */
export const seenBefore = async (tx: Reader, actor: string, actId: string): Promise<Performed | undefined> =>
  (await tx.hot(find, { actor, actId })).at(0)

/** Keeps an act's key and its first answer, so that sending it again is harmless. */
export const rememberPerformed = (tx: Tx, done: Performed & { actor: string; actId: string }) => tx.hot(keep, done)
