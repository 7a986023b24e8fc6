import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { storyOf } from '#db/journal.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import { draftMinute } from '#rules/minute.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

describe.each(dialects)('from proposal to result (%s)', (dialect) => {
  test('[M3] a proposal is discussed, amended, voted on, adopted, and recorded as a plan line', async () => {
    const { perform, db, unitId, members, office, open, later, clockActor, news } = await world(dialect)
    const { ada, ben, cleo } = members
    const proposalId = await open(breadProposal(unitId))
    await perform(
      'statement.make',
      {
        unitId,
        proposalId,
        kind: 'statement',
        anchor: { kind: 'line', id: 'bread' },
        replyTo: null,
        text: 'Is 340 t enough?',
      },
      { actor: ben, actId: actId() },
    )
    const change = (to: string) => [{ kind: 'amount', lineId: 'bread', from: '340', to }] as const
    const table = async (actor: typeof ben, to: string) =>
      (
        await perform(
          'amendment.table',
          { unitId, proposalId, base: 1, changes: [...change(to)], reason: 'The towns have grown.' },
          { actor, actId: actId() },
        )
      ).result.amendmentId
    const more = await table(ben, '360')
    const less = await table(cleo, '320')
    await perform('amendment.accept', { unitId, amendmentId: more }, { actor: ada, actId: actId() })
    const [other] = await db.read.select().from(db.tables.amendments).where(eq(db.tables.amendments.id, less))
    expect(other).toMatchObject({ state: 'collides', collisions: [{ kind: 'amount', id: 'bread' }] })
    const { result } = await perform(
      'vote.open',
      { unitId, proposalId, amendmentId: null, closesAt: '2026-11-09T09:00:00.000Z' },
      { actor: ada, actId: actId() },
    )
    const voteId = result.voteId ?? ''
    await perform('vote.cast', { unitId, voteId, choice: 'yes' }, { actor: ada, actId: actId() })
    await perform('vote.cast', { unitId, voteId, choice: 'no' }, { actor: ben, actId: actId() })
    await perform('vote.cast', { unitId, voteId, choice: 'yes' }, { actor: ben, actId: actId() })
    await expect(
      perform('vote.cast', { unitId, voteId, choice: 'no' }, { actor: office, actId: actId() }),
    ).rejects.toMatchObject({ kind: 'who', code: 'not-on-the-roll' })
    await expect(
      perform('vote.close', { unitId, voteId }, { actor: clockActor, actId: actId() }),
    ).rejects.toMatchObject({ kind: 'when', code: 'vote-still-runs' })
    later(60 * 24 * 8)
    await perform('vote.close', { unitId, voteId }, { actor: clockActor, actId: actId() })
    const [proposal] = await db.read.select().from(db.tables.proposals).where(eq(db.tables.proposals.id, proposalId))
    expect(proposal).toMatchObject({ stage: 'adopted', version: 2 })
    expect(news.at(-1)).toMatchObject({ act: 'vote.close', matter: proposalId })
    const entries = (await storyOf(db.read, db.tables, proposalId)).map(({ entry }) => entry)
    const draftHash = textHash(canonicalText(draftMinute({ unitId, proposalId, entries })))
    const confirm = (actor: typeof ada, hash: string) =>
      perform('minute.confirm', { unitId, proposalId, draftHash: hash, remark: null }, { actor, actId: actId() })
    await expect(confirm(ada, draftHash)).rejects.toMatchObject({ kind: 'who', code: 'not-a-delegate' })
    await expect(confirm(cleo, '0'.repeat(64))).rejects.toMatchObject({ kind: 'when', code: 'minute-has-moved' })
    await confirm(cleo, draftHash)
    await expect(confirm(cleo, draftHash)).rejects.toMatchObject({ code: 'minute-confirmed-already' })
    const plan = await db.read.select().from(db.tables.planLines)
    expect(plan).toHaveLength(1)
    expect(plan[0]).toMatchObject({ doerId: unitId, amount: '360', state: 'in-force', delegateId: cleo.id })
  })
})
