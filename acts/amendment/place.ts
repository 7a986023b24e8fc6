import { applyChanges, carryOver } from '#rules/amending.ts'
import { Refusal } from '#rules/refusal.ts'
import type { Change, Collision, ProposalBody } from '#rules/shapes/proposal.ts'

interface Version {
  readonly version: number
  readonly body: ProposalBody
}

export interface Placed {
  readonly base: number
  readonly changes: readonly Change[]
  readonly state: 'tabled' | 'collides'
  readonly collisions: readonly Collision[]
}

/**
 * Puts an author's changes onto the newest version.
 * Takes: the changes, the version they were written against, and the newest one.
 * Gives: the changes carried to the newest version where nothing touches, else unchanged with what collides.
 * Refuses: changes that do not fit their own base, and changes that would change nothing.
 */
export function placedOnNewest(changes: readonly Change[], base: Version, newest: Version): Placed {
  const own = applyChanges(base.body, [...changes])
  if ('faults' in own) throw new Refusal('input', 'changes-do-not-fit', { version: base.version })
  if (newest.version === base.version) return { base: base.version, changes, state: 'tabled', collisions: [] }
  const carried = carryOver(base.body, [...changes], newest.body)
  if ('collisions' in carried) return { base: base.version, changes, state: 'collides', collisions: carried.collisions }
  if (carried.changes.length === 0) throw new Refusal('when', 'already-contained', { version: newest.version })
  return { base: newest.version, changes: carried.changes, state: 'tabled', collisions: [] }
}
