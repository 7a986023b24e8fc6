import { type AmendmentAct, amendmentLife, life, type ProposalAct } from '#rules/life.ts'
import { rule } from '#rules/rule.ts'
import type { AssemblyNumbers } from '#rules/shapes/decision-rule.ts'
import type { AmendmentState, Stage } from '#rules/shapes/proposal.ts'
import type { StatementKind } from '#rules/shapes/statement.ts'

interface Proposal {
  readonly stage: Stage
}

/** A vote that is open, on the proposal itself or on an amendment. */
interface OpenVote {
  readonly amendmentId: string | null
  readonly closesAt: string
}

interface Amendment {
  readonly id: string
  readonly state: AmendmentState
  readonly base: number
}

interface Vote {
  readonly state: 'open' | 'closed'
  readonly closesAt: string
}

/** Members who asked for something, of whom only those count who are still members. */
interface Asking {
  readonly unit: { readonly numbers: AssemblyNumbers }
  readonly members: readonly string[]
  readonly backers: readonly string[]
}

const allows = (proposal: Proposal, act: ProposalAct) => life[proposal.stage][act] !== undefined

/** Where the stage is the reason, its name chooses the words; `until` stands for a vote whose close is known. */
const stageValues = (proposal: Proposal, openVotes: readonly OpenVote[]) => {
  const closes = openVotes.find((vote) => vote.amendmentId === null)?.closesAt
  return proposal.stage === 'voting' && closes ? { stage: 'until', closes } : { stage: proposal.stage }
}

const isUnderDiscussion = rule(
  'P1',
  'proposal-not-under-discussion',
  (proposal: Proposal, openVotes: readonly OpenVote[]) => allows(proposal, 'amend') || stageValues(proposal, openVotes),
)
const isOpenToWords = rule('P2', 'proposal-withdrawn', (proposal: Proposal) => allows(proposal, 'speak') || {})
const briefIsOpen = rule('P3', 'brief-is-frozen', (proposal: Proposal, openVotes: readonly OpenVote[]) => {
  const closes = openVotes[0]?.closesAt
  return (allows(proposal, 'brief') && !closes) || (closes ? { stage: 'until', closes } : { stage: proposal.stage })
})
const isOnTheTable = rule(
  'P4',
  'proposal-off-the-table',
  (proposal: Proposal) => allows(proposal, 'attend') || { stage: proposal.stage },
)
const isNotAtTheTable = rule('P5', 'at-the-table-already', (here: boolean) => !here || {})
const isAtTheTable = rule('P6', 'not-at-the-table', (here: boolean) => here || {})
const answersAQuestion = rule(
  'P7',
  'answers-no-question',
  (kind: StatementKind, repliedTo: { readonly kind: StatementKind } | null) =>
    kind !== 'answer' || repliedTo?.kind === 'question' || {},
)
const officeIsHeardBefore = rule(
  'P8',
  'office-silent-in-vote',
  (kind: StatementKind, proposal: Proposal) => kind !== 'answer' || proposal.stage !== 'voting' || {},
)
const wordsStand = rule('P9', 'words-removed-already', (removed: number | null) => removed === null || {})

const amendmentAllows = (amendment: Amendment, act: AmendmentAct) =>
  amendmentLife[amendment.state].includes(act) || { state: amendment.state }

const amendmentIsReady = rule('A1', 'amendment-not-ready', (amendment: Amendment) =>
  amendmentAllows(amendment, 'accept'),
)
const amendmentIsOpen = rule('A2', 'amendment-settled', (amendment: Amendment) => amendmentAllows(amendment, 'rewrite'))
const isLeftToProposer = rule('A3', 'assembly-decides-amendment', (asking: Asking) => {
  const { backers, needed } = askingFor(asking, 'amendmentVote')
  return backers < needed || { backers, needed }
})
const isAgainstNewest = rule(
  'A4',
  'amendment-out-of-date',
  (amendment: Amendment, newest: number) => amendment.base === newest || { base: amendment.base, version: newest },
)

const voteIsOpen = rule('V1', 'vote-is-closed', (vote: Vote) => vote.state === 'open' || { closes: vote.closesAt })
const isBeforeClose = rule(
  'V2',
  'vote-is-over',
  (vote: Vote, now: string) => now < vote.closesAt || { closes: vote.closesAt },
)
const hourHasCome = rule(
  'V3',
  'vote-still-runs',
  (vote: Vote, now: string) => now >= vote.closesAt || { closes: vote.closesAt },
)
const noVoteRuns = rule('V4', 'vote-already-open', (openVotes: readonly OpenVote[]) => {
  const closes = openVotes[0]?.closesAt
  return closes === undefined || { closes }
})
const closesLater = rule('V9', 'close-not-ahead', (closesAt: string, now: string) => closesAt > now || {})
const asksOnce = rule('V10', 'vote-asked-already', (asking: Asking, what: Asked, actorId: string) => {
  const { backers, needed } = askingFor(asking, what)
  return !asking.backers.includes(actorId) || backers >= needed || { backers, needed }
})

const isDecided = rule(
  'M1',
  'nothing-to-record',
  (proposal: Proposal) => allows(proposal, 'record') || { stage: proposal.stage },
)
const isNotRecorded = rule('M2', 'minute-confirmed-already', (minute: object | null) => minute === null || {})

const readsAsRead = rule('M3', 'minute-has-moved', (draft: string, read: string) => draft === read || {})

type Asked = 'amendmentVote' | 'openVote'

/**
 * Gives how many members ask for a vote and how many are needed: the assembly's number, but never more than it has members.
 * Whoever has left the assembly since is not counted.
 */
export function askingFor({ unit, members, backers }: Asking, what: Asked): { backers: number; needed: number } {
  const counted = new Set(backers.filter((id) => members.includes(id))).size
  return { backers: counted, needed: Math.max(1, Math.min(unit.numbers[what], members.length)) }
}

/** Says whether an amendment may be tabled now. */
export const whenProposalMayBeAmended = (facts: { proposal: Proposal; openVotes: readonly OpenVote[] }) => [
  isUnderDiscussion(facts.proposal, facts.openVotes),
]

/** Says whether the proposer may accept an amendment now: unless a vote runs, or enough members have asked for one. */
export const whenAmendmentMayBeAccepted = (
  facts: {
    proposal: Proposal & { readonly version: number }
    amendment: Amendment
    openVotes: readonly OpenVote[]
  } & Asking,
) => [
  isUnderDiscussion(facts.proposal, facts.openVotes),
  amendmentIsReady(facts.amendment),
  isAgainstNewest(facts.amendment, facts.proposal.version),
  noVoteRuns(facts.openVotes),
  isLeftToProposer(facts),
]

/** Says whether a member may ask now that the assembly vote on an amendment. */
export const whenVoteOnAmendmentMayBeAsked = (
  facts: { proposal: Proposal; amendment: Amendment; actorId: string } & Asking,
) => [
  isUnderDiscussion(facts.proposal, []),
  amendmentIsReady(facts.amendment),
  asksOnce(facts, 'amendmentVote', facts.actorId),
]

/** Says whether an amendment may be rewritten now by its author. */
export const whenAmendmentMayBeRewritten = (facts: {
  proposal: Proposal
  amendment: Amendment
  openVotes: readonly OpenVote[]
}) => [isUnderDiscussion(facts.proposal, facts.openVotes), amendmentIsOpen(facts.amendment)]

/** Says whether an amendment may be withdrawn now by its author. */
export const whenAmendmentMayBeWithdrawn = (facts: { amendment: Amendment }) => [amendmentIsOpen(facts.amendment)]

/**
 * Says whether a vote may be opened now, or backed until enough members ask for it.
 * Takes: the amendment voted on, or null where the vote is on the proposal; who acts; and when it is to close.
 */
export const whenVoteMayBeOpened = (
  facts: {
    proposal: Proposal & { readonly version: number; readonly proposerId: string }
    amendment: Amendment | null
    openVotes: readonly OpenVote[]
    closesAt: string
    now: string
    actorId: string
  } & Asking,
) => [
  isUnderDiscussion(facts.proposal, facts.openVotes),
  noVoteRuns(facts.openVotes),
  ...(facts.amendment
    ? [amendmentIsReady(facts.amendment), isAgainstNewest(facts.amendment, facts.proposal.version)]
    : []),
  closesLater(facts.closesAt, facts.now),
  ...(facts.actorId === facts.proposal.proposerId
    ? []
    : [asksOnce(facts, facts.amendment ? 'amendmentVote' : 'openVote', facts.actorId)]),
]

/** Says whether a vote counts now: it is open, and its hour has not come. */
export const whenVotesCount = (facts: { vote: Vote }, now: string) => [
  voteIsOpen(facts.vote),
  isBeforeClose(facts.vote, now),
]

/** Says whether the clock may close a vote now: it is open, and its hour has come. */
export const whenVoteMayBeClosed = (facts: { vote: Vote }, now: string) => [
  voteIsOpen(facts.vote),
  hourHasCome(facts.vote, now),
]

/** Says whether a minute may be confirmed now: the proposal is adopted and has no minute yet. */
export const whenMinuteMayBeConfirmed = (facts: { proposal: Proposal; minute: object | null }) => [
  isNotRecorded(facts.minute),
  isDecided(facts.proposal),
]

/** Says whether the minute still reads as the delegate read it: nothing was recorded on the matter since. */
export const whenMinuteStillReads = (draft: string, read: string) => [readsAsRead(draft, read)]

/** Says whether words may be spoken now: in all stages but after withdrawal; the office answers questions, and not while a vote runs. */
export const whenWordsMayBeSpoken = (facts: {
  proposal: Proposal
  repliedTo: { readonly kind: StatementKind } | null
  kind: StatementKind
}) => [
  isOpenToWords(facts.proposal),
  answersAQuestion(facts.kind, facts.repliedTo),
  officeIsHeardBefore(facts.kind, facts.proposal),
]

/** Says whether words may be taken away now: they still stand. */
export const whenStatementMayBeRemoved = (statement: { removed: number | null }) => [wordsStand(statement.removed)]

/** Says whether a brief may be attached or changed now: not while a vote is open, and not after. */
export const whenBriefMayBeChanged = (facts: { proposal: Proposal; openVotes: readonly OpenVote[] }) => [
  briefIsOpen(facts.proposal, facts.openVotes),
]

/** Says whether a proposal may be withdrawn now by its proposer. */
export const whenProposalMayBeWithdrawn = (facts: { proposal: Proposal; openVotes: readonly OpenVote[] }) => [
  isUnderDiscussion(facts.proposal, facts.openVotes),
  noVoteRuns(facts.openVotes),
]

/** Says whether one may take a place at the table now. */
export const whenTableMayBeJoined = (facts: { proposal: Proposal; here: boolean }) => [
  isOnTheTable(facts.proposal),
  isNotAtTheTable(facts.here),
]

/** Says whether one may leave the table now. */
export const whenTableMayBeLeft = (facts: { here: boolean }) => [isAtTheTable(facts.here)]
