import { hash as hashed } from 'node:crypto'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { defineHot, type Params } from '#db/hot.ts'
import type { Reader, Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { canonicalText, type Entry, journalForm } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'

/** A stream while an act holds it: nobody else can append to it until the transaction ends. */
export interface Locked {
  readonly id: string
  readonly kind: 'network' | 'unit' | 'private'
  /** The number that this act's entry takes. */
  readonly number: number
  /** Hash and moment of the entry before. */
  readonly head: string
  readonly at: string
}

/**
 * Takes a stream's next number, which locks the stream: an act's first statement. A rollback gives the number back.
 * Gives: the stream as it stands behind the lock, or undefined where there is no such stream.
 */
export async function lockStream(tx: Tx, stream: string): Promise<Locked | undefined> {
  const [row] = await tx.hot(raiseNumber, { stream })
  return row
}

/** The moment of an act: the clock's, but never before the stream's last entry, whichever node wrote that. */
export function nextMoment(clockNow: Date, lastAt: string): string {
  const now = clockNow.toISOString()
  return now < lastAt ? lastAt : now
}

export interface Appended {
  readonly stream: string
  readonly number: number
  readonly prev: string
  readonly at: string
  readonly act: string
  readonly actor: string
  /** The id of what the entry is about; null where it has none. */
  readonly matter: string | null
  readonly body: object
  readonly withheld: Readonly<Record<string, { readonly value: string; readonly sight: 'public' | 'sealed' }>>
  readonly events: readonly JournalEvent[]
  /** 32 random bytes in hexadecimal. */
  readonly newSalt: () => string
}

/**
 * Appends one entry to the stream that `lockStream` holds, with its withheld values beside it.
 * Gives: the entry and its hash, which is the stream's head from now on.
 */
export async function appendEntry(tx: Tx, given: Appended): Promise<{ hash: string; entry: Entry }> {
  const { stream, number, at, act, actor, prev, body, events, matter } = given
  const beside = Object.entries(given.withheld).map(([name, kept]) => ({ name, ...kept, salt: given.newSalt() }))
  const withheld = Object.fromEntries(beside.map(({ name, value, salt }) => [name, commitmentOf(value, salt)]))
  const entry: Entry = { stream, number, at, act, actor, body, withheld, events, prev }
  const canonical = canonicalText(entry)
  const hash = hashOf(prev, canonical)
  await tx.hot(insertEntry, { stream, number, at, act, actor, matter, canonical, hash })
  for (const row of beside) await tx.hot(insertWithheld, { stream, number, ...row })
  await tx.hot(moveHead, { stream, hash, at })
  return { hash, entry }
}

export interface KeptEntry {
  readonly entry: Entry
  readonly hash: string
  readonly matter: string | null
  /** The entry as it was hashed, byte for byte. */
  readonly canonical: string
}

/**
 * Reads a stream's entries in order, after a number.
 * Takes: who may read the stream is the caller's to decide; `limit` at least 1.
 */
export async function readEntries(
  read: Reader,
  tables: Tables,
  { stream, after, limit }: { stream: string; after: number; limit: number },
): Promise<KeptEntry[]> {
  const { entries } = tables
  const rows = await read
    .select({ canonical: entries.canonical, hash: entries.hash, matter: entries.matter })
    .from(entries)
    .where(and(eq(entries.stream, stream), gt(entries.number, after)))
    .orderBy(asc(entries.number))
    .limit(limit)
  return rows.map(kept)
}

/** Everything the journal holds about one matter (a proposal, mostly), oldest first. */
export async function storyOf(read: Reader, tables: Tables, matter: string): Promise<KeptEntry[]> {
  const { entries } = tables
  const rows = await read
    .select({ canonical: entries.canonical, hash: entries.hash, matter: entries.matter })
    .from(entries)
    .where(eq(entries.matter, matter))
    .orderBy(asc(entries.at), asc(entries.stream), asc(entries.number))
  return rows.map(kept)
}

const kept = (row: { canonical: string; hash: string; matter: string | null }): KeptEntry => ({
  entry: JSON.parse(row.canonical) as Entry,
  ...row,
})

// The same bytes as rules/entry.ts hashes; node's own SHA-256 is several times faster, and this runs under the lock.
const commitmentOf = (value: string, salt: string): string =>
  hashed('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value, 'utf8')]), 'hex')

const hashOf = (prev: string, canonical: string): string =>
  hashed('sha256', `${journalForm}\n${prev}\n${canonical}`, 'hex')

const raiseNumber = defineHot((query, { streams }, param: Params<{ stream: string }>) =>
  query
    .update(streams)
    .set({ number: sql`${streams.number} + 1` })
    .where(eq(streams.id, param('stream')))
    .returning({ id: streams.id, kind: streams.kind, number: streams.number, head: streams.head, at: streams.at }),
)

type EntryRow = Tables['entries']['$inferSelect']
const insertEntry = defineHot((query, { entries }, param: Params<EntryRow>) =>
  query.insert(entries).values({
    stream: param('stream'),
    number: param('number'),
    at: param('at'),
    act: param('act'),
    actor: param('actor'),
    matter: param('matter'),
    canonical: param('canonical'),
    hash: param('hash'),
  }),
)

type WithheldRow = Tables['withheld']['$inferSelect']
const insertWithheld = defineHot((query, { withheld }, param: Params<WithheldRow>) =>
  query.insert(withheld).values({
    stream: param('stream'),
    number: param('number'),
    name: param('name'),
    value: param('value'),
    salt: param('salt'),
    sight: param('sight'),
  }),
)

const moveHead = defineHot((query, { streams }, param: Params<{ stream: string; hash: string; at: string }>) =>
  query
    .update(streams)
    .set({ head: param('hash'), at: param('at') })
    .where(eq(streams.id, param('stream'))),
)
