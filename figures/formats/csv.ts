import { parse } from 'csv-parse/sync'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** The largest file that is read: 16 MB of text, 200,000 rows, 500 columns. */
export const limits = { characters: 16 * 1024 * 1024, rows: 200_000, columns: 500 } as const

export interface Row {
  /** The line of the file on which the row starts, counted from 1: what an editor or a spreadsheet shows beside it. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A file as a rectangle of text: what stands where, and nothing yet about what it means. */
export interface Sheet {
  readonly separator: Separator
  /** The line of the header; null where the file starts with data. */
  readonly headerLine: number | null
  /** The header's words; "Column 1" and so on where there is no header. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Titles and remarks that stand above the header. */
  readonly preamble: readonly string[]
}

/** Why a file could not be read as a table at all. */
export interface Unreadable {
  readonly unreadable:
    | 'file-empty'
    | 'file-too-large'
    | 'file-too-many-rows'
    | 'file-not-a-table'
    | 'file-quote-not-closed'
  readonly values: Readonly<Record<string, number>>
}

/**
 * Reads a text of separated values as people's programs really write them.
 * Takes: the text (see `decodeText` for bytes). Gives: columns and rows with their line numbers, or why it is no table.
 * Finds out: the separator (comma, semicolon, tab, bar, or Excel's `sep=` line), a byte-order mark, titles above the
 * header, whether there is a header. Empty lines are passed over, but counted. Rows may be shorter or longer than the header.
 */
export function readCsv(text: string): Sheet | Unreadable {
  if (text.length > limits.characters) return { unreadable: 'file-too-large', values: { megabytes: 16 } }
  const { body, told, skipped } = withoutMarks(text)
  if (body.trim() === '') return { unreadable: 'file-empty', values: {} }
  const separator = told ?? separatorOf(body)
  const read = records(body, separator, skipped)
  if ('unreadable' in read) return read
  if (read.length > limits.rows + 1) return { unreadable: 'file-too-many-rows', values: { most: limits.rows } }
  const width = usualWidth(read)
  if (width < 2) return { unreadable: 'file-not-a-table', values: {} }
  if (width > limits.columns) return { unreadable: 'file-not-a-table', values: {} }
  const first = Math.max(
    0,
    read.findIndex((row) => filled(row) >= Math.min(width, 2) && row.cells.length >= width - 1),
  )
  const preamble = read.slice(0, first).map((row) => row.cells.filter((cell) => cell !== '').join(' '))
  const head = read[first]
  if (head && isHeader(head.cells)) {
    return { separator, headerLine: head.line, columns: head.cells, rows: read.slice(first + 1), preamble }
  }
  const columns = Array.from({ length: width }, (_, at) => `Column ${at + 1}`)
  return { separator, headerLine: null, columns, rows: read.slice(first), preamble }
}

function withoutMarks(text: string): { body: string; told: Separator | null; skipped: number } {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const said = /^sep=([,;\t|])\r?\n/.exec(bare)
  const told = separators.find((separator) => separator === said?.[1]) ?? null
  return said && told ? { body: bare.slice(said[0].length), told, skipped: 1 } : { body: bare, told: null, skipped: 0 }
}

/** The mark that stands equally often in most of the first lines; text within quotes does not count. */
function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 64_000)
    .replace(/"(?:[^"]|"")*"/g, 'x')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 60)
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 }
  for (const separator of [';', '\t', '|', ','] as const) {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const usual = mostFrequent(counts.filter((count) => count > 0))
    if (usual === 0) continue
    const agreeing = counts.filter((count) => count === usual).length / counts.length
    const score = agreeing + Math.min(usual, 20) / 1000
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

interface Told {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function records(body: string, separator: Separator, skipped: number): Row[] | Unreadable {
  return body.includes('"') ? quotedRecords(body, separator, skipped) : plainRecords(body, separator, skipped)
}

/** Without quotation marks a line is a row: many times quicker, which counts for the largest files. */
function plainRecords(body: string, separator: Separator, skipped: number): Row[] {
  const rows: Row[] = []
  for (const [at, line] of body.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    keep(rows, at + 1 + skipped, line.split(separator))
    if (rows.length > limits.rows + 1) break
  }
  return rows
}

function quotedRecords(body: string, separator: Separator, skipped: number): Row[] | Unreadable {
  let told: Told[]
  try {
    told = parse(body, {
      delimiter: separator,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: limits.rows + 2,
    }) as unknown as Told[]
  } catch (thrown) {
    const lines = thrown instanceof Error && 'lines' in thrown ? Number(thrown.lines) : 0
    return { unreadable: 'file-quote-not-closed', values: { line: lines + skipped } }
  }
  const rows: Row[] = []
  for (const { record, info } of told) keep(rows, info.lines - breaksIn(record) + skipped, record)
  return rows
}

function keep(rows: Row[], line: number, record: readonly string[]): void {
  const cells = record.map((cell) => cell.trim())
  if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
}

/** Line breaks within quotes: the row starts that many lines before its end. */
const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0), 0)

const filled = (row: Row) => row.cells.filter((cell) => cell !== '').length

function usualWidth(rows: readonly Row[]): number {
  return mostFrequent(rows.slice(0, 200).map((row) => row.cells.length))
}

function mostFrequent(counts: readonly number[]): number {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  let best = 0
  let times = 0
  for (const [count, often] of seen)
    if (often > times || (often === times && count > best)) [best, times] = [count, often]
  return best
}

/** A header holds words and periods, but no amounts. Years are periods here: a wide table has them on top. */
function isHeader(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== '')
  const amounts = words.filter((cell) => /^[-+−]?[\d.,'’\s\u00a0\u202f]+%?$/.test(cell) && !isYearOrPeriod(cell))
  const wordy = words.filter((cell) => /\p{L}/u.test(cell))
  return words.length > 0 && amounts.length === 0 && wordy.length > 0
}

const isYearOrPeriod = (cell: string) =>
  /^(?:1[5-9]|2[01])\d\d(?:[-./]?\d{1,2})?(?:[-./]\d{1,2})?$|^\d{1,2}[-./](?:1[5-9]|2[01])\d\d$/.test(cell)
