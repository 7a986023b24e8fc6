import type { ReadLine } from '#figures/reading.ts'
import { type Asked, addRecipe, covered, nothingAsked, type Settled, settle } from '#figures/rounds.ts'
import type { Solver } from '#figures/solver.ts'

/** Months in which the same lines are at work, and what they ask of production over these months. */
export interface Span {
  readonly months: readonly string[]
  /** Each line that is at work, and its change over the span. */
  readonly parts: readonly { readonly line: ReadLine; readonly change: number }[]
  readonly asked: Asked
  readonly settled: Settled
  /** Hours of the doers of planned output, in their own ways. */
  readonly ownHours: number
}

/**
 * Cuts the time that lines cover into spans, so that a line for one month is not spread over another line's year.
 * A line's change is spread evenly over its own months.
 */
export function spansOf(solver: Solver, lines: readonly ReadLine[]): Span[] {
  const months = [...new Set(lines.flatMap((line) => line.months))].sort()
  const groups = new Map<string, { months: string[]; lines: ReadLine[] }>()
  for (const month of months) {
    const active = lines.filter((line) => line.months.includes(month))
    const key = active.map((line) => lines.indexOf(line)).join(' ')
    const group = groups.get(key) ?? { months: [], lines: active }
    group.months.push(month)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => spanOf(solver, group.months, group.lines))
}

function spanOf(solver: Solver, months: readonly string[], lines: readonly ReadLine[]): Span {
  const parts = lines.map((line) => ({ line, change: (line.change * months.length) / line.months.length }))
  const asked = nothingAsked(solver.products.length)
  let ownHours = 0
  for (const { line, change } of parts) {
    if (line.effect !== 'output') continue
    asked.planned[line.product] = (asked.planned[line.product] ?? 0) + change
    addRecipe(asked.ownInputs, line.inputs, change)
    ownHours += line.hours * change
  }
  for (const [product, change] of demands(parts)) asked.demand[product] = (asked.demand[product] ?? 0) + change
  return { months, parts, asked, settled: settle(solver, asked), ownHours }
}

/** What a place receives and what its people consume of the same product is one demand, where one covers the other. */
function demands(parts: Span['parts']): (readonly [product: number, change: number])[] {
  const places = new Map<string, { product: number; receive: number; consume: number }>()
  for (const { line, change } of parts) {
    if (line.effect !== 'demand') continue
    const key = `${line.line.unitId}/${line.line.productId}`
    const place = places.get(key) ?? { product: line.product, receive: 0, consume: 0 }
    if (line.line.direction === 'receive') place.receive += change
    else place.consume += change
    places.set(key, place)
  }
  return [...places.values()].map(
    ({ product, receive, consume }) => [product, receive + consume - covered(consume, receive)] as const,
  )
}
