import { scaleLinear } from 'd3-scale'
import type { BarShape } from '#app/charts/bar/shape.ts'
import { lineHeight, widthOf, wrap } from '#app/charts/marks/text.tsx'
import type { Wording } from '#app/parts/words.tsx'

export interface PlacedBar {
  readonly id: string
  readonly name: readonly string[]
  readonly nameY: number
  /** Null where there is no figure: then nothing is drawn, and the words say so. */
  readonly bar: { readonly x: number; readonly width: number; readonly unsure: boolean } | null
  readonly y: number
  readonly amount: { readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'end' }
  readonly plan: number | null
}

export interface PlacedBars {
  readonly width: number
  readonly height: number
  readonly barHeight: number
  readonly zero: number
  readonly rows: readonly PlacedBar[]
}

const barHeight = 26
const gap = 14

/** Gives every bar its coordinates: names at the left, or above their bars where the drawing is narrow. */
export function placeBar(shape: BarShape, width: number, words: Wording): PlacedBars {
  const isNarrow = width < 500
  const names = shape.rows.map((row) => wrap(row.name, isNarrow ? width : width * 0.34))
  const nameRoom = isNarrow ? 0 : Math.ceil(Math.max(...names.flat().map(widthOf), 0) + 12)
  const amounts = shape.rows.map((row) =>
    row.text === null ? words.say('chart-no-figure') : words.short(row.text, row.unit),
  )
  const amountRoom = Math.ceil(Math.max(...amounts.map(widthOf), 0) + 10)
  const left = nameRoom + (shape.low < 0 ? amountRoom : 1)
  const scale = scaleLinear([shape.low, shape.high], [left, width - amountRoom])
  const zero = round(scale(0))

  let y = 2
  const rows = shape.rows.map((row, index): PlacedBar => {
    const name = names[index] ?? []
    const nameHeight = name.length * lineHeight
    const top = isNarrow ? y + nameHeight + 3 : y + Math.max(0, (nameHeight - barHeight) / 2)
    const nameY = isNarrow ? y + lineHeight - 4 : top + barHeight / 2 - nameHeight / 2 + lineHeight - 4
    const end = row.value === null ? zero : round(scale(row.value))
    const isBelow = row.value !== null && row.value < 0
    y = (isNarrow ? top + barHeight : Math.max(top + barHeight, y + nameHeight)) + gap
    const past =
      row.plan !== null && !isBelow
        ? Math.max(end, row.plan > (row.value ?? 0) && scale(row.plan) - end < amountRoom ? scale(row.plan) + 4 : end)
        : end
    return {
      id: row.id,
      name,
      nameY: round(nameY),
      bar:
        row.value === null ? null : { x: Math.min(zero, end), width: Math.abs(round(end - zero)), unsure: row.unsure },
      y: round(top),
      amount: {
        x: round(isBelow ? end - 8 : past + 8),
        y: round(top + barHeight / 2 + 6),
        text: amounts[index] ?? '',
        anchor: isBelow ? 'end' : 'start',
      },
      plan: row.plan === null ? null : round(scale(row.plan)),
    }
  })
  return { width, height: y - gap + 4, barHeight, zero, rows }
}

const round = (length: number) => Math.round(length * 100) / 100
