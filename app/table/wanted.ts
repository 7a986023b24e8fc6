import { applyChanges } from '#rules/amending.ts'
import type { Change, ProposalBody } from '#rules/shapes/proposal.ts'

/**
 * The newest text with an author's own wording put in wherever it still has a place: where a rewriting begins.
 * Changes that have none are left out; the author sees them in the amendment beside.
 */
export function amendedBody(newest: ProposalBody, changes: readonly Change[]): ProposalBody {
  let body = newest
  for (const change of changes) {
    const now = body.lines.find((line) => 'lineId' in change && line.id === change.lineId)
    const placed = change.kind === 'amount' && now ? { ...change, from: now.amount } : change
    const applied = applyChanges(body, [placed])
    if ('body' in applied) body = applied.body
  }
  return body
}
