import { rule } from '#rules/rule.ts'
import type { AssemblyNumbers } from '#rules/shapes/decision-rule.ts'

/** What members can bring about together concerning seats. */
export const seatCauses = ['admit', 'appoint', 'dismiss', 'elect', 'recall'] as const
export type SeatCause = (typeof seatCauses)[number]

const roles = { admit: 'member', appoint: 'office', dismiss: 'office', elect: 'delegate', recall: 'delegate' } as const

/** Gives the role that a cause is about. */
export const roleOf = (cause: SeatCause): 'member' | 'delegate' | 'office' => roles[cause]

/**
 * Gives how many members must back a cause: the assembly's own number, but never more than it has members,
 * so that a small assembly is not locked out of its own affairs.
 */
export function neededFor(cause: SeatCause, numbers: AssemblyNumbers, members: number): number {
  const asked = cause === 'elect' || cause === 'recall' ? numbers.delegates : numbers.admission
  return Math.max(1, Math.min(asked, members))
}

const personIsKnown = rule('S1', 'no-such-person', (exists: boolean) => exists || { missing: 1 })
const seatIsFree = rule(
  'S2',
  'seat-already-held',
  (holders: readonly string[], personId: string) => !holders.includes(personId) || {},
)
const seatIsHeld = rule(
  'S3',
  'seat-not-held',
  (holders: readonly string[], personId: string) => holders.includes(personId) || {},
)
const backsOnce = rule(
  'S4',
  'backed-already',
  (backers: readonly string[], actorId: string) => !backers.includes(actorId) || {},
)
const delegateIsMember = rule(
  'S5',
  'delegate-must-be-member',
  (members: readonly string[], personId: string) => members.includes(personId) || {},
)

/** Says whether a seat may be backed now: the person exists, the seat is free (or held, to recall), nobody backs twice. */
export function whenSeatMayBeBacked(
  facts: {
    personExists: boolean
    holders: readonly string[]
    members: readonly string[]
    backers: readonly string[]
  },
  input: { cause: SeatCause; personId: string },
  actorId: string,
) {
  const leaving = input.cause === 'recall' || input.cause === 'dismiss'
  return [
    personIsKnown(facts.personExists),
    leaving ? seatIsHeld(facts.holders, input.personId) : seatIsFree(facts.holders, input.personId),
    ...(input.cause === 'elect' ? [delegateIsMember(facts.members, input.personId)] : []),
    backsOnce(facts.backers, actorId),
  ]
}

/** Says whether an invited person may take a seat: they hold none yet. */
export const whenSeatMayBeTaken = (facts: { members: readonly string[] }, actorId: string) => [
  seatIsFree(facts.members, actorId),
]

/** Says whether a seat may be given up: it is held. */
export const whenSeatMayBeLeft = (facts: { holders: readonly string[] }, actorId: string) => [
  seatIsHeld(facts.holders, actorId),
]
