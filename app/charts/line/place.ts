import { ticks } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { LineShape, Spot } from '#app/charts/line/shape.ts'
import type { Tick } from '#app/charts/marks/axis.tsx'
import { dodge } from '#app/charts/marks/dodge.ts'
import type { Dot, Stroke } from '#app/charts/marks/line.tsx'
import { lineHeight, widthOf, wrap } from '#app/charts/marks/text.tsx'
import type { Wording } from '#app/parts/words.tsx'

interface Label {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly amount: string
  /** From the line's end to its label, where they are apart. */
  readonly leader: string | null
}

export interface PlacedLine {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly zero: number | null
  readonly levels: readonly Tick[]
  readonly months: readonly Tick[]
  readonly years: readonly Tick[]
  readonly bands: readonly { readonly x: number; readonly width: number }[]
  readonly top: number
  readonly strokes: readonly Stroke[]
  readonly dots: readonly Dot[]
  readonly labels: readonly Label[]
  readonly plan: readonly {
    readonly x1: number
    readonly x2: number
    readonly y: number
    readonly text: string | null
  }[]
}

/** Gives every part of a line chart its coordinates in a drawing of this width. */
export function placeLine(shape: LineShape, width: number, words: Wording): PlacedLine {
  const single = shape.lines.length === 1
  const tags = shape.lines.map((line) => ({
    lines: single ? [] : wrap(line.name, width * 0.24),
    amount: line.last ? words.short(line.last.text, line.unit) : '',
  }))
  const tagHeights = tags.map((tag) => (tag.lines.length + 1) * lineHeight + 4)
  const tagWidth = Math.max(...tags.flatMap((tag) => [...tag.lines, tag.amount].map(widthOf)), 0)
  const top = 14
  const room = Math.max(
    width < 500 ? 220 : 280,
    tagHeights.reduce((sum, height) => sum + height, 0),
  )
  const bottom = top + room

  const level = scaleLinear([shape.low, shape.high], [bottom, top])
  if (shape.startsAtZero) level.nice(4)
  else level.nice(3)
  const levelValues = level.ticks(4)
  const levels = levelValues.map((value) => ({
    at: round(level(value)),
    text: words.decimal(tickText(value, levelValues)),
  }))
  const left = Math.ceil(Math.max(...levels.map((tick) => widthOf(tick.text))) + 10)
  const right = Math.floor(width - tagWidth - 14)
  const time = scaleLinear([shape.from, shape.to], [left, right])

  const draw = line<Spot>(
    (spot) => round(time(spot.at)),
    (spot) => round(level(spot.value)),
  )
  const ends = shape.lines.map((one) => ({
    x: one.last ? time(one.last.at) : right,
    y: one.last ? level(one.last.value) : bottom,
  }))
  const tops = dodge(
    ends.map((end, index) => ({ at: end.y - (tagHeights[index] ?? 0) / 2, height: tagHeights[index] ?? 0 })),
    top - lineHeight / 2,
    bottom + lineHeight / 2,
  )
  const labels = shape.lines.map((one, index): Label => {
    const end = ends[index] ?? { x: right, y: bottom }
    const y = round((tops[index] ?? 0) + lineHeight - 3)
    const middle = round((tops[index] ?? 0) + (tagHeights[index] ?? 0) / 2)
    const isApart = Math.abs(middle - end.y) > 5 || right - end.x > 14
    const leader = isApart ? `M${round(end.x + 7)} ${round(end.y)}L${right + 2} ${middle}h5` : null
    return { id: one.id, x: right + 11, y, lines: tags[index]?.lines ?? [], amount: tags[index]?.amount ?? '', leader }
  })

  return {
    width,
    height: bottom + (shape.byYear ? 32 : 52),
    left,
    right,
    bottom,
    top,
    zero: level.domain()[0] === 0 || shape.low < 0 ? round(level(0)) : null,
    levels,
    ...timeTicks(shape, time, words),
    strokes: shape.lines.flatMap((one, index) =>
      one.runs.map((run) => ({
        path: draw(run.spots) ?? '',
        hue: (index % 4) + 1,
        isThin: index % 8 >= 4,
        unsure: run.unsure,
      })),
    ),
    dots: shape.lines.flatMap((one, index) =>
      [...one.lone.filter((spot) => spot.at !== one.last?.at), ...(one.last ? [one.last] : [])].map((spot) => ({
        x: round(time(spot.at)),
        y: round(level(spot.value)),
        hue: (index % 4) + 1,
        open: index % 8 >= 4,
      })),
    ),
    labels,
    plan: shape.plan.map((mark, index) => ({
      x1: round(time(mark.start)),
      x2: round(time(mark.end)),
      y: round(level(mark.value)),
      text: index === shape.plan.length - 1 ? words.say('chart-plan') : null,
    })),
  }
}

/** Few ticks: round years; months only where each quarter has room. Every second year is tinted when months are shown. */
function timeTicks(shape: LineShape, time: (at: number) => number, words: Wording) {
  const perYear = time(12) - time(0)
  const [firstYear, lastYear] = [Math.floor(shape.from / 12), Math.ceil(shape.to / 12) - 1]
  const span = time(shape.to) - time(shape.from)
  const wanted = ticks(firstYear, lastYear, Math.max(2, Math.floor(span / 80))).filter(Number.isInteger)
  const middleOfYear = (year: number) => (Math.max(year * 12, shape.from) + Math.min(year * 12 + 12, shape.to)) / 2
  const shown = shape.byYear || perYear < 44 ? wanted : rangeOf(firstYear, lastYear)
  const years = shown
    .map((year) => ({ at: round(time(middleOfYear(year))), text: String(year), room: time(middleOfYear(year)) }))
    .filter((tick, index, all) => index === 0 || tick.room - (all[index - 1]?.room ?? 0) > 40)
    .map(({ at, text }) => ({ at, text }))
  const shortMonth = new Intl.DateTimeFormat(words.language, { month: 'short', timeZone: 'UTC' })
  const months =
    shape.byYear || perYear / 4 < 40
      ? []
      : rangeOf(Math.ceil(shape.from), Math.floor(shape.to) - 1)
          .filter((month) => month % 3 === 0)
          .map((month) => ({
            at: round(time(month + 0.5)),
            text: shortMonth.format(new Date(Date.UTC(2000, month % 12, 1))),
          }))
  const bands = shape.byYear
    ? []
    : rangeOf(firstYear, lastYear)
        .filter((year) => year % 2 === 0)
        .map((year) => {
          const [start, end] = [Math.max(year * 12, shape.from), Math.min(year * 12 + 12, shape.to)]
          return { x: round(time(start)), width: round(time(end) - time(start)) }
        })
  return { years, months, bands }
}

const rangeOf = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/** All ticks of a scale with the same number of decimals. */
function tickText(value: number, all: readonly number[]): string {
  const decimals = Math.max(...all.map((one) => String(Number(one.toPrecision(6))).split('.')[1]?.length ?? 0))
  return value.toFixed(decimals)
}

const round = (length: number) => Math.round(length * 100) / 100
