import { describe, expect, test } from 'vitest'
import { stageUpload } from '#acts/figure/stage.ts'
import { type Actor, visitor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

const by = (actor: Actor) => ({ actor, actId: actId() })

/** A world in which bakery and mill both report bread: the bakery for two years, the mill not for the last month. */
async function reporting(dialect: (typeof dialects)[number]) {
  const all = await world(dialect)
  const { perform, office, stranger, db, time, unitId } = all
  const measure = { kind: 'flow', unit: null, decimals: 1, aggregation: 'sum', definition: 'As booked.' } as const
  await perform('measure.define', { id: 'output', name: 'Output', ...measure }, by(office))
  const source = { producer: 'The Bakery', title: 'Books', licence: 'CC0', url: null, invented: true }
  await perform('source.define', { id: 'books', ...source }, by(office))
  const publish = async (unit: string, actor: Actor, text: string) => {
    const bytes = new TextEncoder().encode(`measure,product,period,value,status\n${text}`)
    const { upload } = await stageUpload(db, {
      unitId: unit,
      name: 'book.csv',
      bytes,
      actor,
      now: time.now.toISOString(),
    })
    all.later(1)
    const input = { unitId: unit, upload, mapping: null, sourceId: 'books', leaveOutFaulty: false }
    await perform('figure.publish', input, by(actor))
  }
  const rows = (values: Record<string, string>) =>
    Object.entries(values)
      .map(([period, value]) => `output,bread,${period},${value},final\n`)
      .join('')
  await publish(unitId, office, rows({ '2025-09': '0.1', '2025-10': '300', '2026-09': '310.1', '2026-10': '320' }))
  await publish('mill', stranger, rows({ '2025-09': '0.2', '2025-10': '10', '2026-09': '5.25' }))
  return all
}

describe.each(dialects)('the state of things (%s)', (dialect) => {
  test('adds up what is made exactly, and says who has not reported', async () => {
    const { ask } = await reporting(dialect)
    const start = await ask('start.page', {}, visitor)
    expect(start.month).toBe('2026-10')
    const [bread] = start.products
    expect(bread?.now).toMatchObject({ text: '320', reported: 1, of: 2, missing: ['mill'] })
    expect(bread?.before).toMatchObject({ text: '310', reported: 2, of: 2, missing: [] })
    const september = start.told?.points.find((point) => point.period === '2025-09')
    expect(september?.text).toBe('0.3')
  })

  test('leaves a gap where not every unit has reported', async () => {
    const { ask } = await reporting(dialect)
    const { told } = await ask('start.page', {}, visitor)
    expect(told?.points.at(-1)).toMatchObject({ period: '2026-10', text: null, value: null })
  })

  test('shows new proposals at once, and counts the votes that close within a week', async () => {
    const { ask, perform, open, members, unitId, time } = await reporting(dialect)
    expect((await ask('start.page', {}, visitor)).open).toEqual([])
    const proposalId = await open(breadProposal(unitId))
    const before = await ask('start.page', {}, visitor)
    expect(before.open.map((proposal) => proposal.id)).toEqual([proposalId])
    expect(before.counts).toMatchObject({ open: 1, closing: 0, inForce: 0, behind: 0 })
    const closesAt = new Date(time.now.getTime() + 3 * 86_400_000).toISOString()
    const opening = { unitId, proposalId, amendmentId: null, closesAt }
    await perform('vote.open', opening, by(members.ada))
    expect((await ask('start.page', {}, visitor)).counts).toMatchObject({ open: 1, closing: 1 })
  })

  test('tells each reader what waits for them, and a visitor nothing', async () => {
    const { ask, perform, open, members, stranger, unitId, time } = await reporting(dialect)
    const proposalId = await open(breadProposal(unitId))
    const closesAt = new Date(time.now.getTime() + 86_400_000).toISOString()
    const opening = { unitId, proposalId, amendmentId: null, closesAt }
    const { voteId } = (await perform('vote.open', opening, by(members.ada))).result as { voteId: string }
    const waits = async (actor: Actor) => (await ask('start.page', {}, actor)).waits
    expect(await waits(members.ben)).toMatchObject([{ kind: 'vote', voteId, until: closesAt }])
    await perform('vote.cast', { unitId, voteId, choice: 'yes' }, by(members.ben))
    expect(await waits(members.ben)).toEqual([])
    expect(await waits(stranger)).toEqual([])
    expect(await waits(visitor)).toEqual([])
  })

  test('tells an office of questions and a proposer of amendments', async () => {
    const { ask, perform, open, members, office, unitId } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const words = { unitId, proposalId, anchor: { kind: 'proposal' } as const, replyTo: null }
    const asked = await perform(
      'statement.make',
      { ...words, kind: 'question', text: 'How much flour is that?' },
      by(members.ben),
    )
    const changes = [{ kind: 'amount', lineId: 'bread', from: '340', to: '320' }] as const
    await perform(
      'amendment.table',
      { unitId, proposalId, base: 1, changes: [...changes], reason: 'Enough.' },
      by(members.ben),
    )
    const waits = async (actor: Actor) => (await ask('me.page', {}, actor)).waits
    expect(await waits(members.ada)).toMatchObject([{ kind: 'amendment', count: 1 }])
    expect(await waits(office)).toMatchObject([{ kind: 'question', count: 1 }])
    const replyTo = asked.result.statementId
    await perform('statement.make', { ...words, kind: 'answer', replyTo, text: 'Some 250 t.' }, by(office))
    expect(await waits(office)).toEqual([])
  })
})
