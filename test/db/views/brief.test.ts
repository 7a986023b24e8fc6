import { describe, expect, test } from 'vitest'
import { visitor } from '#rules/standing.ts'
import { decidingWorld } from '#test/support/decided.ts'
import { dialects } from '#test/support/dialects.ts'
import { breadProposal } from '#test/support/world.ts'

const words = (text: string) => ({ title: 'Bread', blocks: [{ kind: 'words' as const, id: 'start', text }] })

describe.each(dialects)('the page of a brief (%s)', (dialect) => {
  test('without a brief one is drafted from the figures that bear on the lines', async () => {
    const { ask, publish, open, unitId, office, stranger } = await decidingWorld(dialect)
    await publish('output,bread,2026-09,310,final\noutput,bread,2026-10,320,provisional\n')
    const proposalId = await open(breadProposal(unitId))
    const page = await ask('brief.edit', { proposalId }, office)
    expect(page.attached).toBeNull()
    expect(page.blocks).toMatchObject([
      { kind: 'words', text: '' },
      { kind: 'line', series: ['bakery/output/bread/'], figures: [{ points: [{ text: '310' }, { text: '320' }] }] },
      { kind: 'table', series: ['bakery/output/bread/'] },
    ])
    expect(page.offered).toMatchObject([{ id: 'bakery/output/bread/', why: 'doer', last: '2026-10' }])
    expect(page.may.attach).toEqual({ ok: true })
    expect((await ask('brief.edit', { proposalId }, stranger)).may.attach).toMatchObject({ code: 'not-of-the-office' })
  })

  test('no figures, no draft', async () => {
    const { ask, open, unitId } = await decidingWorld(dialect)
    const proposalId = await open(breadProposal(unitId))
    expect(await ask('brief.edit', { proposalId }, visitor)).toMatchObject({ drafted: null, blocks: [], offered: [] })
  })

  test('what is on the way is shown as it would be read, unfinished as it is', async () => {
    const { ask, publish, open, unitId, office } = await decidingWorld(dialect)
    await publish('output,bread,2026-10,320,final\n')
    const proposalId = await open(breadProposal(unitId))
    const block = { kind: 'bar' as const, id: 'new', title: '', series: [], from: 'soon', to: null }
    const page = await ask('brief.edit', { proposalId, body: { title: '', blocks: [block] } }, office)
    expect(page.blocks).toMatchObject([{ ...block, figures: [] }])
  })

  test('once a vote has opened the brief reads as it was frozen', async () => {
    const { ask, perform, by, publish, open, unitId, office, later, members, time } = await decidingWorld(dialect)
    await publish('output,bread,2026-10,320,provisional\n')
    const proposalId = await open(breadProposal(unitId))
    const line = { kind: 'line' as const, id: 'output', title: 'Output', from: null, to: null }
    const body = { title: 'Bread', blocks: [{ ...line, series: ['bakery/output/bread/'] }] }
    await perform('brief.attach', { unitId, proposalId, body }, by(office))
    const closesAt = new Date(time.now.getTime() + 3_600_000).toISOString()
    await perform('vote.open', { unitId, proposalId, amendmentId: null, closesAt }, by(members.ada))
    later(1)
    await publish('output,bread,2026-10,321,revised\n')
    const page = await ask('brief.edit', { proposalId }, office)
    expect(page.blocks).toMatchObject([{ figures: [{ points: [{ text: '320' }] }] }])
    expect(page.attached?.frozenAt).not.toBeNull()
    expect(page.may.attach).toMatchObject({ ok: false, code: 'brief-is-frozen' })
  })

  test('a brief that is attached is the one that is changed', async () => {
    const { ask, perform, by, open, unitId, office } = await decidingWorld(dialect)
    const proposalId = await open(breadProposal(unitId))
    await perform('brief.attach', { unitId, proposalId, body: words('Bread is short.') }, by(office))
    expect(await ask('brief.edit', { proposalId }, office)).toMatchObject({
      attached: { version: 1, frozenAt: null },
      title: 'Bread',
      blocks: [{ kind: 'words', text: 'Bread is short.' }],
    })
  })
})
