import { rule } from '#rules/rule.ts'

/** Whoever acts. The clock and the operator's command hold no seat; a visitor is nobody yet. */
export interface Actor {
  readonly id: string
  readonly kind: 'person' | 'clock' | 'operator' | 'visitor'
}

/** One role of one person in one unit, in force. */
export interface Seat {
  readonly unitId: string
  readonly role: 'member' | 'delegate' | 'office'
}

export const visitor: Actor = { id: 'visitor', kind: 'visitor' }
export const clock: Actor = { id: 'clock', kind: 'clock' }
export const operator: Actor = { id: 'operator', kind: 'operator' }

const sits = (standing: readonly Seat[], unitId: string, role: Seat['role']) =>
  standing.some((seat) => seat.unitId === unitId && seat.role === role)

export const isSignedIn = rule('W1', 'not-signed-in', (actor: Actor) => actor.kind === 'person' || {})
export const isMember = rule(
  'W2',
  'not-a-member',
  (standing: readonly Seat[], unitId: string) => sits(standing, unitId, 'member') || { unit: unitId },
)
export const isDelegate = rule(
  'W3',
  'not-a-delegate',
  (standing: readonly Seat[], unitId: string) => sits(standing, unitId, 'delegate') || { unit: unitId },
)
export const isOffice = rule(
  'W4',
  'not-of-the-office',
  (standing: readonly Seat[], unitId: string) => sits(standing, unitId, 'office') || { unit: unitId },
)
export const isProposer = rule(
  'W5',
  'not-the-proposer',
  (actor: Actor, proposal: { readonly proposerId: string }) => actor.id === proposal.proposerId || {},
)
export const isAuthor = rule(
  'W6',
  'not-the-author',
  (actor: Actor, amendment: { readonly personId: string }) => actor.id === amendment.personId || {},
)
/** Once there are units, whoever founds another is a member of one of them. */
export const isOfTheNetwork = rule(
  'W7',
  'not-in-the-network',
  (standing: readonly Seat[], units: number) => units === 0 || standing.some((seat) => seat.role === 'member') || {},
)
export const isOfAnyOffice = rule(
  'W8',
  'not-of-any-office',
  (standing: readonly Seat[]) => standing.some((seat) => seat.role === 'office') || {},
)
export const hasSeatHere = rule(
  'W9',
  'no-seat-here',
  (standing: readonly Seat[], unitId: string) => standing.some((seat) => seat.unitId === unitId) || { unit: unitId },
)
/** The roll is frozen when a vote opens. */
export const isEntitled = rule('V5', 'not-on-the-roll', (entitled: boolean) => entitled || {})

type Who = readonly [actor: Actor, standing: readonly Seat[], unitId: string]

const members = (...[actor, standing, unitId]: Who) => [isSignedIn(actor), isMember(standing, unitId)]
const delegates = (...[actor, standing, unitId]: Who) => [isSignedIn(actor), isDelegate(standing, unitId)]
const officeWorkers = (...[actor, standing, unitId]: Who) => [isSignedIn(actor), isOffice(standing, unitId)]

/** Members open proposals. */
export const whoMayPropose = members
/** Members table amendments. */
export const whoMayAmend = members
/** Members ask for a vote on an amendment. */
export const whoMayAskVote = members
/** Members open votes, alone on their own proposal and with others on someone else's. */
export const whoMayOpenVote = members
/** Members back admissions, appointments, elections and recalls. */
export const whoMayBackSeats = members
/** Delegates confirm minutes and record plan lines. */
export const whoMayConfirmMinute = delegates
/** Office workers publish and correct figures. */
export const whoMayPublish = officeWorkers
/** Office workers write and attach briefs. */
export const whoMayBrief = officeWorkers

/** Those on the roll that was frozen at the opening vote; no role adds to it. */
export const whoMayVote = (actor: Actor, entitled: boolean) => [isSignedIn(actor), isEntitled(entitled)]

/** Members speak, ask and object; the office answers. */
export const whoMayMakeStatement = (
  actor: Actor,
  standing: readonly Seat[],
  words: { readonly unitId: string; readonly kind: 'statement' | 'question' | 'objection' | 'answer' },
) => (words.kind === 'answer' ? officeWorkers : members)(actor, standing, words.unitId)

/** Whoever spoke takes their own words back; members take away words that break the assembly's order. */
export const whoMayRemoveStatement = (
  actor: Actor,
  standing: readonly Seat[],
  words: { readonly unitId: string; readonly personId: string },
) => (words.personId === actor.id ? [isSignedIn(actor)] : members(actor, standing, words.unitId))

/** The proposer accepts amendments, as long as they are a member. */
export const whoMayAcceptAmendment = (
  actor: Actor,
  standing: readonly Seat[],
  proposal: { readonly unitId: string; readonly proposerId: string },
) => [...members(actor, standing, proposal.unitId), isProposer(actor, proposal)]

/** The proposer withdraws a proposal. */
export const whoMayWithdrawProposal = (actor: Actor, proposal: { readonly proposerId: string }) => [
  isSignedIn(actor),
  isProposer(actor, proposal),
]

/** The author rewrites an amendment. */
export const whoMayRewriteAmendment = (actor: Actor, amendment: { readonly personId: string }) => [
  isSignedIn(actor),
  isAuthor(actor, amendment),
]

/** The author withdraws an amendment. */
export const whoMayWithdrawAmendment = whoMayRewriteAmendment

/** Whoever holds a seat in the unit, of any kind, takes a place at its tables. */
export const whoMayAttend = (actor: Actor, standing: readonly Seat[], unitId: string) => [
  isSignedIn(actor),
  hasSeatHere(standing, unitId),
]

/** The first unit is founded by whoever may; every further one by a member of the network. */
export const whoMayFound = (actor: Actor, standing: readonly Seat[], units: number) => [
  isSignedIn(actor),
  isOfTheNetwork(standing, units),
]

/** A unit is placed under a larger one by a person whom both have made their delegate. */
export const whoMayPlace = (
  actor: Actor,
  standing: readonly Seat[],
  placing: { readonly unitId: string; readonly parentId: string },
) => [...delegates(actor, standing, placing.unitId), isDelegate(standing, placing.parentId)]

/** Offices define the measures, products and sources that all offices share. */
export const whoMayDefine = (actor: Actor, standing: readonly Seat[]) => [isSignedIn(actor), isOfAnyOffice(standing)]

/** Everyone who is signed in takes the seat offered to them. */
export const whoMayTakeSeat = (actor: Actor) => [isSignedIn(actor)]
/** Everyone gives up a seat of their own. */
export const whoMayLeave = whoMayTakeSeat
