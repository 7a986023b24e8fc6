import { and, eq, inArray, ne } from 'drizzle-orm'
import { placedOnNewest } from '#acts/amendment/place.ts'
import { emptyBackings } from '#acts/seat/backing.ts'
import type { Tx } from '#db/open.ts'
import { newestVersionOf } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { applyChanges } from '#rules/amending.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import { isRefusal, Refusal } from '#rules/refusal.ts'
import type { Change } from '#rules/shapes/proposal.ts'

interface Given {
  readonly tx: Tx
  readonly tables: Tables
  readonly number: number
  readonly now: string
  readonly by: 'proposer' | 'vote'
}

interface Amendment {
  readonly id: string
  readonly unitId: string
  readonly proposalId: string
  readonly base: number
  readonly changes: readonly Change[]
}

/**
 * Makes an amendment's changes the proposal's next version and carries the other amendments over to it.
 * Takes: an amendment whose base is the newest version.
 * Gives: the new version's number and the events of all that followed. An amendment that collides waits for its author;
 * one whose changes the new version already contains is accepted with it.
 */
export async function adoptAmendment(given: Given, amendment: Amendment) {
  const { tx, tables, number, now, by } = given
  const { proposalId } = amendment
  const newest = await newestVersionOf({ tx, tables }, proposalId)
  const applied = applyChanges(newest.body, [...amendment.changes])
  if (newest.version !== amendment.base || 'faults' in applied) throw new Refusal('when', 'amendment-out-of-date')
  const version = newest.version + 1
  const { body } = applied
  const hash = textHash(canonicalText(body))
  await tx
    .insert(tables.versions)
    .values({ proposalId, version, body, hash, amendmentId: amendment.id, number, at: now })
  await tx
    .update(tables.proposals)
    .set({ version, title: body.title, movedAt: now })
    .where(eq(tables.proposals.id, proposalId))
  await tx.update(tables.amendments).set({ state: 'accepted' }).where(eq(tables.amendments.id, amendment.id))
  await emptyBackings({ tx, tables }, amendment.unitId, `amendment-vote:${amendment.id}`)
  const events: JournalEvent[] = [
    { kind: 'amendment.accepted', amendmentId: amendment.id, proposalId, by },
    { kind: 'version.made', proposalId, version, body, hash, amendmentId: amendment.id },
  ]
  const { amendments } = tables
  const others = await tx
    .select()
    .from(amendments)
    .where(
      and(
        eq(amendments.proposalId, proposalId),
        ne(amendments.id, amendment.id),
        inArray(amendments.state, ['tabled', 'collides']),
      ),
    )
  for (const other of others.filter((each) => each.state === 'tabled'))
    events.push(await carried(given, other, newest, { version, body }))
  return { version, events }
}

type Version = Parameters<typeof placedOnNewest>[1]

async function carried({ tx, tables }: Given, other: Amendment, from: Version, to: Version): Promise<JournalEvent> {
  const about = { amendmentId: other.id, proposalId: other.proposalId }
  const { amendments } = tables
  try {
    const { base, changes, state, collisions } = placedOnNewest(other.changes, from, to)
    const kept = { base, changes: [...changes], state, collisions: [...collisions] }
    await tx.update(amendments).set(kept).where(eq(amendments.id, other.id))
    return state === 'tabled'
      ? { kind: 'amendment.carried', ...about, base, changes: kept.changes }
      : { kind: 'amendment.collided', ...about, version: to.version, collisions: kept.collisions }
  } catch (thrown) {
    if (!isRefusal(thrown) || thrown.code !== 'already-contained') throw thrown
    await tx.update(amendments).set({ state: 'accepted' }).where(eq(amendments.id, other.id))
    return { kind: 'amendment.accepted', ...about }
  }
}
