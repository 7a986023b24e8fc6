import type { Observation } from '#demo/books.ts'
import { foundingSeats } from '#demo/people.ts'
import type { ReferenceFigures } from '#demo/reference.ts'
import { asFirstPublished, corrections } from '#demo/revisions.ts'
import type { Society } from '#demo/society.ts'
import type { ColumnRole, Mapping } from '#figures/intake/mapping.ts'

/** One file that an office publishes, as it sends it. */
export interface Publication {
  /** Days before today. */
  readonly day: number
  readonly unitId: string
  readonly as: string
  readonly sourceId: string
  readonly name: string
  /** The file itself, CSV. */
  readonly text: string
  readonly mapping: Mapping
}

/** The offices brought their older books in at once, and have published month by month since. */
export const booksOpenedDaysAgo = 200
/** An office closes a month's books so many days after its end. */
const closingDays = 6
const correctedDaysAgo = 33
const dayMs = 86_400_000

/**
 * Gives every file that the offices of the society published, oldest first: the older books, then each month, then corrections;
 * and the real series, one file for each source and vintage.
 */
export function publications(society: Society, real: ReferenceFigures, today: Date): Publication[] {
  const files: Publication[] = []
  const send = (day: number, name: string, rows: readonly Observation[]) => {
    for (const [key, own] of groups(rows, (row) => `${row.unitId} ${row.sourceId}`)) {
      const [unitId = '', sourceId = ''] = key.split(' ')
      files.push({ day, unitId, as: officeOf(unitId), sourceId, name: `${unitId}-${name}.csv`, ...fileOf(own) })
    }
  }
  const first = asFirstPublished(society.observations, society.revisions)
  const dayOf = (row: Observation) => Math.min(booksOpenedDaysAgo, publishedDay(row.period, today))
  for (const [day, rows] of groups(first, (row) => String(dayOf(row))))
    send(Number(day), Number(day) === booksOpenedDaysAgo ? 'older-books' : (rows[0]?.period ?? ''), rows)
  send(correctedDaysAgo, 'corrections', corrections(society.observations, society.revisions))
  const vintages = [...groups(real.observations, (row) => row.published)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  vintages.forEach(([published, rows], at) => {
    send(booksOpenedDaysAgo - (at + 1) / 100, `published-${published}`, rows)
  })
  return files.sort((one, other) => other.day - one.day)
}

/** The day, before today, on which the books of a month were published: never less than an hour ago. */
function publishedDay(period: string, today: Date): number {
  const next = Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 1)
  return Math.max(1 / 24, (today.getTime() - next) / dayMs - closingDays)
}

const officeOf = (unitId: string): string =>
  foundingSeats(unitId).find((seat) => seat.role === 'office')?.personId ?? ''

const columns: readonly ColumnRole[] = [
  'unit',
  'measure',
  'product',
  'counterpart',
  'period',
  'value',
  'unit-of-measure',
  'status',
  'note',
]

function fileOf(rows: readonly Observation[]): { text: string; mapping: Mapping } {
  const lines = rows.map((row) =>
    [row.unitId, row.measureId, row.productId, row.counterpartId, row.period, row.value, row.unit, row.status, row.note]
      .map((cell) => quoted(cell ?? ''))
      .join(','),
  )
  const none = { measure: null, product: null, counterpart: null, period: null, unitOfMeasure: null }
  return {
    text: `${[columns.join(','), ...lines].join('\n')}\n`,
    mapping: { columns, across: null, decimal: '.', fixed: { ...none, status: 'final' }, names: {} },
  }
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) {
    const own = grouped.get(keyOf(row))
    if (own) own.push(row)
    else grouped.set(keyOf(row), [row])
  }
  return grouped
}
