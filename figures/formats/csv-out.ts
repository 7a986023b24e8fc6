/** What a cell of an exported table holds; null is a gap. */
export type Cell = string | number | null

/**
 * Writes rows as separated values (RFC 4180: comma, quotes, CRLF).
 * No cell can start a formula in a spreadsheet: a text that begins like one gets an apostrophe before it. Plain numbers stay
 * numbers, negative ones too.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe =
    /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
