import { exportForm, firstDigest, type Head } from '#rules/export-line.ts'
import { opens, readCanonical, sha } from '#rules/recount/bytes.ts'
import type { Notes } from '#rules/recount/report.ts'
import { EntryShape, type SeenEntry, type SeenLine } from '#rules/recount/shapes.ts'

const journalForm = 'negotium-journal/1'
const none = '0'.repeat(64)

/** Follows the running digest from line to line, and compares it with what the lines and the last line say. */
export function followDigest(notes: Notes) {
  let digest = firstDigest
  let broken = false
  return {
    /** Takes a line's bytes, and what it says the digest before it was. */
    line: (number: number, bytes: Uint8Array, after: string | undefined) => {
      if (!broken && after !== undefined && after !== digest.slice(0, 16)) {
        broken = true
        notes.fault(number, 'fault-digest', { before: number - 1 })
      }
      if (after === undefined) broken = true
      const before = digest
      digest = sha(`${digest}\n`, bytes)
      return before
    },
  }
}

/** Checks the first line: a form that this reader knows. */
export function checkFirst(line: Extract<SeenLine, { kind: 'export' }>, number: number, notes: Notes) {
  if (number !== 1) notes.fault(number, 'fault-first-line-again', {})
  if (line.form !== exportForm) notes.fault(number, 'fault-unknown-form', { form: line.form })
  if (line.journal !== journalForm) notes.fault(number, 'fault-unknown-form', { form: line.journal })
}

interface Chain {
  number: number
  head: string
  at: string
}

/** Follows each stream's chain of hashes, its numbers and its moments, and opens the commitments that can be opened. */
export function followChains(notes: Notes) {
  const chains = new Map<string, Chain>()
  let last: { entry: SeenEntry; open: Set<string> } | undefined

  return { entry, opened, settle, heads }

  /** Gives the entry where it can be read, so that other checks may go on with it. */
  function entry(line: Extract<SeenLine, { kind: 'entry' }>, number: number): SeenEntry | undefined {
    settle()
    const read = EntryShape.safeParse(readCanonical(line.text))
    if (!read.success) {
      notes.fault(number, 'fault-entry-unreadable', {})
      return undefined
    }
    const seen = read.data
    const about = { stream: seen.stream, number: seen.number }
    let chain = chains.get(seen.stream)
    if (!chain) {
      chain = { number: 0, head: none, at: '' }
      chains.set(seen.stream, chain)
      notes.checked('checked-streams')
    }
    if (seen.number !== chain.number + 1) notes.fault(number, 'fault-number', { ...about, expected: chain.number + 1 })
    else if (seen.prev !== chain.head) notes.fault(number, 'fault-chain', about)
    if (seen.at < chain.at) notes.fault(number, 'fault-moment-backwards', { ...about, at: seen.at, before: chain.at })
    const hash = sha(`${journalForm}\n${seen.prev}\n${line.text}`)
    if (hash !== line.hash) notes.fault(number, 'fault-entry-hash', about)
    Object.assign(chain, { number: seen.number, head: hash, at: seen.at })
    notes.checked('checked-entries')
    last = { entry: seen, open: new Set(Object.keys(seen.withheld)) }
    return seen
  }

  function opened(line: Extract<SeenLine, { kind: 'opened' }>, number: number) {
    const about = { stream: line.stream, number: line.number, name: line.name }
    const belongs = last && last.entry.stream === line.stream && last.entry.number === line.number
    const commitment = belongs ? last?.entry.withheld[line.name] : undefined
    if (commitment === undefined || !last?.open.delete(line.name)) notes.fault(number, 'fault-opened-stray', about)
    else if (!opens(commitment, line.value, line.salt)) notes.fault(number, 'fault-commitment', about)
    else notes.checked('checked-opened')
  }

  /** Counts what the last entry commits to and was not given: sealed, or dropped on erasure or moderation. */
  function settle() {
    if (last && last.open.size > 0) notes.checked('checked-not-given', last.open.size)
    last = undefined
  }

  function heads(): Head[] {
    return [...chains].map(([stream, { number, head }]) => ({ stream, number, head }))
  }
}

/** What was counted while reading, to be compared with the last line. */
export interface Counted {
  readonly lines: number
  readonly entries: number
  readonly opened: number
  readonly rows: Readonly<Record<string, number>>
}

/** Compares the last line with what was read. */
export function checkLast(
  line: Extract<SeenLine, { kind: 'end' }>,
  number: number,
  read: { counted: Counted; heads: readonly Head[]; digest: string },
  notes: Notes,
) {
  const said: Record<string, number> = { ...line.counts.rows, ...plain(line.counts) }
  const counted: Record<string, number> = { ...read.counted.rows, ...plain(read.counted) }
  for (const what of new Set([...Object.keys(said), ...Object.keys(counted)])) {
    const [expected, found] = [said[what] ?? 0, counted[what] ?? 0]
    if (expected !== found) notes.fault(number, 'fault-count', { what, expected, found })
  }
  const heads = new Map(read.heads.map((head) => [head.stream, head]))
  for (const { stream, number: entries, head } of line.heads) {
    const found = heads.get(stream)
    heads.delete(stream)
    if (found?.number !== entries || found.head !== head) notes.fault(number, 'fault-head', { stream, number: entries })
  }
  for (const [stream, head] of heads) notes.fault(number, 'fault-head', { stream, number: head.number })
  if (line.digest !== read.digest) notes.fault(number, 'fault-last-digest', {})
}

const plain = ({ lines, entries, opened }: Counted) => ({ lines, entries, opened })
