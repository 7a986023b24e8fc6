import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, lte, ne } from 'drizzle-orm'
import type { Db, Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { canonicalText, journalForm } from '#rules/entry.ts'
import {
  type ExportLine,
  type ExportTable,
  exportForm,
  exportTables,
  firstDigest,
  type Head,
} from '#rules/export-line.ts'

/** Marks that anyone may know; all others (the hash of the founding token) stay here. */
const openMarks = ['demonstration']
/** Entries and rows held in memory at once. */
const page = 500
/** Series whose figures are read at once: with all their vintages, some thousands of rows. */
const seriesPage = 40

type Unchained = ExportLine extends infer L ? (L extends ExportLine ? Omit<L, 'after'> : never) : never
interface Books {
  readonly read: Reader
  readonly tables: Tables
}

/**
 * Gives the public record as lines of canonical JSON, each ended by a line break, all as of one moment.
 * Takes: the database; a snapshot is held until the last line is taken or the reader turns away.
 * Gives: entries of public streams, values that anyone may read, and the tables that a recount needs; never the private
 * stream, act ids, accounts, uploads or sealed values. Form: rules/export-line.ts. Memory: one page.
 */
export async function* exportLines(db: Db): AsyncGenerator<string> {
  let hand: (read: Reader) => void = () => {}
  let release: () => void = () => {}
  const handed = new Promise<Reader>((resolve) => {
    hand = resolve
  })
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const snapshot = db.snapshot(async (read) => {
    hand(read)
    await held
  })
  // A snapshot that cannot be opened is told by the race below.
  const failed = snapshot.then(() => Promise.reject(new Error('The snapshot ended early.')))
  failed.catch(() => {})
  try {
    const read = await Promise.race([handed, failed])
    yield* chained({ read, tables: db.tables })
  } finally {
    release()
    await snapshot
  }
}

/** Chains the lines in a running digest, counts them, and closes with the last line. */
async function* chained(books: Books): AsyncGenerator<string> {
  let digest = firstDigest
  const counts = { lines: 0, entries: 0, opened: 0, rows: Object.fromEntries(exportTables.map((table) => [table, 0])) }
  const heads: Head[] = []
  const write = (line: Unchained): string => {
    const text = canonicalText({ ...line, after: digest.slice(0, 16) })
    digest = createHash('sha256').update(`${digest}\n${text}`, 'utf8').digest('hex')
    counts.lines += 1
    return `${text}\n`
  }
  for await (const line of allLines(books, heads)) {
    if (line.kind === 'entry') counts.entries += 1
    else if (line.kind === 'opened') counts.opened += 1
    else if (line.kind === 'row') counts.rows[line.table] = (counts.rows[line.table] ?? 0) + 1
    yield write(line)
  }
  yield write({ kind: 'end', counts: { ...counts }, heads, digest })
}

type Line = Exclude<Unchained, { kind: 'end' }>

async function* allLines(books: Books, heads: Head[]): AsyncGenerator<Line> {
  const { read, tables } = books
  const marks = await read.select().from(tables.marks).where(inArray(tables.marks.name, openMarks))
  const open = Object.fromEntries(marks.map(({ name, value }) => [name, value]))
  yield { kind: 'export', form: exportForm, journal: journalForm, marks: open }
  const { streams } = tables
  const all = await read
    .select()
    .from(streams)
    .where(and(ne(streams.kind, 'private'), gt(streams.number, 0)))
  for (const { id, number, head } of all.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    yield* entryLines(books, id)
    heads.push({ stream: id, number, head })
  }
  yield* voteLines(books)
  for (const table of ['minutes', 'planLines', 'units', 'measures', 'products', 'sources', 'series'] as const)
    for await (const row of keyedRows(books, table)) yield { kind: 'row', table, row }
  yield* observationLines(books)
}

/** A stream's entries in order, each followed by its values that anyone may read. */
async function* entryLines({ read, tables: { entries, withheld } }: Books, stream: string): AsyncGenerator<Line> {
  let after = 0
  for (;;) {
    const found = await read
      .select({ number: entries.number, canonical: entries.canonical, hash: entries.hash })
      .from(entries)
      .where(and(eq(entries.stream, stream), gt(entries.number, after)))
      .orderBy(asc(entries.number))
      .limit(page)
    const last = found.at(-1)
    if (!last) return
    const beside = and(eq(withheld.stream, stream), gt(withheld.number, after), lte(withheld.number, last.number))
    const values = await read
      .select()
      .from(withheld)
      .where(and(beside, eq(withheld.sight, 'public')))
    const byNumber = new Map<number, typeof values>()
    for (const value of values) byNumber.set(value.number, [...(byNumber.get(value.number) ?? []), value])
    for (const { number, canonical, hash } of found) {
      yield { kind: 'entry', text: canonical, hash }
      for (const { name, value, salt } of byNumber.get(number) ?? [])
        yield { kind: 'opened', stream, number, name, value, salt }
    }
    after = last.number
  }
}

/** Votes, then the electorate of each, vote by vote. */
async function* voteLines(books: Books): AsyncGenerator<Line> {
  const ids: string[] = []
  for await (const row of keyedRows(books, 'votes')) {
    ids.push(String(row.id))
    yield { kind: 'row', table: 'votes', row }
  }
  const { electorate } = books.tables
  for (const voteId of ids) {
    const members = await books.read.select().from(electorate).where(eq(electorate.voteId, voteId))
    for (const row of members) yield { kind: 'row', table: 'electorate', row }
  }
}

/** Figures by series and period, by code units and not by the database's own order, so that every reader meets the same. */
async function* observationLines({ read, tables: { series, observations } }: Books): AsyncGenerator<Line> {
  const ids = (await read.select({ id: series.id }).from(series)).map((row) => row.id).sort()
  for (let from = 0; from < ids.length; from += seriesPage) {
    const some = ids.slice(from, from + seriesPage)
    const rows = await read.select().from(observations).where(inArray(observations.seriesId, some))
    for (const row of rows.sort(inOrder)) yield { kind: 'row', table: 'observations', row }
  }
}

type Observation = Tables['observations']['$inferSelect']
const inOrder = (a: Observation, b: Observation): number =>
  compare(a.seriesId, b.seriesId) || compare(a.period, b.period) || a.fromNumber - b.fromNumber
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** All rows of a table that has one text as its key, in pages by that key. */
async function* keyedRows({ read, tables }: Books, name: Exclude<ExportTable, 'electorate' | 'observations'>) {
  const field = name === 'minutes' ? 'proposalId' : 'id'
  // The cast: these tables have nothing in common to the type system but that they are tables.
  const table = tables[name] as unknown as Tables['units']
  const key = (table as unknown as Record<string, Tables['units']['id']>)[field] ?? table.id
  for (let after = ''; ; ) {
    const rows = await read.select().from(table).where(gt(key, after)).orderBy(asc(key)).limit(page)
    yield* rows as Record<string, unknown>[]
    const last = rows.at(-1) as Record<string, unknown> | undefined
    if (!last) return
    after = String(last[field])
  }
}
