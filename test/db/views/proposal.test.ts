import { describe, expect, test } from 'vitest'
import { dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

describe.each(dialects)('what the page of a proposal shows (%s)', (dialect) => {
  test('is never stale: every act on it shows at once', async () => {
    const { perform, ask, unitId, members, open, later, clockActor } = await world(dialect)
    const { ada, ben } = members
    const proposalId = await open(breadProposal(unitId))
    const look = (actor = ada) => ask('proposal.page', { proposalId }, actor)
    const about = { unitId, proposalId }
    expect((await look()).statements).toHaveLength(0)

    const words = { kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null, text: 'Why so much?' } as const
    const said = await perform('statement.make', { ...about, ...words }, { actor: ben, actId: actId() })
    expect((await look()).statements.map((one) => one.text)).toEqual(['Why so much?'])
    expect((await look()).stream).toEqual({ id: unitId, number: said.number })

    const changes = [{ kind: 'amount', lineId: 'bread', from: '340', to: '360' }] as const
    const tabled = await perform(
      'amendment.table',
      { ...about, base: 1, changes: [...changes], reason: 'The towns have grown.' },
      { actor: ben, actId: actId() },
    )
    const { amendmentId } = tabled.result
    expect((await look()).amendments[0]).toMatchObject({ id: amendmentId, was: { lines: [{ amount: '340' }] } })
    await perform('amendment.accept', { unitId, amendmentId }, { actor: ada, actId: actId() })
    expect(await look()).toMatchObject({ version: 2, body: { lines: [{ amount: '360' }] }, before: null })
    const older = await ask('proposal.page', { proposalId, version: 2 }, ada)
    expect(older.before?.lines[0]?.amount).toBe('340')

    await perform('table.arrive', about, { actor: ben, actId: actId() })
    expect((await look()).attendance).toMatchObject([{ personId: ben.id, leftAt: null }])
    const vote = await perform(
      'vote.open',
      { ...about, amendmentId: null, closesAt: '2026-11-09T09:00:00.000Z' },
      { actor: ada, actId: actId() },
    )
    const voteId = vote.result.voteId ?? ''
    await perform('vote.cast', { unitId, voteId, choice: 'yes' }, { actor: ada, actId: actId() })
    expect((await look()).votes).toMatchObject([{ cast: 1, entitled: 3, mine: 'cast', result: null }])
    expect((await look(ben)).votes).toMatchObject([{ cast: 1, mine: 'open' }])
    later(60 * 24 * 8)
    await perform('vote.close', { unitId, voteId }, { actor: clockActor, actId: actId() })
    expect(await look()).toMatchObject({ proposal: { stage: 'adopted' }, votes: [{ result: { yes: 1 } }] })
  })

  test('says to each reader what is open to them', async () => {
    const { ask, unitId, members, stranger, office, open } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const may = async (actor: typeof stranger) => (await ask('proposal.page', { proposalId }, actor)).may
    expect(await may(members.ben)).toMatchObject({ amend: { ok: true }, withdraw: { ok: false } })
    expect(await may(members.ada)).toMatchObject({ withdraw: { ok: true } })
    expect(await may(stranger)).toMatchObject({ amend: { ok: false, code: 'not-a-member' } })
    expect(await may(office)).toMatchObject({ speak: { ok: false }, brief: { ok: true }, arrive: { ok: true } })
    expect(await may({ id: 'visitor', kind: 'visitor' })).toMatchObject({ speak: { code: 'not-signed-in' } })
  })

  test('a proposal or version that is not there is missing', async () => {
    const { ask, unitId, members, open } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const missing = { kind: 'missing', code: 'no-such-thing' }
    await expect(ask('proposal.page', { proposalId: 'nothing' }, members.ada)).rejects.toMatchObject(missing)
    await expect(ask('proposal.page', { proposalId, version: 7 }, members.ada)).rejects.toMatchObject(missing)
    await expect(ask('proposal.page', { proposalId }, members.ada)).resolves.toMatchObject({ version: 1 })
  })
})
