import { describe, expect, test } from 'vitest'
import { canonicalText, textHash } from '#rules/entry.ts'
import { visitor } from '#rules/standing.ts'
import { decidingWorld } from '#test/support/decided.ts'
import { dialects } from '#test/support/dialects.ts'
import { breadProposal } from '#test/support/world.ts'

describe.each(dialects)('the page of a minute (%s)', (dialect) => {
  test('until it is confirmed it is drafted from the journal, and only a delegate may confirm it', async () => {
    const { ask, adopt, unitId, delegate, members } = await decidingWorld(dialect)
    const { proposalId, voteId } = await adopt(breadProposal(unitId))
    const page = await ask('minute.page', { proposalId }, delegate)
    expect(page.minute.decision).toMatchObject({ outcome: 'adopted', voteId, version: 1 })
    expect(page.minute.attended).toMatchObject([{ personId: 'ada' }])
    const [objection] = page.minute.objections
    expect(page.words[objection?.number ?? 0]).toBe('The ovens are old.')
    expect(page.hash).toBe(textHash(canonicalText(page.minute)))
    expect(page.may.confirm).toEqual({ ok: true })
    const forBen = await ask('minute.page', { proposalId }, members.ben)
    expect(forBen.may.confirm).toMatchObject({ ok: false, code: 'not-a-delegate' })
    expect(page.people).toMatchObject({ ada: 'Ada', ben: 'Ben' })
  })

  test('once confirmed it stays as it was confirmed, with the remark beside it and the plan lines it made', async () => {
    const { ask, adopt, confirm, perform, by, unitId, delegate, members } = await decidingWorld(dialect)
    const { proposalId } = await adopt(breadProposal(unitId))
    const { hash } = await ask('minute.page', { proposalId }, visitor)
    await confirm(proposalId, 'Read out in the morning shift.')
    const spoken = { kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null } as const
    await perform('statement.make', { unitId, proposalId, ...spoken, text: 'Good.' }, by(members.ben))
    const page = await ask('minute.page', { proposalId }, delegate)
    expect(page).toMatchObject({
      hash,
      confirmed: { delegateId: delegate.id, remark: 'Read out in the morning shift.' },
      planLines: [{ lineId: 'bread', state: 'in-force' }],
      may: { confirm: { ok: false, code: 'minute-confirmed-already' } },
    })
    expect(textHash(page.text)).toBe(hash)
  })

  test('before a decision it says what the journal holds so far', async () => {
    const { ask, open, unitId, delegate } = await decidingWorld(dialect)
    const proposalId = await open(breadProposal(unitId))
    const page = await ask('minute.page', { proposalId }, delegate)
    expect(page).toMatchObject({ confirmed: null, minute: { decision: null, versions: [{ version: 1 }] } })
    expect(page.may.confirm).toMatchObject({ ok: false, code: 'nothing-to-record' })
  })
})
