import { isBlank, tokensOf } from '#rules/text/tokens.ts'

/** Base tokens `from` to before `to` give way to the tokens in `put`. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly put: readonly string[]
}

/** A stretch of text that both have, that only the earlier or that only the later has. */
export interface Part {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond this many single insertions and removals the middle counts as replaced whole: time and memory stay bounded. */
const mostEdits = 1_000

/**
 * Finds the smallest set of changes that leads from one list of tokens to another.
 * Gives: hunks in order; they never touch one another. Texts that differ in more than 1,000 tokens give one hunk between
 * their common beginning and end.
 * Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
 */
export function hunksBetween(base: readonly string[], other: readonly string[]): Hunk[] {
  let start = 0
  while (start < base.length && start < other.length && base[start] === other[start]) start++
  let end = 0
  const most = Math.min(base.length, other.length) - start
  while (end < most && base[base.length - 1 - end] === other[other.length - 1 - end]) end++

  const was = base.slice(start, base.length - end)
  const is = other.slice(start, other.length - end)
  if (was.length === 0 && is.length === 0) return []
  const trace = was.length === 0 || is.length === 0 ? undefined : searchForward(was, is)
  if (!trace) return [{ from: start, to: start + was.length, put: is }]
  return walkBack(trace, was, is).map((hunk) => ({ ...hunk, from: hunk.from + start, to: hunk.to + start }))
}

/**
 * Sets two texts side by side as one running text with what was removed and added.
 * Gives: parts in reading order; the parts `same` and `removed` joined are the first text, `same` and `added` the second.
 * Changes with only a blank between them are drawn together, for the eye.
 */
export function textDifference(earlier: string, later: string): Part[] {
  const base = tokensOf(earlier)
  const parts: Part[] = []
  const add = (kind: Part['kind'], tokens: readonly string[]) => {
    if (tokens.length > 0) parts.push({ kind, text: tokens.join('') })
  }
  let at = 0
  for (const hunk of drawTogether(base, hunksBetween(base, tokensOf(later)))) {
    add('same', base.slice(at, hunk.from))
    add('removed', base.slice(hunk.from, hunk.to))
    add('added', hunk.put)
    at = hunk.to
  }
  add('same', base.slice(at))
  return parts
}

function drawTogether(base: readonly string[], hunks: readonly Hunk[]): Hunk[] {
  const drawn: Hunk[] = []
  for (const hunk of hunks) {
    const last = drawn.at(-1)
    const between = last && base.slice(last.to, hunk.from)
    if (last && between?.every(isBlank))
      drawn[drawn.length - 1] = { from: last.from, to: hunk.to, put: [...last.put, ...between, ...hunk.put] }
    else drawn.push(hunk)
  }
  return drawn
}

/** The furthest reach on every diagonal, edit by edit; undefined where more edits are needed than are allowed. */
function searchForward(was: readonly string[], is: readonly string[]): Int32Array[] | undefined {
  const trace: Int32Array[] = []
  const limit = Math.min(mostEdits, was.length + is.length)
  let reach = new Int32Array([0, 0, 0])
  for (let edits = 0; edits <= limit; edits++) {
    // Diagonals -edits … edits stand at 1 … 2 × edits + 1, with a margin on each side.
    const next = new Int32Array(2 * edits + 3)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = edits === 0 ? 0 : stepInto(reach, edits, diagonal)
      while (x < was.length && x - diagonal < is.length && was[x] === is[x - diagonal]) x++
      next[diagonal + edits + 1] = x
      if (x >= was.length && x - diagonal >= is.length) return [...trace, next]
    }
    trace.push(next)
    reach = next
  }
  return undefined
}

/** Where a diagonal begins after one more edit: down from the one above it, or right from the one below. */
function stepInto(reach: Int32Array, edits: number, diagonal: number): number {
  const below = reach[diagonal - 1 + edits] ?? 0
  const above = reach[diagonal + 1 + edits] ?? 0
  return comesDown(below, above, edits, diagonal) ? above : below + 1
}

const comesDown = (below: number, above: number, edits: number, diagonal: number) =>
  diagonal === -edits || (diagonal !== edits && below < above)

function walkBack(trace: readonly Int32Array[], was: readonly string[], is: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let x = was.length
  let y = is.length
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const diagonal = x - y
    const reach = trace[edits - 1] ?? new Int32Array()
    const below = reach[diagonal - 1 + edits] ?? 0
    const above = reach[diagonal + 1 + edits] ?? 0
    const down = comesDown(below, above, edits, diagonal)
    const fromX = down ? above : below
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1)
    putFirst(hunks, { from: fromX, to: down ? fromX : fromX + 1, put: down ? is.slice(fromY, fromY + 1) : [] })
    x = fromX
    y = fromY
  }
  return hunks
}

/** Sets a single edit before the hunks found so far, joined to the first where they touch. */
function putFirst(hunks: Hunk[], edit: Hunk): void {
  const first = hunks[0]
  if (first && first.from === edit.to) hunks[0] = { from: edit.from, to: first.to, put: [...edit.put, ...first.put] }
  else hunks.unshift(edit)
}
