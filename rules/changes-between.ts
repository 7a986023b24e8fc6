import { isSameAmount, isSameQuantity } from '#rules/changes.ts'
import type { Block, Change, ProposalBody } from '#rules/shapes/proposal.ts'

/**
 * Gives the changes that lead from one body to another: what an amendment is made of.
 * Blocks and lines are known by their ids; a line that speaks of another quantity under the same id is refused by its shape, not here.
 * Applied to the base they give the wanted body, with new lines last; blocks that changed places are left in theirs.
 */
export function changesBetween(base: ProposalBody, wanted: ProposalBody): Change[] {
  return [
    ...(base.title === wanted.title ? [] : [{ kind: 'title' as const, text: wanted.title }]),
    ...blockChanges(base.blocks, wanted.blocks),
    ...lineChanges(base, wanted),
  ]
}

function blockChanges(base: readonly Block[], wanted: readonly Block[]): Change[] {
  const changes: Change[] = []
  for (const block of base) {
    const now = wanted.find((one) => one.id === block.id)
    if (!now) changes.push({ kind: 'remove-block', blockId: block.id })
    else if (now.text !== block.text) changes.push({ kind: 'words', blockId: block.id, text: now.text })
  }
  wanted.forEach((block, at) => {
    if (base.some((one) => one.id === block.id)) return
    changes.push({ kind: 'insert-block', after: wanted[at - 1]?.id ?? null, block })
  })
  return changes
}

function lineChanges(base: ProposalBody, wanted: ProposalBody): Change[] {
  const changes: Change[] = []
  for (const line of base.lines) {
    const now = wanted.lines.find((one) => one.id === line.id)
    if (!now || !isSameQuantity(line, now)) changes.push({ kind: 'remove-line', lineId: line.id })
    else if (!isSameAmount(line.amount, now.amount))
      changes.push({ kind: 'amount', lineId: line.id, from: line.amount, to: now.amount })
  }
  for (const line of wanted.lines)
    if (!base.lines.some((one) => one.id === line.id)) changes.push({ kind: 'insert-line', line })
  return changes
}
