import type { SeatCause } from '#rules/seats.ts'
import type { BriefBody } from '#rules/shapes/brief.ts'
import type { AssemblyNumbers, Choice, DecisionRule } from '#rules/shapes/decision-rule.ts'
import type { Measure, Product, Source, Unit } from '#rules/shapes/figures.ts'
import type { Change, Collision, Line, ProposalBody } from '#rules/shapes/proposal.ts'
import type { Anchor, StatementKind } from '#rules/shapes/statement.ts'
import type { Seat } from '#rules/standing.ts'

/**
 * Everything that the journal can hold: facts in the past tense, complete enough to tell the story alone.
 * Persons stand by id, never by name. Words that a person spoke are withheld values of the entry, and so is a vote's
 * choice until the close. Shapes only grow: a field added later is optional.
 */
export type JournalEvent =
  | PrivateEvent
  | NetworkEvent
  | SeatEvent
  | FiguresEvent
  | ProposalEvent
  | StatementEvent
  | AmendmentEvent
  | VoteEvent
  | DecisionEvent

export type EventKind = JournalEvent['kind']
export type EventOf<K extends EventKind> = Extract<JournalEvent, { kind: K }>

type Role = Seat['role']

/** On the private stream only: chained like the rest, never exported. */
type PrivateEvent =
  | { kind: 'account.made'; personId: string; invitationId?: string; unitId?: string }
  | { kind: 'account.signed-in'; personId: string }
  | { kind: 'account.refused'; personId: string | null; wrong: number; until: string | null }
  | { kind: 'account.signed-out'; personId: string; everywhere: boolean }
  | { kind: 'account.password-changed'; personId: string }
  | { kind: 'account.renamed'; personId: string }
  | { kind: 'founding.offered' }
  | { kind: 'account.recovery-allowed'; personId: string; expiresAt: string }
  | { kind: 'account.recovered'; personId: string }
  | { kind: 'token.made'; personId: string; tokenId: string; scope: 'read' | 'act'; expiresAt: string }
  | { kind: 'token.revoked'; personId: string; tokenId: string }
  | { kind: 'invitation.made'; invitationId: string; unitId: string; expiresAt: string }
  | { kind: 'invitation.used'; invitationId: string; unitId: string; personId: string }

type NetworkEvent =
  /** The installation shows an invented society from here on. */
  | { kind: 'demonstration.begun' }
  | { kind: 'person.joined'; personId: string }
  /** The name is gone, and with it the words that the person spoke: `dropped` values in all streams together. */
  | { kind: 'person.erased'; personId: string; dropped: number }
  | {
      kind: 'unit.founded'
      unitId: string
      name: string
      parents: readonly string[]
      seats: readonly { readonly personId: string; readonly role: Role }[]
      unitKind?: Unit['kind']
      side?: Unit['side']
      rule?: DecisionRule
      numbers?: AssemblyNumbers
    }
  | { kind: 'unit.placed'; unitId: string; parentId: string; since: string }
  | { kind: 'unit.displaced'; unitId: string; parentId: string; until: string }
  | { kind: 'measure.defined'; measure: Measure }
  | { kind: 'product.defined'; product: Product }
  | { kind: 'source.defined'; source: Source }

type SeatEvent =
  | { kind: 'seat.backed'; unitId: string; cause: SeatCause; personId: string; backers: number; needed: number }
  | { kind: 'seat.taken'; unitId: string; personId: string; role: Role; cause: string }
  /** `cause`: `leave`, `recall` or `dismiss`. */
  | { kind: 'seat.left'; unitId: string; personId: string; role: Role; cause: string }

type FiguresEvent = {
  kind: 'figures.published'
  unitId: string
  sourceId: string
  /** SHA-256 of the content as received; names the batch within the unit. */
  batch: string
  /** SHA-256 of the rows that this batch made, as rules/batch-rows.ts writes them. */
  rowsHash: string
  rows: number
  added: number
  revised: number
  leftOut: number
  name?: string
}

type ProposalEvent =
  | { kind: 'proposal.opened'; proposalId: string; proposerId: string; version: 1; body: ProposalBody; hash: string }
  | { kind: 'proposal.withdrawn'; proposalId: string }
  /** A further version; `amendmentId` is null where no amendment made it. */
  | {
      kind: 'version.made'
      proposalId: string
      version: number
      body: ProposalBody
      hash: string
      amendmentId: string | null
    }
  | { kind: 'brief.attached'; proposalId: string; version: number; body: BriefBody; hash?: string }
  | { kind: 'table.arrived'; proposalId: string; personId: string }
  | { kind: 'table.left'; proposalId: string; personId: string }

/** The words are the entry's withheld value `text`; `statement` is what kind of words they are. */
type StatementEvent =
  | {
      kind: 'statement.made'
      proposalId: string
      statementId: string
      personId: string
      statement: StatementKind
      anchor: Anchor
      replyTo: string | null
    }
  | ({ kind: 'statement.removal-backed'; backers: number; needed: number } & Removal)
  /** The words were dropped; the entry that held them stays. */
  | ({ kind: 'statement.removed' } & Removal)

/** The reason is the entry's withheld value `reason`. */
interface Removal {
  proposalId: string
  statementId: string
  /** Taken back by the one who spoke them. */
  own: boolean
}

/** The reason that its author gives is the entry's withheld value `reason`. */
type AmendmentEvent =
  | ({ kind: 'amendment.tabled'; personId: string } & Amending & Standing)
  | ({ kind: 'amendment.rewritten' } & Amending & Standing)
  | ({ kind: 'amendment.withdrawn' } & Amending)
  /** Its changes are in the next version, or were already contained in it. */
  | ({ kind: 'amendment.accepted'; by?: 'proposer' | 'vote' } & Amending)
  | ({ kind: 'amendment.lost'; voteId?: string } & Amending)
  /** Nothing touched it: it stands against the version `base` from now on. */
  | ({ kind: 'amendment.carried'; base: number; changes: readonly Change[] } & Amending)
  | ({ kind: 'amendment.collided'; version: number; collisions: readonly Collision[] } & Amending)
  | ({ kind: 'amendment.vote-asked'; personId: string; backers: number; needed: number } & Amending)

interface Amending {
  proposalId: string
  amendmentId: string
}

interface Standing {
  base: number
  changes: readonly Change[]
  state: 'tabled' | 'collides'
  collisions: readonly Collision[]
}

/** One ballot as the close opens it: the choice and salt behind the commitment of the entry `number`. */
export interface OpenedBallot {
  readonly personId: string
  readonly number: number
  readonly choice: Choice
  readonly salt: string
}

type VoteEvent =
  /** A member wants a vote opened on a proposal that is another's, or on an amendment. */
  | { kind: 'vote.backed'; proposalId: string; amendmentId?: string | null; backers: number; needed: number }
  | {
      kind: 'vote.opened'
      voteId: string
      proposalId: string
      amendmentId: string | null
      version: number
      manifestHash: string
      frozenHash: string
      electorate: readonly string[]
      opensAt: string
      closesAt: string
    }
  /** The choice is the entry's withheld value `choice`, sealed until the close. A later one replaces it. */
  | { kind: 'vote.cast'; voteId: string; proposalId: string; personId: string }
  | {
      kind: 'vote.closed'
      voteId: string
      proposalId: string
      amendmentId: string | null
      passed: boolean
      /** What the counting rule gives, whole: its canonical text is the vote's stored result. */
      result: object
      ballots: readonly OpenedBallot[]
    }

type DecisionEvent =
  | { kind: 'proposal.adopted'; proposalId: string; voteId: string; version: number }
  | { kind: 'proposal.rejected'; proposalId: string; voteId: string; version: number }
  | { kind: 'minute.confirmed'; proposalId: string; voteId: string; delegateId: string; hash: string }
  | {
      kind: 'plan-line.entered'
      planLineId: string
      proposalId: string
      version: number
      voteId: string
      delegateId: string
      line: Line
      contextHash: string
    }
  | { kind: 'plan-line.replaced'; planLineId: string; by: string }
  | { kind: 'rule.changed'; unitId: string; rule: DecisionRule; proposalId: string; voteId: string }
