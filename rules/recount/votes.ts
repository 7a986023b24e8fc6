import { opens, readCanonical, sha, written } from '#rules/recount/bytes.ts'
import { recomputeContext } from '#rules/recount/context.ts'
import type { Notes } from '#rules/recount/report.ts'
import {
  FrozenShape,
  ManifestShape,
  type SeenEntry,
  type SeenEvent,
  type SeenGrounds,
  type SeenManifest,
  type SeenRow,
} from '#rules/recount/shapes.ts'
import { countMajority } from '#rules/voting/majority.ts'

type Opened = Extract<SeenEvent, { kind: 'vote.opened' }>
type Closed = Extract<SeenEvent, { kind: 'vote.closed' }>
type Choice = Closed['ballots'][number]['choice']

/** A vote as the journal tells it. */
interface Vote {
  readonly stream: string
  readonly proposalId: string
  readonly amendmentId: string | null
  readonly version: number
  readonly manifestHash: string
  readonly frozenHash: string
  readonly closesAt: string
  /** Hash of the electorate's ids in order of code units. */
  readonly roll: string
  readonly entitled: number
  /** While the vote is open: each member's last entry, with its commitment. */
  casts: Map<string, { number: number; commitment: string }>
  electorate: ReadonlySet<string>
  counted?: { passed: boolean; result: string; yes: number; no: number; abstain: number }
  kept: boolean
}

/** Follows each vote through the journal, counts it again, and compares the rows kept of it. */
export function recountVotes(
  notes: Notes,
  versionHash: (proposalId: string, version: number) => string | undefined,
  wantFigures: (grounds: SeenGrounds, line: number) => void,
) {
  const votes = new Map<string, Vote>()
  let roll: { voteId: string; line: number; members: string[] } | undefined

  return { open, cast, close, row, member, settleRoll, end, outcome: (voteId: string) => votes.get(voteId) }

  function open(event: Opened, entry: SeenEntry, line: number) {
    if (votes.has(event.voteId)) notes.fault(line, 'fault-vote-twice', { vote: event.voteId })
    const { proposalId, amendmentId, version, manifestHash, frozenHash, closesAt } = event
    const electorate = new Set(event.electorate)
    votes.set(event.voteId, {
      ...{ stream: entry.stream, proposalId, amendmentId, version, manifestHash, frozenHash, closesAt },
      roll: rollHash(event.electorate),
      entitled: electorate.size,
      casts: new Map(),
      electorate,
      kept: false,
    })
  }

  function cast(event: Extract<SeenEvent, { kind: 'vote.cast' }>, entry: SeenEntry, line: number) {
    const vote = votes.get(event.voteId)
    const about = { vote: event.voteId, person: event.personId }
    const commitment = entry.withheld.choice
    if (!vote || vote.counted || vote.stream !== entry.stream) return notes.fault(line, 'fault-vote-not-open', about)
    if (entry.at > vote.closesAt) notes.fault(line, 'fault-vote-late', about)
    if (entry.actor !== event.personId || commitment === undefined)
      return notes.fault(line, 'fault-ballot-foreign', about)
    if (!vote.electorate.has(event.personId)) return notes.fault(line, 'fault-ballot-not-entitled', about)
    vote.casts.set(event.personId, { number: entry.number, commitment })
  }

  function close(event: Closed, entry: SeenEntry, line: number) {
    const vote = votes.get(event.voteId)
    const about = { vote: event.voteId }
    if (!vote || vote.counted || vote.stream !== entry.stream)
      return notes.fault(line, 'fault-vote-not-open', { ...about, person: '' })
    if (entry.at < vote.closesAt) notes.fault(line, 'fault-vote-closed-early', about)
    const tally: Record<Choice, number> = { yes: 0, no: 0, abstain: 0 }
    for (const ballot of event.ballots) {
      const last = vote.casts.get(ballot.personId)
      const person = { ...about, person: ballot.personId }
      vote.casts.delete(ballot.personId)
      if (!last || last.number !== ballot.number) notes.fault(line, 'fault-ballot-not-last', person)
      else if (!opens(last.commitment, ballot.choice, ballot.salt)) notes.fault(line, 'fault-ballot-commitment', person)
      tally[ballot.choice] += 1
      notes.checked('checked-ballots')
    }
    for (const person of vote.casts.keys()) notes.fault(line, 'fault-ballot-lost', { ...about, person })
    vote.casts = new Map()
    vote.electorate = new Set()
    vote.counted = { passed: event.passed, result: written(event.result), ...tally }
  }

  /** Checks a kept vote: its manifest and frozen brief by their hashes, its result by counting again under the manifest's rule. */
  function row(kept: SeenRow<'votes'>, line: number) {
    settleRoll()
    const about = { vote: kept.id }
    const vote = votes.get(kept.id)
    if (!vote || vote.kept) return notes.fault(line, 'fault-row-without-entry', { what: `votes ${kept.id}` })
    vote.kept = true
    const same = kept.manifestHash === vote.manifestHash && sha(kept.manifest) === vote.manifestHash
    if (!same) notes.fault(line, 'fault-manifest', about)
    if (kept.frozenHash !== vote.frozenHash || sha(kept.frozen) !== vote.frozenHash)
      notes.fault(line, 'fault-frozen', about)
    frozen(kept, line)
    const manifest = ManifestShape.safeParse(readCanonical(kept.manifest))
    if (!manifest.success || !fits(manifest.data, vote, kept.id) || written(manifest.data.rule) !== written(kept.rule))
      return notes.fault(line, 'fault-manifest-differs', about)
    notes.checked('checked-manifests')
    if ((kept.state === 'closed') !== (vote.counted !== undefined)) notes.fault(line, 'fault-vote-state', about)
    if (!vote.counted) return notes.checked('checked-open-votes')
    const { passed, result, yes, no, abstain } = vote.counted
    // More ballots than members were already named as faults; the counting rule refuses such a count.
    if (yes + no + abstain > vote.entitled) return notes.fault(line, 'fault-result', { ...about, yes, no, abstain })
    const count = countMajority({ rule: manifest.data.rule, entitled: vote.entitled, yes, no, abstain })
    if (written(count) !== result || kept.result !== result || (count.outcome === 'passed') !== passed)
      return notes.fault(line, 'fault-result', { ...about, yes, no, abstain })
    notes.checked('checked-votes')
  }

  /** The frozen figures are looked for in the books, and what followed from them is computed again. */
  function frozen(kept: SeenRow<'votes'>, line: number) {
    const read = FrozenShape.safeParse(readCanonical(kept.frozen))
    if (!read.success) return notes.fault(line, 'fault-frozen-unreadable', { vote: kept.id })
    wantFigures(read.data, line)
    const again = recomputeContext(read.data, read.data.lines)
    if (again === 'differs') notes.fault(line, 'fault-consequences', { what: `vote ${kept.id}` })
    if (again === 'same') notes.checked('checked-consequences')
  }

  function fits(manifest: SeenManifest, vote: Vote, id: string): boolean {
    return (
      manifest.voteId === id &&
      manifest.proposalId === vote.proposalId &&
      manifest.amendmentId === vote.amendmentId &&
      manifest.version === vote.version &&
      manifest.versionHash === versionHash(vote.proposalId, vote.version) &&
      manifest.frozenHash === vote.frozenHash &&
      manifest.closesAt === vote.closesAt &&
      rollHash(manifest.electorate) === vote.roll
    )
  }

  function member(kept: SeenRow<'electorate'>, line: number) {
    if (roll?.voteId !== kept.voteId) settleRoll()
    roll ??= { voteId: kept.voteId, line, members: [] }
    roll.members.push(kept.personId)
  }

  function settleRoll() {
    if (roll && votes.get(roll.voteId)?.roll !== rollHash(roll.members))
      notes.fault(roll.line, 'fault-electorate', { vote: roll.voteId })
    roll = undefined
  }

  function end(line: number) {
    settleRoll()
    for (const [id, vote] of votes) if (!vote.kept) notes.fault(line, 'fault-row-missing', { what: `votes ${id}` })
  }
}

const rollHash = (members: readonly string[]): string => sha(written([...members].sort()))
