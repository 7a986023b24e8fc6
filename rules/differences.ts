import { exactText, parseDecimal, subtractDecimals } from '#figures/decimal.ts'
import { isSameAmount, isSameQuantity } from '#rules/changes.ts'
import type { DecisionRule } from '#rules/shapes/decision-rule.ts'
import type { Block, Line, ProposalBody } from '#rules/shapes/proposal.ts'
import { hunksBetween, type Part, textDifference } from '#rules/text/difference.ts'

/** One block in reading order; its parts hold both texts. */
export interface BlockDifference {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly id: string
  readonly parts: readonly Part[]
}

/** One line in reading order; where its amount changed, from what to what and by how much, signed and exact ("-12.5"). */
export type LineDifference =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly line: Line }
  | {
      readonly kind: 'changed'
      readonly line: Line
      readonly from: string
      readonly to: string
      readonly delta: string
    }

export interface BodyDifference {
  readonly title: readonly Part[]
  readonly blocks: readonly BlockDifference[]
  readonly lines: readonly LineDifference[]
  /** The decision rule that the proposal is to bring, where it differs. */
  readonly rule?: { readonly from: DecisionRule | null; readonly to: DecisionRule | null }
}

/** Sets two versions of a proposal side by side for reading: words by tokens, blocks and lines by their ids, amounts by their difference. */
export function differences(earlier: ProposalBody, later: ProposalBody): BodyDifference {
  const rule = { from: earlier.rule ?? null, to: later.rule ?? null }
  return {
    title: textDifference(earlier.title, later.title),
    blocks: sideBySide(earlier.blocks, later.blocks).map(({ was, is }) => blockDifference(was, is)),
    lines: sideBySide(earlier.lines, later.lines).flatMap(({ was, is }) => lineDifference(was, is)),
    ...(JSON.stringify(rule.from) === JSON.stringify(rule.to) ? {} : { rule }),
  }
}

/** Pairs of things with one id, in reading order; what only one side has stands alone. */
interface Pair<T> {
  readonly was?: T | undefined
  readonly is?: T | undefined
}

function sideBySide<T extends { readonly id: string }>(earlier: readonly T[], later: readonly T[]): Pair<T>[] {
  const pairs: Pair<T>[] = []
  const laterById = new Map(later.map((thing) => [thing.id, thing]))
  let at = 0
  const ids = earlier.map((thing) => thing.id)
  const laterIds = later.map((thing) => thing.id)
  const keep = (to: number) => {
    for (const was of earlier.slice(at, to)) pairs.push({ was, is: laterById.get(was.id) })
    at = to
  }
  for (const hunk of hunksBetween(ids, laterIds)) {
    keep(hunk.from)
    for (const was of earlier.slice(hunk.from, hunk.to)) pairs.push({ was })
    for (const id of hunk.put) pairs.push({ is: laterById.get(id) })
    at = hunk.to
  }
  keep(earlier.length)
  return pairs
}

function blockDifference(was: Block | undefined, is: Block | undefined): BlockDifference {
  const parts = textDifference(was?.text ?? '', is?.text ?? '')
  const id = was?.id ?? is?.id ?? ''
  if (!was) return { kind: 'added', id, parts }
  if (!is) return { kind: 'removed', id, parts }
  return { kind: was.text === is.text ? 'same' : 'changed', id, parts }
}

function lineDifference(was: Line | undefined, is: Line | undefined): LineDifference[] {
  if (was && is && isSameQuantity(was, is))
    return isSameAmount(was.amount, is.amount)
      ? [{ kind: 'same', line: is }]
      : [{ kind: 'changed', line: is, from: was.amount, to: is.amount, delta: minus(is.amount, was.amount) }]
  return [
    ...(was ? [{ kind: 'removed' as const, line: was }] : []),
    ...(is ? [{ kind: 'added' as const, line: is }] : []),
  ]
}

/** The exact difference of two amounts; their shape keeps them within what can be read. */
function minus(one: string, other: string): string {
  const [from, taken] = [parseDecimal(one), parseDecimal(other)]
  if (!from || !taken) throw new RangeError(`not amounts: ${one}, ${other}`)
  return exactText(subtractDecimals(from, taken))
}
