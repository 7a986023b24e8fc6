import { parseDecimal } from '#figures/decimal.ts'
import type { Row, Sheet } from '#figures/formats/csv.ts'
import { withoutUnit } from '#figures/intake/fold.ts'
import { readStatus } from '#figures/intake/headers.ts'
import type { ColumnRole, FigureStatus, Known, Mapping } from '#figures/intake/mapping.ts'
import { isGap, readNumber } from '#figures/intake/number-text.ts'
import { readMonth, readPeriod, readQuarter, readYear } from '#figures/intake/period-text.ts'
import { type FoundSeries, type Places, placesOf, type SeriesWords } from '#figures/intake/places.ts'
import { inUnit } from '#figures/intake/units.ts'

/** One value as the record will keep it. `entered` is null where the file says that there is no value: a gap, not a zero. */
export interface ReadObservation {
  readonly row: number
  readonly seriesId: string
  readonly period: string
  readonly entered: string | null
  readonly mantissa: number | null
  readonly scale: number | null
  readonly rounded: boolean
  readonly status: FigureStatus
  readonly note: string | null
}

/** What is wrong with one row: its line in the file, the column's header, what stands there, and the code of the sentence. */
export interface Problem {
  readonly row: number
  readonly column: string | null
  readonly value: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface SheetRead {
  readonly series: readonly FoundSeries[]
  readonly observations: readonly ReadObservation[]
  readonly problems: readonly Problem[]
  /** What a person still has to say before anything can be read: `value`, `period` or `measure`. */
  readonly lacking: readonly ('value' | 'period' | 'measure')[]
}

/** The longest note that is kept with a value. */
const longestNote = 1000

/**
 * Reads the figures out of a sheet by its mapping.
 * Takes: the sheet, the mapping, what is known, whose figures they are to be.
 * Gives: series, observations, and for each faulty row what is wrong with it; a faulty row gives no observation at all.
 */
export function readSheet(sheet: Sheet, mapping: Mapping, known: Known, unitId: string): SheetRead {
  const lacking = lackingIn(mapping)
  if (lacking.length > 0) return { series: [], observations: [], problems: [], lacking }
  const places = placesOf(known, mapping, unitId)
  const reader: Reading = {
    sheet,
    mapping,
    places,
    at: positions(mapping.columns),
    period: remembered(readPeriod),
    headers: sheet.columns.map(withoutUnit),
  }
  const observations: ReadObservation[] = []
  const problems: Problem[] = []
  const series = new Map<string, FoundSeries>()
  const said = new Map<string, number>()
  for (const row of sheet.rows) {
    const read = readRow(reader, row)
    const twice = read.wrong.length > 0 ? [] : saidTwice(read.cells, said, row)
    if (read.wrong.length + twice.length > 0) {
      problems.push(...read.wrong, ...twice)
      continue
    }
    for (const { found, observation } of read.cells) {
      said.set(`${found.id} ${observation.period}`, row.line)
      series.set(found.id, found)
      observations.push(observation)
    }
  }
  return { series: [...series.values()], observations, problems, lacking }
}

function lackingIn({ columns, across, fixed }: Mapping): SheetRead['lacking'] {
  const has = (...roles: ColumnRole[]) => roles.some((role) => columns.includes(role))
  return [
    ...(has('value', 'values') && !(has('values') && across === null) ? [] : ['value' as const]),
    ...(has('period', 'year') || across === 'period' || fixed.period !== null ? [] : ['period' as const]),
    ...(has('measure') || across === 'measure' || fixed.measure !== null ? [] : ['measure' as const]),
  ]
}

interface Reading {
  readonly sheet: Sheet
  readonly mapping: Mapping
  readonly places: Places
  readonly at: Positions
  /** Reads a period; a file says the same ones over and over. */
  readonly period: (text: string) => string | null
  readonly headers: readonly { readonly name: string; readonly unit: string | null }[]
}

function remembered<A>(read: (text: string) => A): (text: string) => A {
  const seen = new Map<string, A>()
  return (text) => {
    const before = seen.get(text)
    if (before !== undefined) return before
    const answer = read(text)
    seen.set(text, answer)
    return answer
  }
}

interface Positions {
  readonly of: Partial<Record<ColumnRole, number>>
  readonly values: readonly number[]
}

function positions(columns: readonly ColumnRole[]): Positions {
  const of: Partial<Record<ColumnRole, number>> = {}
  columns.forEach((role, at) => {
    of[role] ??= at
  })
  return { of, values: columns.flatMap((role, at) => (role === 'values' || role === 'value' ? [at] : [])) }
}

interface ReadCell {
  readonly found: FoundSeries
  readonly observation: ReadObservation
  readonly column: string
}

function readRow(reading: Reading, row: Row): { cells: ReadCell[]; wrong: Problem[] } {
  const { sheet, mapping, places, at } = reading
  const wrong: Problem[] = []
  const report: Report = (position, value, code, values) => {
    const column = position === undefined ? null : (sheet.columns[position] ?? null)
    wrong.push({ row: row.line, column, value: value.slice(0, 200), code, values })
  }
  if (row.cells.slice(sheet.columns.length).some((cell) => cell !== '')) {
    report(undefined, row.cells.slice(sheet.columns.length).join(' '), 'row-too-long', {
      columns: sheet.columns.length,
    })
    return { cells: [], wrong }
  }
  const cell = (role: ColumnRole): string => row.cells[at.of[role] ?? -1] ?? ''
  const owner = cell('unit')
  if (owner !== '' && !places.isOwn(owner)) report(at.of.unit, owner, 'row-of-another-unit', {})
  const status = cell('status') === '' ? mapping.fixed.status : readStatus(cell('status'))
  if (status === undefined) report(at.of.status, cell('status'), 'status-not-understood', {})
  const note = noteOf(cell('note'), () => report(at.of.note, cell('note'), 'note-too-long', { most: longestNote }))
  const rowPeriod = mapping.across === 'period' ? null : periodOf(reading, row, report)
  const cells: ReadCell[] = []
  for (const position of at.values) {
    const text = row.cells[position] ?? ''
    // An empty cell of a wide table says nothing; an empty value of a long row says that there is none.
    if (text === '' && mapping.across !== null) continue
    const header = reading.headers[position] ?? { name: '', unit: null }
    const period = mapping.across === 'period' ? reading.period(header.name) : rowPeriod
    if (mapping.across === 'period' && period === null) report(position, header.name, 'period-not-understood', {})
    const unit = cell('unit-of-measure') || header.unit || mapping.fixed.unitOfMeasure
    const words: SeriesWords = {
      measure: mapping.across === 'measure' ? header.name : cell('measure'),
      product: mapping.across === 'product' ? header.name : cell('product'),
      counterpart: cell('counterpart'),
    }
    const found = places.find(words)
    if ('code' in found) {
      const role = found.noun === mapping.across ? position : at.of[found.noun]
      report(role, words[found.noun], found.code, found.values)
      continue
    }
    const value = readValue(text, mapping, found, unit, report, position)
    if (value === undefined || period === null || status === undefined) continue
    const observation = { row: row.line, seriesId: found.id, period, ...value, status, note }
    cells.push({ found, observation, column: sheet.columns[position] ?? '' })
  }
  return { cells, wrong }
}

type Report = (position: number | undefined, value: string, code: string, values: Problem['values']) => void

function noteOf(text: string, tooLong: () => void): string | null {
  if (text.length > longestNote) tooLong()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters cannot stand in the record
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed() || null
}

function periodOf({ mapping, at, period: read }: Reading, row: Row, report: Report): string | null {
  const cell = (role: ColumnRole): string => row.cells[at.of[role] ?? -1] ?? ''
  if (at.of.period !== undefined) {
    const period = read(cell('period'))
    if (period === null) report(at.of.period, cell('period'), 'period-not-understood', {})
    return period
  }
  if (at.of.year === undefined) return mapping.fixed.period
  const year = readYear(cell('year'))
  if (year === null) {
    report(at.of.year, cell('year'), 'period-not-understood', {})
    return null
  }
  for (const [role, readPart, mark] of [
    ['month', readMonth, ''],
    ['quarter', readQuarter, 'Q'],
  ] as const) {
    const text = cell(role)
    if (text === '') continue
    const part = readPart(text)
    if (part !== null) return `${year}-${mark}${part}`
    report(at.of[role], text, 'period-not-understood', {})
    return null
  }
  return year
}

type Value = NonNullable<ReturnType<typeof parseDecimal>> & { readonly entered: string }
type NoValue = { readonly entered: null; readonly mantissa: null; readonly scale: null; readonly rounded: false }
const noValue: NoValue = { entered: null, mantissa: null, scale: null, rounded: false }

function readValue(
  text: string,
  mapping: Mapping,
  series: FoundSeries,
  unit: string | null,
  report: Report,
  position: number,
): Value | NoValue | undefined {
  if (text === '' || isGap(text)) return noValue
  const number = readNumber(text, mapping.decimal)
  if (number === null) {
    report(position, text, 'value-not-a-number', { mark: mapping.decimal === '.' ? 'point' : 'comma' })
    return undefined
  }
  const entered = unit === null ? number : inUnit(number, unit, series.unit)
  if (entered === null) {
    report(position, `${text} ${unit}`, 'unit-of-measure-differs', { given: unit ?? '', kept: series.unit })
    return undefined
  }
  const decimal = parseDecimal(entered)
  if (decimal === null) {
    report(position, text, 'value-out-of-range', {})
    return undefined
  }
  if (decimal.mantissa < 0 && !series.mayBeNegative) {
    report(position, text, 'value-below-zero', {})
    return undefined
  }
  return { entered, mantissa: decimal.mantissa, scale: decimal.scale, rounded: decimal.rounded }
}

function saidTwice(cells: readonly ReadCell[], said: ReadonlyMap<string, number>, row: Row): Problem[] {
  const here = new Set<string>()
  return cells.flatMap(({ found, observation, column }) => {
    const key = `${found.id} ${observation.period}`
    const first = said.get(key) ?? (here.has(key) ? row.line : undefined)
    here.add(key)
    if (first === undefined) return []
    const values = { row: first, period: observation.period }
    return [{ row: row.line, column, value: observation.entered ?? '', code: 'said-twice', values }]
  })
}
