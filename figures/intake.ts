import { readCsv, type Separator, type Unreadable } from '#figures/formats/csv.ts'
import type { Known, Mapping } from '#figures/intake/mapping.ts'
import { type Problem, readSheet, type SheetRead } from '#figures/intake/read.ts'
import { recognise } from '#figures/intake/recognise.ts'

/** Everything found out about one file: how it is written, how it is read, what it says, and what is wrong with it. */
export interface Intake extends SheetRead {
  readonly format: {
    readonly separator: Separator
    readonly headerLine: number | null
    readonly preamble: readonly string[]
  }
  readonly columns: readonly string[]
  readonly mapping: Mapping
  /** False where a mapping was given that has another number of columns than the file: it was left aside. */
  readonly mappingFits: boolean
  /** False where the numbers can be read with a decimal point as well as with a comma: a person must look. */
  readonly decimalCertain: boolean
  /** The rows below the header, empty ones not counted. */
  readonly rows: number
  /** How many rows have a fault; such rows give no observation. */
  readonly faultyRows: number
  /** The first rows as they stand, to recognise them by. */
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/**
 * Reads an office's file.
 * Takes: its text (`decodeText` makes it from bytes), the unit whose figures it holds, what is known, and the mapping that a
 * person has settled, or null to find one out. A mapping made for another number of columns is not used.
 * Gives: series, observations and problems, or why the file is no table at all. Never throws, whatever the text.
 */
export function readIntake(given: {
  readonly text: string
  readonly unitId: string
  readonly known: Known
  readonly mapping: Mapping | null
}): Intake | Unreadable {
  const sheet = readCsv(given.text)
  if ('unreadable' in sheet) return sheet
  const found = recognise(sheet, given.known, given.unitId)
  const fits = given.mapping?.columns.length === sheet.columns.length
  const mapping = given.mapping && fits ? given.mapping : found.mapping
  const read = readSheet(sheet, mapping, given.known, given.unitId)
  return {
    ...read,
    format: { separator: sheet.separator, headerLine: sheet.headerLine, preamble: sheet.preamble.slice(0, 10) },
    columns: sheet.columns,
    mapping,
    mappingFits: given.mapping === null || fits,
    decimalCertain: found.decimalCertain,
    rows: sheet.rows.length,
    faultyRows: countRows(read.problems),
    firstRows: sheet.rows.slice(0, 5).map(({ line, cells }) => ({ row: line, cells })),
  }
}

const countRows = (problems: readonly Problem[]): number => new Set(problems.map((problem) => problem.row)).size
