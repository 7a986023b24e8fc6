import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { defineHot, type Params, type Reader, type Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { compareDecimals } from '#figures/decimal.ts'
import { groupedBy } from '#figures/grouped.ts'
import { type BatchRow, batchRowsText } from '#rules/batch-rows.ts'
import { canonicalText } from '#rules/entry.ts'

/** A value as an act is to keep it. */
export interface NewObservation extends BatchRow {
  readonly mantissa: number | null
  readonly scale: number | null
  readonly rounded: boolean
}

/** What a batch changes: values that are new, and values that follow one which is then closed. */
export interface FigureChanges {
  readonly added: readonly NewObservation[]
  readonly revised: readonly NewObservation[]
  /** What each of the revised was before, in their order. */
  readonly replaced: readonly KeptValue[]
  readonly unchanged: number
  /** SHA-256 of the rows made, by which the journal holds them. */
  readonly rowsHash: string
}

/** Rows sent to PostgreSQL before the first answer is waited for; SQLite answers each at once. */
const rowsOnTheWay = 500
const idsPerQuery = 500

/** Compares values with the ones in force. An equal value with equal status and note changes nothing. */
export async function changesOf(
  read: Reader,
  tables: Tables,
  wanted: readonly NewObservation[],
): Promise<FigureChanges> {
  const open = await openValues(read, tables, [...new Set(wanted.map((one) => one.seriesId))])
  const added: NewObservation[] = []
  const revised: NewObservation[] = []
  const replaced: KeptValue[] = []
  for (const one of wanted) {
    const before = open.get(keyOf(one))
    if (!before) added.push(one)
    else if (!sameFigure(before, one)) {
      revised.push(one)
      replaced.push(before)
    }
  }
  const made = [...added, ...revised]
  return { added, revised, replaced, unchanged: wanted.length - made.length, rowsHash: sha256(batchRowsText(made)) }
}

/** Closes what is revised and adds what is new, as one entry's doing. */
export async function makeChanges(
  tx: Tx,
  { observations }: Tables,
  { added, revised }: FigureChanges,
  by: { readonly number: number; readonly now: string; readonly batch: string },
): Promise<void> {
  for (const [seriesId, ones] of groupedBy(revised, (one) => one.seriesId)) {
    for (const part of parts(ones, idsPerQuery)) {
      const periods = part.map((one) => one.period)
      await tx
        .update(observations)
        .set({ validTo: by.now, toNumber: by.number })
        .where(
          and(
            eq(observations.seriesId, seriesId),
            inArray(observations.period, periods),
            isNull(observations.toNumber),
          ),
        )
    }
  }
  for (const part of parts([...added, ...revised], rowsOnTheWay)) {
    await Promise.all(part.map((one) => tx.hot(insertObservation, observationRow(one, by))))
  }
}

/**
 * Hashes what was read from a file: the same content read in another way, or from another source, is another batch.
 * Takes: the source and the values in the file's order.
 */
export const readHashOf = (sourceId: string, wanted: readonly NewObservation[]): string =>
  sha256(
    canonicalText({
      source: sourceId,
      figures: wanted.map(({ seriesId, period, entered, status, note }) => [seriesId, period, entered, status, note]),
    }),
  )

/** Gives the batch that published this content, read in this way, already; undefined where none has. */
export async function batchOf(read: Reader, { batches }: Tables, unitId: string, hash: string, readHash: string) {
  const same = and(eq(batches.unitId, unitId), eq(batches.hash, hash), eq(batches.readHash, readHash))
  return (await read.select().from(batches).where(same)).at(0)
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

type ObservationRow = Tables['observations']['$inferSelect']
const insertObservation = defineHot((query, { observations }, param: Params<ObservationRow>) =>
  query.insert(observations).values({
    seriesId: param('seriesId'),
    period: param('period'),
    entered: param('entered'),
    mantissa: param('mantissa'),
    scale: param('scale'),
    rounded: param('rounded'),
    status: param('status'),
    note: param('note'),
    fromNumber: param('fromNumber'),
    validFrom: param('validFrom'),
    toNumber: param('toNumber'),
    validTo: param('validTo'),
    batch: param('batch'),
  }),
)

function observationRow(one: NewObservation, by: { number: number; now: string; batch: string }) {
  const { seriesId, period, entered, mantissa, scale, rounded, status, note } = one
  const from = { fromNumber: by.number, validFrom: by.now, toNumber: null, validTo: null, batch: by.batch }
  return { seriesId, period, entered, mantissa, scale, rounded, status, note, ...from }
}

export type KeptValue = Pick<NewObservation, 'entered' | 'mantissa' | 'scale' | 'rounded' | 'status' | 'note'>

async function openValues(
  read: Reader,
  { observations: o }: Tables,
  ids: readonly string[],
): Promise<Map<string, KeptValue>> {
  const found = new Map<string, KeptValue>()
  for (const part of parts(ids, idsPerQuery)) {
    const rows = await read
      .select({
        seriesId: o.seriesId,
        period: o.period,
        entered: o.entered,
        mantissa: o.mantissa,
        scale: o.scale,
        rounded: o.rounded,
        status: o.status,
        note: o.note,
      })
      .from(o)
      .where(and(inArray(o.seriesId, part), isNull(o.toNumber)))
    for (const row of rows) found.set(keyOf(row), row)
  }
  return found
}

const keyOf = (one: { seriesId: string; period: string }) => `${one.seriesId} ${one.period}`

/** 40.5 and 40.50 are the same figure. */
function sameFigure(a: KeptValue, b: KeptValue): boolean {
  if (a.status !== b.status || a.note !== b.note) return false
  if (a.entered === null || b.entered === null || a.rounded || b.rounded) return a.entered === b.entered
  return compareDecimals(decimalOf(a), decimalOf(b)) === 0
}

const decimalOf = ({ mantissa, scale }: KeptValue) => ({ mantissa: mantissa ?? 0, scale: scale ?? 0 })

function* parts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
