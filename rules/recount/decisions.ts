import { readCanonical, sha, written } from '#rules/recount/bytes.ts'
import { recomputeContext } from '#rules/recount/context.ts'
import type { Notes } from '#rules/recount/report.ts'
import { ContextShape, type SeenEvent, type SeenGrounds, type SeenRow } from '#rules/recount/shapes.ts'

type Version = Extract<SeenEvent, { kind: 'proposal.opened' | 'version.made' }>
type Entered = Extract<SeenEvent, { kind: 'plan-line.entered' }>

interface PlanLine {
  readonly line: Entered['line']
  readonly contextHash: string
  replaced: boolean
  kept: boolean
}

/** Follows the versions of proposals: each numbered after the last, each body hashed as it says. */
export function recountVersions(notes: Notes) {
  const proposals = new Map<string, { hash: string; lines: ReadonlyMap<string, string> }[]>()
  const find = (proposalId: string, version: number) => proposals.get(proposalId)?.[version - 1]

  return {
    event: (event: Version, line: number) => {
      const { proposalId: proposal, version } = event
      const versions = proposals.get(proposal) ?? []
      proposals.set(proposal, versions)
      if (version !== versions.length + 1) notes.fault(line, 'fault-version-number', { proposal, version })
      if (sha(written(event.body)) !== event.hash) notes.fault(line, 'fault-version-hash', { proposal, version })
      versions.push({ hash: event.hash, lines: new Map(event.body.lines.map((each) => [each.id, written(each)])) })
      notes.checked('checked-versions')
    },
    hashOf: (proposalId: string, version: number) => find(proposalId, version)?.hash,
    lineOf: (proposalId: string, version: number, lineId: string) => find(proposalId, version)?.lines.get(lineId),
  }
}

interface Known {
  readonly lineOf: (proposalId: string, version: number, lineId: string) => string | undefined
  readonly outcome: (
    voteId: string,
  ) => { proposalId: string; amendmentId: string | null; version: number; counted?: { passed: boolean } } | undefined
  /** Asks that a context's figures be looked for in the books, which come later. */
  readonly wantFigures: (grounds: SeenGrounds, line: number) => void
}

/** Follows the plan: each line stands as adopted, with the context whose hash the journal holds. */
export function recountPlan(notes: Notes, known: Known) {
  const plan = new Map<string, PlanLine>()

  return {
    enter: (event: Entered, line: number) => {
      const about = { planLine: event.planLineId }
      const adopted = known.lineOf(event.proposalId, event.version, event.line.id)
      if (adopted !== written(event.line)) notes.fault(line, 'fault-plan-line-differs', about)
      const vote = known.outcome(event.voteId)
      const decided = vote?.counted?.passed && vote.amendmentId === null && vote.proposalId === event.proposalId
      if (!decided || vote.version !== event.version) notes.fault(line, 'fault-plan-line-undecided', about)
      if (plan.has(event.planLineId)) notes.fault(line, 'fault-plan-line-twice', about)
      plan.set(event.planLineId, { line: event.line, contextHash: event.contextHash, replaced: false, kept: false })
    },
    replace: (planLineId: string, line: number) => {
      const entered = plan.get(planLineId)
      if (!entered) return notes.fault(line, 'fault-row-without-entry', { what: `plan line ${planLineId}` })
      entered.replaced = true
    },
    row: (kept: SeenRow<'planLines'>, line: number) => {
      const about = { planLine: kept.id }
      const entered = plan.get(kept.id)
      if (!entered || entered.kept)
        return notes.fault(line, 'fault-row-without-entry', { what: `plan line ${kept.id}` })
      entered.kept = true
      if (
        written(lineOfRow(kept, entered.line.id)) !== written(entered.line) ||
        (kept.state === 'replaced') !== entered.replaced
      )
        notes.fault(line, 'fault-plan-line-differs', about)
      if (kept.contextHash !== entered.contextHash || sha(kept.context) !== entered.contextHash)
        return notes.fault(line, 'fault-context-hash', about)
      const context = ContextShape.safeParse(readCanonical(kept.context))
      if (!context.success || written(context.data.line) !== written(entered.line))
        return notes.fault(line, 'fault-context-differs', about)
      notes.checked('checked-plan-lines')
      known.wantFigures(context.data, line)
      const again = recomputeContext(context.data, context.data.together)
      if (again === 'differs') notes.fault(line, 'fault-consequences', { what: `plan line ${kept.id}` })
      if (again === 'same') notes.checked('checked-consequences')
    },
    end: (line: number) => {
      for (const [id, { kept }] of plan) if (!kept) notes.fault(line, 'fault-row-missing', { what: `plan line ${id}` })
    },
  }
}

function lineOfRow(row: SeenRow<'planLines'>, id: string): Record<string, unknown> {
  const { doerId: unitId, direction, productId, amount, unit, period, counterpartId } = row
  return { id, unitId, direction, productId, amount, unit, period, counterpartId }
}

/** Checks that each minute is the one that was confirmed. */
export function recountMinutes(notes: Notes) {
  const hashes = new Map<string, string>()
  return {
    confirm: (event: Extract<SeenEvent, { kind: 'minute.confirmed' }>) => hashes.set(event.proposalId, event.hash),
    row: (kept: SeenRow<'minutes'>, line: number) => {
      const hash = hashes.get(kept.proposalId)
      hashes.delete(kept.proposalId)
      if (hash === undefined) return notes.fault(line, 'fault-row-without-entry', { what: `minute ${kept.proposalId}` })
      if (kept.hash !== hash || sha(kept.text) !== hash)
        return notes.fault(line, 'fault-minute', { proposal: kept.proposalId })
      notes.checked('checked-minutes')
    },
    end: (line: number) => {
      for (const id of hashes.keys()) notes.fault(line, 'fault-row-missing', { what: `minute ${id}` })
    },
  }
}
