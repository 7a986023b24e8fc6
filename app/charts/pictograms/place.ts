import type { PlacedSymbol } from '#app/charts/marks/pictogram-row.tsx'
import { extentOf } from '#app/charts/marks/symbols.ts'
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
const between = 5
const scaleHeight = 40
const gap = 14

/**
 * Gives every symbol its place: rows from one left edge. A row longer than the drawing is broken into lines of fives
 * or tens, which are easily counted; the figure stands behind the last symbol.
 */
export function placeSymbols(shape: SymbolShape, width: number, scaleText: string, words: Wording): PlacedSymbols {
  const isNarrow = width < 500
  const names = shape.rows.map((row) => wrap(row.name, isNarrow ? width : width * 0.3))
  const left = isNarrow ? 0 : Math.ceil(Math.max(...names.flat().map(widthOf), 0) + 14)

  let y = scaleHeight
  const rows = shape.rows.map((row, index): PlacedSymbolRow => {
    const name = names[index] ?? []
    const nameHeight = name.length * lineHeight
    const text = row.text === null ? words.say('chart-no-figure') : words.short(row.text, row.unit)
    const top = isNarrow ? y + nameHeight + 3 : y
    const line = lineOf(row.pictogram, row.count, width - left, widthOf(text) + 10)
    const symbols = Array.from(
      { length: Math.ceil(row.count) },
      (_, at): PlacedSymbol => ({
        x: round(left + (at % line.symbols) * line.step),
        y: top + Math.floor(at / line.symbols) * (size + 2),
        share: Math.min(1, row.count - at),
      }),
    )
    const lastTop = top + (line.lines - 1) * (size + 2)
    const inLast = row.count - (line.lines - 1) * line.symbols
    const nameBase = line.lines > 1 ? 0 : ((name.length - 1) * lineHeight) / 2
    y = Math.max(lastTop + size, isNarrow ? 0 : top + nameHeight) + gap
    return {
      id: row.id,
      pictogram: row.pictogram,
      unsure: row.unsure,
      name,
      nameY: isNarrow ? top - 8 - (name.length - 1) * lineHeight : top + size / 2 + 6 - nameBase,
      symbols,
      amount: {
        x: round(left + Math.max(0, inLast) * line.step + (inLast > 0 ? 4 : 0)),
        y: lastTop + size / 2 + 6,
        text,
        isGap: row.text === null,
      },
    }
  })
  const pictogram = shape.rows[0]?.pictogram
  return { width, height: y - gap + 2, size, left, scale: pictogram ? { pictogram, text: scaleText } : null, rows }
}

/** How many symbols stand on a line of this room, and how many lines a row takes; a figure that finds no room takes one more. */
function lineOf(pictogram: string, count: number, room: number, amountRoom: number) {
  const [from, to] = extentOf(pictogram)
  const step = ((to - from) / 24) * size + between
  const fitting = Math.max(1, Math.floor(room / step))
  if (count * step + amountRoom <= room) return { step, symbols: fitting, lines: 1 }
  const symbols = fitting < 5 ? fitting : fitting - (fitting % 5)
  const lines = Math.max(1, Math.ceil(count / symbols))
  const inLast = count - (lines - 1) * symbols
  return { step, symbols, lines: inLast * step + amountRoom <= room ? lines : lines + 1 }
}

const round = (length: number) => Math.round(length * 100) / 100
