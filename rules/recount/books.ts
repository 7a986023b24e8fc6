import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { written } from '#rules/recount/bytes.ts'
import type { Notes } from '#rules/recount/report.ts'
import type { SeenEntry, SeenEvent, SeenGrounds, SeenRow } from '#rules/recount/shapes.ts'

type Row = SeenRow<'observations'>

interface Batch {
  readonly hash: string
  readonly at: string
  readonly rowsHash: string
  readonly running: ReturnType<typeof sha256.create>
  readonly line: number
  readonly expected: number
  rows: number
}

interface Wanted {
  readonly line: number
  readonly asOf: number
  readonly figure: SeenGrounds['observations'][number]
  found: boolean
}

/** Follows the books: each batch's rows by their hash, each figure's vintages, and the figures that contexts rest on. */
export function recountBooks(notes: Notes) {
  const batches = new Map<string, Batch>()
  const series = new Map<string, { unitId: string; unit: string }>()
  const wanted = new Map<string, Wanted[]>()
  let previous: Row | undefined

  return { publish, want, seriesRow, observation, end }

  function publish(event: Extract<SeenEvent, { kind: 'figures.published' }>, entry: SeenEntry, line: number) {
    if (event.unitId !== entry.stream) notes.fault(line, 'fault-batch-foreign', { batch: event.batch })
    // The same content may be published again, read in another way: the entry's number tells one from the other.
    batches.set(`${event.unitId} ${entry.number}`, {
      ...{ hash: event.batch, at: entry.at, rowsHash: event.rowsHash, line, rows: 0 },
      expected: event.added + event.revised,
      running: sha256.create(),
    })
  }

  function want(context: SeenGrounds, line: number) {
    for (const figure of context.observations) {
      const key = `${figure.series} ${figure.period}`
      const asOf = context.asOf[figure.series.split('/')[0] ?? ''] ?? 0
      wanted.set(key, [...(wanted.get(key) ?? []), { line, asOf, figure, found: false }])
    }
  }

  function seriesRow(row: SeenRow<'series'>) {
    series.set(row.id, { unitId: row.unitId, unit: row.unit })
  }

  function observation(row: Row, line: number) {
    const about = { series: row.seriesId, period: row.period }
    const of = series.get(row.seriesId)
    const batch = of && batches.get(`${of.unitId} ${row.fromNumber}`)
    if (!of || batch?.hash !== row.batch) return notes.fault(line, 'fault-figure-without-batch', about)
    if (row.validFrom !== batch.at) notes.fault(line, 'fault-figure-moment', about)
    const { seriesId, period, entered, status, note } = row
    batch.running.update(utf8ToBytes(`${written({ seriesId, period, entered, status, note })}\n`))
    batch.rows += 1
    if (!readsAsEntered(row)) notes.fault(line, 'fault-figure-value', about)
    followVintages(row, line)
    answer(row, of.unit)
    notes.checked('checked-observations')
  }

  /** A figure that is closed is followed by the one that replaced it, at the same number. */
  function followVintages(row: Row | undefined, line: number) {
    const before = previous
    previous = row
    if (!before) return
    const about = { series: before.seriesId, period: before.period }
    const followed = row?.seriesId === before.seriesId && row.period === before.period
    if (followed ? before.toNumber !== row.fromNumber || before.validTo !== row.validFrom : before.toNumber !== null)
      notes.fault(line, 'fault-figure-vintage', about)
  }

  function answer(row: Row, unit: string) {
    for (const want of wanted.get(`${row.seriesId} ${row.period}`) ?? []) {
      const known = row.fromNumber <= want.asOf && (row.toNumber === null || row.toNumber > want.asOf)
      if (!known) continue
      const { value, status, batch } = want.figure
      want.found = value === row.entered && status === row.status && batch === row.batch && want.figure.unit === unit
    }
  }

  function end(line: number) {
    followVintages(undefined, line)
    for (const batch of batches.values()) {
      const about = { batch: batch.hash }
      if (batch.rows !== batch.expected || bytesToHex(batch.running.digest()) !== batch.rowsHash)
        notes.fault(batch.line, 'fault-batch-rows', about)
      else notes.checked('checked-batches')
    }
    for (const each of [...wanted.values()].flat()) {
      if (each.found) notes.checked('checked-frozen-figures')
      else notes.fault(each.line, 'fault-frozen-figure', { series: each.figure.series, period: each.figure.period })
    }
  }
}

/** Tells whether mantissa and scale say what was entered; a text that is no plain decimal is left to the shapes. */
function readsAsEntered({ entered, mantissa, scale, rounded }: Row): boolean {
  if (entered === null) return mantissa === null && scale === null
  const parts = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(entered)
  if (!parts || rounded) return true
  if (mantissa === null || scale === null) return false
  const [, sign = '', whole = '', part = ''] = parts
  const digits = BigInt(`${whole}${part}` || '0') * (sign ? -1n : 1n)
  return digits * 10n ** BigInt(scale) === BigInt(mantissa) * 10n ** BigInt(part.length)
}
