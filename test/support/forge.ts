import { canonicalText, entryHash, noHash, textHash } from '#rules/entry.ts'
import { firstDigest } from '#rules/export-line.ts'

type Fields = Record<string, unknown>

/** An export in the hands of somebody who may change anything in it. */
export interface Forged {
  /** The first event of a kind, and the entry that holds one. */
  readonly event: (kind: string) => Fields
  readonly entry: (kind: string) => Fields
  readonly removeEntry: (kind: string) => void
  /** The first row of a table in which some field is this text. */
  readonly row: (table: string, field: string) => Fields
  readonly removeRow: (table: string) => void
  readonly opened: (name: string) => Fields
}

/** Alters an export and then makes every hash, chain, count, head and digest fit again. */
export function forge(text: string, alter: (record: Forged) => void): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Fields)
  const entries = new Map<Fields, Fields>()
  for (const line of lines) if (line.kind === 'entry') entries.set(line, JSON.parse(String(line.text)) as Fields)
  const eventsOf = (entry: Fields) => entry.events as Fields[]
  const holding = (kind: string) =>
    found([...entries].find(([, entry]) => eventsOf(entry).some((event) => event.kind === kind)))
  alter({
    event: (kind) => found(eventsOf(holding(kind)[1]).find((event) => event.kind === kind)),
    entry: (kind) => holding(kind)[1],
    removeEntry: (kind) => {
      const at = lines.indexOf(holding(kind)[0])
      // With the entry goes the value beside it.
      lines.splice(at, lines[at + 1]?.kind === 'opened' ? 2 : 1)
    },
    row: (table, field) =>
      found(lines.map(rowOf(table)).find((row) => row !== undefined && Object.values(row).includes(field))),
    removeRow: (table) => lines.splice(found(lines.findIndex((line) => rowOf(table)(line) !== undefined)), 1),
    opened: (name) => found(lines.find((line) => line.kind === 'opened' && line.name === name)),
  })
  return rechained(lines, entries)
}

const rowOf = (table: string) => (line: Fields) => (line.table === table ? (line.row as Fields) : undefined)

function rechained(lines: readonly Fields[], entries: ReadonlyMap<Fields, Fields>): string {
  const heads = new Map<string, { number: number; head: string }>()
  const last = found(lines.at(-1))
  const before = lines.slice(0, -1)
  const rows = { ...(last.counts as { rows: Record<string, number> }).rows }
  for (const table of Object.keys(rows)) rows[table] = before.filter((line) => line.table === table).length
  let digest = firstDigest
  let whole = ''
  const write = (line: Fields) => {
    const text = canonicalText({ ...line, after: digest.slice(0, 16) })
    digest = textHash(`${digest}\n${text}`)
    whole += `${text}\n`
  }
  for (const line of before) {
    const entry = entries.get(line)
    if (!entry) write(line)
    else {
      const prev = heads.get(String(entry.stream))?.head ?? noHash
      const text = canonicalText({ ...entry, prev })
      const hash = entryHash(prev, text)
      heads.set(String(entry.stream), { number: Number(entry.number), head: hash })
      write({ ...line, text, hash })
    }
  }
  const count = (kind: string) => before.filter((line) => line.kind === kind).length
  const counts = { lines: before.length, entries: count('entry'), opened: count('opened'), rows }
  write({ ...last, counts, heads: [...heads].map(([stream, head]) => ({ stream, ...head })), digest })
  return whole
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the record holds no such thing')
  return value
}
