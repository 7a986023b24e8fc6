export type DecimalMark = '.' | ','

/** What people write where a value exists but is not known, or where there is none. Empty cells are told apart by the caller. */
const gaps = new Set([
  '..',
  '...',
  '.',
  '-',
  '–',
  '—',
  ':',
  'x',
  '*',
  '#',
  'na',
  'n/a',
  'n.a.',
  'nan',
  'null',
  'none',
  '#n/a',
  'k.a.',
  'n.d.',
  's/d',
  '?',
])

/** Tells whether a cell says "no value". */
export const isGap = (text: string): boolean => gaps.has(text.trim().toLowerCase())

const spaces = /[\s\u00a0\u2007\u2009\u202f]/g

/**
 * Reads a number written with this decimal mark.
 * Takes: "1,234.50", "1 234,5", "1'234.5", "−3". Gives: decimal text with a point and no thousands marks ("1234.50", digits
 * kept as entered); null where it is no number or its thousands marks stand in the wrong places.
 */
export function readNumber(text: string, decimal: DecimalMark): string | null {
  const bare = text.trim().replace(/^[−–]/, '-')
  const thousands = decimal === '.' ? ',' : '.'
  const [, sign, body] = /^([-+]?)\s*(.+)$/.exec(bare) ?? []
  if (body === undefined) return null
  const [whole, fraction, more] = body.split(decimal)
  if (whole === undefined || more !== undefined) return null
  const digits = withoutThousands(whole, thousands)
  if (digits === null || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  if (digits === '' && fraction === undefined) return null
  return `${sign === '-' ? '-' : ''}${digits || '0'}${fraction === undefined ? '' : `.${fraction}`}`
}

function withoutThousands(whole: string, mark: ',' | '.'): string | null {
  if (/^\d*$/.test(whole)) return whole
  const even = whole.replace(spaces, mark).replace(/['’]/g, mark)
  const groups = even.split(mark)
  const rightly = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
  return rightly ? groups.join('') : null
}

/**
 * Finds the decimal mark of a file's numbers.
 * Takes: the cells that should hold numbers. Gives: the mark, and whether it is certain: "1.234" alone can be either.
 * One number that can be read in one way only decides; where both marks are proven, the more frequent one stands and
 * the other numbers come out as faulty.
 */
export function decimalMarkOf(cells: readonly string[], likely: DecimalMark): { mark: DecimalMark; certain: boolean } {
  let point = 0
  let comma = 0
  let either = 0
  for (const cell of cells) {
    if (!/[.,]/.test(cell)) continue
    const asPoint = readNumber(cell, '.') !== null
    const asComma = readNumber(cell, ',') !== null
    if (asPoint && asComma) {
      if (/^[-+]?0[.]/.test(cell)) point++
      else if (/^[-+]?0,/.test(cell)) comma++
      else either++
    } else if (asPoint) point++
    else if (asComma) comma++
  }
  if (point === 0 && comma === 0) return { mark: likely, certain: either === 0 }
  return { mark: point >= comma ? '.' : ',', certain: true }
}
