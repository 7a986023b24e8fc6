import type { PlacedSymbol } from '#app/charts/marks/pictogram-row.tsx'
import { lineHeight, widthOf, wrap } from '#app/charts/marks/text.tsx'
import type { SymbolShape } from '#app/charts/pictograms/shape.ts'
import type { Wording } from '#app/parts/words.tsx'

export interface PlacedSymbolRow {
  readonly id: string
  readonly pictogram: string
  readonly unsure: boolean
  readonly name: readonly string[]
  readonly nameY: number
  readonly symbols: readonly PlacedSymbol[]
  readonly amount: { readonly x: number; readonly y: number; readonly text: string; readonly isGap: boolean }
}

export interface PlacedSymbols {
  readonly width: number
  readonly height: number
  readonly size: number
  readonly left: number
  readonly scale: { readonly pictogram: string; readonly text: string } | null
  readonly rows: readonly PlacedSymbolRow[]
}

const size = 30
const step = 32
const scaleHeight = 40
const gap = 14

/** Gives every symbol its place: rows from one left edge, broken into lines where a row is longer than the drawing. */
export function placeSymbols(shape: SymbolShape, width: number, scaleText: string, words: Wording): PlacedSymbols {
  const isNarrow = width < 500
  const names = shape.rows.map((row) => wrap(row.name, isNarrow ? width : width * 0.3))
  const amounts = shape.rows.map((row) =>
    row.text === null ? words.say('chart-no-figure') : words.amount(row.text, row.unit),
  )
  const amountRoom = Math.max(...amounts.map(widthOf), 0) + 10
  const left = isNarrow ? 0 : Math.ceil(Math.max(...names.flat().map(widthOf), 0) + 14)
  const perLine = Math.max(1, Math.floor((width - left - amountRoom) / step))

  let y = scaleHeight
  const rows = shape.rows.map((row, index): PlacedSymbolRow => {
    const name = names[index] ?? []
    const nameHeight = name.length * lineHeight
    const top = isNarrow ? y + nameHeight + 3 : y
    const lines = Math.max(1, Math.ceil(row.count / perLine))
    const inLast = row.count - (lines - 1) * perLine
    const symbols = Array.from(
      { length: Math.ceil(row.count) },
      (_, at): PlacedSymbol => ({
        x: left + (at % perLine) * step,
        y: top + Math.floor(at / perLine) * step,
        share: Math.min(1, row.count - at),
      }),
    )
    const lastTop = top + (lines - 1) * step
    y = Math.max(lastTop + size, isNarrow ? 0 : top + nameHeight) + gap
    return {
      id: row.id,
      pictogram: row.pictogram,
      unsure: row.unsure,
      name,
      nameY: isNarrow
        ? top - 8 - (name.length - 1) * lineHeight
        : top + size / 2 + 6 - (lines > 1 ? 0 : ((name.length - 1) * lineHeight) / 2),
      symbols,
      amount: {
        x: Math.round((left + inLast * step + 6) * 100) / 100,
        y: lastTop + size / 2 + 6,
        text: amounts[index] ?? '',
        isGap: row.text === null,
      },
    }
  })
  const pictogram = shape.rows[0]?.pictogram
  return { width, height: y - gap + 2, size, left, scale: pictogram ? { pictogram, text: scaleText } : null, rows }
}
