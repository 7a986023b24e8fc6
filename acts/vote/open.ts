import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct, type Outcome } from '#acts/act.ts'
import { addBacking, emptyBackings } from '#acts/seat/backing.ts'
import { amendmentTo } from '#db/anchors.ts'
import { type Frozen, freezeFigures } from '#db/freeze.ts'
import { backersOf, briefOf, holdersOf, newestVersionOf, openVotesOf, proposalOf, unitOf } from '#db/rows.ts'
import { applyChanges } from '#rules/amending.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { Id, Instant, Slug } from '#rules/shapes/names.ts'
import { whenVoteMayBeOpened } from '#rules/stages.ts'
import { whoMayOpenVote } from '#rules/standing.ts'

export const openVote = defineAct({
  name: 'vote.open',
  does: 'Opens a vote on a proposal or on one amendment, by the proposer or by enough members; it freezes the version, the brief with its figures, and the electorate.',
  input: z.object({ unitId: Slug, proposalId: Id, amendmentId: Id.nullable(), closesAt: Instant }),
  stream: (input) => input.unitId,
  body: (input) => input,
  // The figures are read before the lock; `apply` checks that what they were chosen for still stands.
  prepare: async ({ read, tables, input, soon }) => {
    const books = { tx: read, tables }
    await proposalOf(books, input.unitId, input.proposalId)
    const newest = await newestVersionOf(books, input.proposalId)
    const brief = (await briefOf(books, input.proposalId)) ?? null
    const amendment = input.amendmentId ? await amendmentTo(books, input, input.amendmentId) : null
    const body = amendment ? bodyAmended(newest, amendment) : newest.body
    const frozen: Frozen = await freezeFigures(books, { unitId: input.unitId, body, brief, moment: soon })
    return { frozen, version: newest.version, briefVersion: brief?.version ?? 0 }
  },
  load: async ({ tx, tables, input }) => {
    const books = { tx, tables }
    return {
      proposal: await proposalOf(books, input.unitId, input.proposalId),
      newest: await newestVersionOf(books, input.proposalId),
      amendment: input.amendmentId ? await amendmentTo(books, input, input.amendmentId) : null,
      brief: (await briefOf(books, input.proposalId)) ?? null,
      openVotes: await openVotesOf(books, input.proposalId),
      unit: await unitOf(books, input.unitId),
      members: await holdersOf(books, input.unitId, 'member'),
      backers: await backersOf(books, input.unitId, causeOf(input)),
    }
  },
  who: ({ actor, standing, input }) => whoMayOpenVote(actor, standing, input.unitId),
  when: ({ facts, input, now, actor }) =>
    whenVoteMayBeOpened({ ...facts, closesAt: input.closesAt, now, actorId: actor.id }),
  apply: async ({ tx, tables, input, facts, actor, prepared, now, number, newId }): Promise<Outcome<Opened>> => {
    const { unitId, proposalId, amendmentId, closesAt } = input
    const { proposal, unit, members, newest } = facts
    if (prepared.version !== newest.version || prepared.briefVersion !== (facts.brief?.version ?? 0))
      throw new Refusal('when', 'moved-meanwhile')
    const cause = causeOf(input)
    const own = proposal.proposerId === actor.id
    const backers = new Set([...facts.backers.filter((id) => members.includes(id)), actor.id]).size
    const needed = Math.max(1, Math.min(neededToOpen(unit, amendmentId), members.length))
    if (!own && backers < needed) {
      await addBacking({ tx, tables }, { unitId, cause, personId: actor.id, at: now })
      return {
        result: { voteId: null, backers, needed },
        matter: proposalId,
        events: [{ kind: 'vote.backed', proposalId, backers, needed }],
      }
    }
    await emptyBackings({ tx, tables }, unitId, cause)
    const voteId = newId()
    const electorate = [...members].sort()
    const frozen = canonicalText(prepared.frozen)
    const frozenHash = textHash(frozen)
    const manifest = canonicalText({
      voteId,
      unitId,
      proposalId,
      version: newest.version,
      versionHash: newest.hash,
      amendmentId,
      changes: facts.amendment?.changes ?? null,
      rule: unit.rule,
      opensAt: now,
      closesAt,
      electorate,
      frozenHash,
    })
    const manifestHash = textHash(manifest)
    await tx.insert(tables.votes).values({
      id: voteId,
      unitId,
      proposalId,
      amendmentId,
      version: newest.version,
      rule: unit.rule,
      openedBy: actor.id,
      opensAt: now,
      closesAt,
      state: 'open',
      manifest,
      manifestHash,
      frozen,
      frozenHash,
      result: null,
      number,
    })
    await tx.insert(tables.electorate).values(electorate.map((personId) => ({ voteId, personId })))
    if (amendmentId)
      await tx.update(tables.amendments).set({ state: 'voting' }).where(eq(tables.amendments.id, amendmentId))
    const moved = amendmentId ? { movedAt: now } : { movedAt: now, stage: 'voting' as const }
    await tx.update(tables.proposals).set(moved).where(eq(tables.proposals.id, proposalId))
    return {
      result: { voteId, backers, needed },
      matter: proposalId,
      events: [
        {
          kind: 'vote.opened',
          voteId,
          proposalId,
          amendmentId,
          version: newest.version,
          opensAt: now,
          closesAt,
          electorate,
          manifestHash,
          frozenHash,
        },
      ],
    }
  },
})

/** `voteId` is null while more members are needed to open the vote. */
interface Opened {
  readonly voteId: string | null
  readonly backers: number
  readonly needed: number
}

const causeOf = (input: { proposalId: string; amendmentId: string | null }) =>
  input.amendmentId ? `amendment-vote:${input.amendmentId}` : `open-vote:${input.proposalId}`

const neededToOpen = (unit: { numbers: { openVote: number; amendmentVote: number } }, amendmentId: string | null) =>
  amendmentId ? unit.numbers.amendmentVote : unit.numbers.openVote

function bodyAmended(
  newest: Awaited<ReturnType<typeof newestVersionOf>>,
  amendment: Awaited<ReturnType<typeof amendmentTo>>,
) {
  const applied = applyChanges(newest.body, [...amendment.changes])
  if (amendment.base !== newest.version || 'faults' in applied) throw new Refusal('when', 'amendment-out-of-date')
  return applied.body
}
