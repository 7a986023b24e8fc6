import { hasValue, isUnsure, type Row } from '#app/charts/shape.ts'

export interface SymbolRow {
  readonly id: string
  readonly name: string
  readonly pictogram: string
  readonly unit: string
  readonly text: string | null
  readonly unsure: boolean
  /** How many symbols stand for it, the last one in part; 0 where there is no figure. */
  readonly count: number
}

export interface SymbolShape {
  readonly rows: readonly SymbolRow[]
  /** What one symbol stands for, in the unit of the rows. */
  readonly per: number
  readonly hasUnsure: boolean
}

/** More symbols than this in a row are not counted any more by eye. */
const mostSymbols = 60

/**
 * What pictogram rows show, before they have a size.
 * Takes: rows of one unit, and the quantity one symbol stands for; null chooses a round one that gives about ten at most.
 * Gives: the symbols of each row. A quantity that would give more than 60 symbols is replaced by a round larger one, which is stated.
 */
export function shapeSymbols(rows: readonly Row[], wanted: number | null): SymbolShape {
  const most = Math.max(0, ...rows.map((row) => row.point?.value ?? 0))
  const per =
    wanted === null || most / wanted > mostSymbols ? roundQuantity(most / (wanted === null ? 10 : mostSymbols)) : wanted
  const counted = rows.map(({ id, name, pictogram, unit, point }): SymbolRow => {
    const valued = point && hasValue(point) ? point : null
    const count = valued ? Math.max(0, Math.round((valued.value / per) * 1e6) / 1e6) : 0
    return { id, name, pictogram, unit, text: valued?.text ?? null, unsure: valued !== null && isUnsure(valued), count }
  })
  return { rows: counted, per, hasUnsure: counted.some((row) => row.unsure) }
}

/** The smallest of 1, 2, 5, 10, 20, 50 … (and 0.1, 0.2, 0.5 …) that is not below a quantity; 1 for nothing. */
export function roundQuantity(least: number): number {
  if (least <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return Number((step * power).toPrecision(1))
}
