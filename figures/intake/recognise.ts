import type { Sheet } from '#figures/formats/csv.ts'
import { withoutUnit } from '#figures/intake/fold.ts'
import { roleOfHeader } from '#figures/intake/headers.ts'
import type { Across, ColumnRole, Known, Mapping } from '#figures/intake/mapping.ts'
import { type Finder, finderOf } from '#figures/intake/names.ts'
import { decimalMarkOf, isGap, readNumber } from '#figures/intake/number-text.ts'
import { readMonth, readPeriod, readQuarter, readYear } from '#figures/intake/period-text.ts'
import { isUnitOfMeasure } from '#figures/intake/units.ts'

/** How many rows are looked at to find out what a column holds. */
const sample = 200
/** The share of a column's cells that must be of one kind. */
const most = 0.8

/**
 * Finds out how a file is to be read, by its headers first and by its contents where they say nothing.
 * Takes: the sheet, what is known, and whose figures they are to be. Gives: a mapping, complete enough to read with or not
 * (`lacking` in `readSheet` says what a person still has to tell), and whether the decimal mark is certain.
 */
export function recognise(sheet: Sheet, known: Known, unitId: string): { mapping: Mapping; decimalCertain: boolean } {
  const finders = {
    unit: finderOf(known.units),
    measure: finderOf(known.measures),
    product: finderOf(known.products),
  }
  const columns = sheet.columns.map((header, at) => guess(header, cellsOf(sheet, at), finders, unitId))
  const across = acrossOf(sheet, columns, finders)
  const found = columns.map((role, at) => (across?.at.has(at) ? 'values' : role))
  const roles = settled(across ? found : withValue(sheet, found))
  const numbers = roles.flatMap((role, at) => (role === 'value' || role === 'values' ? cellsOf(sheet, at) : []))
  const likely = sheet.separator === ';' ? ',' : '.'
  const decimal = decimalMarkOf(numbers, likely)
  const valueHeader = sheet.columns[roles.indexOf('value')]
  const told = valueHeader === undefined || sheet.headerLine === null ? null : withoutUnit(valueHeader).unit
  return {
    decimalCertain: decimal.certain,
    mapping: {
      columns: roles,
      across: across?.across ?? null,
      decimal: decimal.mark,
      fixed: {
        measure: null,
        product: null,
        counterpart: null,
        period: null,
        unitOfMeasure: told !== null && isUnitOfMeasure(told) ? told : null,
        status: 'provisional',
      },
      names: {},
    },
  }
}

interface Finders {
  readonly unit: Finder
  readonly measure: Finder
  readonly product: Finder
}

const cellsOf = (sheet: Sheet, at: number): string[] =>
  sheet.rows
    .slice(0, sample)
    .map((row) => row.cells[at] ?? '')
    .filter((cell) => cell !== '' && !isGap(cell))

const mostly = (cells: readonly string[], test: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(test).length >= cells.length * most

function guess(header: string, cells: readonly string[], finders: Finders, unitId: string): ColumnRole | undefined {
  const named = roleOfHeader(header) ?? roleOfHeader(withoutUnit(header).name)
  const dates = mostly(cells, (cell) => readPeriod(cell) !== null)
  if (named === 'unit-of-measure' || named === 'unit') {
    if (mostly(cells, isUnitOfMeasure)) return 'unit-of-measure'
    if (mostly(cells, (cell) => finders.unit.find(cell) !== undefined)) return 'unit'
    return named
  }
  if (named === 'month' || named === 'quarter' || named === 'year') {
    const parts = cells.filter((cell) => readMonth(cell) ?? readQuarter(cell) ?? readYear(cell)).length
    return cells.filter((cell) => readPeriod(cell) !== null).length > parts ? 'period' : named
  }
  if (named) return named
  return byContent(cells, dates, finders, unitId)
}

function byContent(
  cells: readonly string[],
  dates: boolean,
  { unit, measure, product }: Finders,
  unitId: string,
): ColumnRole | undefined {
  if (dates) return 'period'
  if (mostly(cells, (cell) => measure.find(cell) !== undefined)) return 'measure'
  if (mostly(cells, (cell) => product.find(cell) !== undefined)) return 'product'
  if (mostly(cells, (cell) => unit.find(cell) === unitId)) return 'unit'
  if (mostly(cells, (cell) => unit.find(cell) !== undefined)) return 'counterpart'
  if (mostly(cells, isUnitOfMeasure)) return 'unit-of-measure'
  if (mostly(cells, (cell) => /[^\d]/.test(cell) && readMonth(cell) !== null)) return 'month'
  return undefined
}

/** Columns of numbers whose headers are periods, measures or products. One is enough for a measure, periods need two. */
function acrossOf(
  sheet: Sheet,
  found: readonly (ColumnRole | undefined)[],
  finders: Finders,
): { across: Across; at: Set<number> } | null {
  if (sheet.headerLine === null || found.includes('value')) return null
  const named = (test: (header: string) => boolean) =>
    new Set(sheet.columns.flatMap((header, at) => (header !== '' && isNumeric(sheet, at) && test(header) ? [at] : [])))
  const periods = named((header) => readPeriod(header) !== null)
  if (periods.size >= 2) return { across: 'period', at: periods }
  const measures = named((header) => finders.measure.find(withoutUnit(header).name) !== undefined)
  if (measures.size > 0) return { across: 'measure', at: measures }
  const products = named((header) => finders.product.find(withoutUnit(header).name) !== undefined)
  if (products.size > 0) return { across: 'product', at: products }
  return periods.size === 1 ? { across: 'period', at: periods } : null
}

/** A column can hold values where at least half of it reads as numbers: a faulty cell does not hide a whole column. */
function isNumeric(sheet: Sheet, at: number): boolean {
  const cells = cellsOf(sheet, at)
  return (
    cells.filter((cell) => readNumber(cell, '.') !== null || readNumber(cell, ',') !== null).length >= cells.length / 2
  )
}

/** Where no header says which column is the value, the only column of numbers that is nothing else is it. */
function withValue(sheet: Sheet, found: readonly (ColumnRole | undefined)[]): (ColumnRole | undefined)[] {
  if (found.includes('value')) return [...found]
  const numeric = found.flatMap((role, at) =>
    role === undefined && cellsOf(sheet, at).length > 0 && isNumeric(sheet, at) ? [at] : [],
  )
  return found.map((role, at) => (numeric.length === 1 && at === numeric[0] ? 'value' : role))
}

/** One column for each role but `values`, `note` and `ignore`: the first keeps it. */
function settled(found: readonly (ColumnRole | undefined)[]): ColumnRole[] {
  const taken = new Set<ColumnRole>()
  return found.map((role) => {
    if (role === undefined || (taken.has(role) && role !== 'values')) return 'ignore'
    taken.add(role)
    return role
  })
}
