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
export const isMember = rule('W2', 'not-a-member', (standing: readonly Seat[], unitId: string) => sits(standing, unitId, 'member') || { unit: unitId })
export const isDelegate = rule('W3', 'not-a-delegate', (standing: readonly Seat[], unitId: string) => sits(standing, unitId, 'delegate') || { unit: unitId })
export const isOffice = rule('W4', 'not-of-the-office', (standing: readonly Seat[], unitId: string) => sits(standing, unitId, 'office') || { unit: unitId })
