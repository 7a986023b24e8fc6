import { describe, expect, test } from 'vitest'
import { type ActName, acts } from '#acts/index.ts'
import type { Actor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { type Stage, stage } from '#test/support/stage.ts'
import { wholeDatabase } from '#test/support/whole.ts'
import { actId, breadProposal } from '#test/support/world.ts'

/** Acts of a unit that name nothing else that belongs to one: they have no second id to be wrong. */
const nameTheUnitOnly = ['invitation.make', 'seat.take', 'seat.leave', 'proposal.open']
/** People belong to no unit. */
const namePeople = ['seat.back', 'seat.forget', 'unit.place']

/** Somebody to whom no door is closed: every seat in both units. */
async function everywhere({ db, spare, unitId }: Stage): Promise<Actor> {
  const since = '2026-11-02T09:00:00.000Z'
  const roles = ['member', 'delegate', 'office'] as const
  const seats = [unitId, 'mill'].flatMap((unit) =>
    roles.map((role) => ({ unitId: unit, personId: spare.id, role, since })),
  )
  await db.transaction((tx) => tx.insert(db.tables.seats).values(seats))
  return spare
}

describe.each(dialects)('ids of two assemblies in one act (%s)', { timeout: 60_000 }, (dialect) => {
  test('every act that names a thing of one unit under another answers that there is no such thing, and changes nothing', async () => {
    const own = await stage(dialect)
    const { performAny, inputs, actors, db } = own
    const all = await everywhere(own)
    const tried: string[] = []
    for (const { name, by } of acts.map((act) => ({ name: act.name, by: 'by' in act ? act.by : undefined }))) {
      const actor = by === 'clock' ? actors.clock : all
      const input: Record<string, unknown> = inputs[name](actor)
      if (!('unitId' in input) || [...nameTheUnitOnly, ...namePeople].includes(name)) continue
      tried.push(name)
      const before = await wholeDatabase(db)
      const foreign = performAny(name, { ...input, unitId: 'mill' }, { actor, actId: actId() })
      await expect(foreign, name).rejects.toMatchObject({ refusal: true, kind: 'missing' })
      expect(await wholeDatabase(db), name).toBe(before)
    }
    expect(tried.length).toBe(17)
  })

  test('nor do a proposal of one unit and an amendment, statement, block or line of another proposal go together', async () => {
    const own = await stage(dialect)
    const { performAny, does, inputs, matters, db, unitId } = own
    const all = await everywhere(own)
    const body = { ...breadProposal('mill'), blocks: [{ id: 'other', text: 'Theirs.' }], lines: [] }
    const elsewhere = {
      unitId: 'mill',
      proposalId: (await does(all, 'proposal.open', { unitId: 'mill', body })).proposalId,
    }
    const reason = 'Better so.'
    const changes = [{ kind: 'title' as const, text: 'Another title' }]
    const theirs = await does(all, 'amendment.table', { ...elsewhere, base: 1, changes, reason })
    // The same assembly's, but another proposal's.
    const beside = { unitId, proposalId: (await does(all, 'proposal.open', { unitId, body })).proposalId }
    const other = await does(all, 'amendment.table', { ...beside, base: 1, changes, reason })
    const said = { anchor: { kind: 'proposal' }, replyTo: null, text: 'So.' } as const
    const statement = await does(all, 'statement.make', { ...beside, ...said, kind: 'question' })
    const make = inputs['statement.make'](all)
    const wrong: readonly (readonly [ActName, object])[] = [
      ...[theirs, other].flatMap(({ amendmentId }) => [
        ['vote.open', { ...inputs['vote.open'](all), amendmentId }] as const,
        ['statement.make', { ...make, anchor: { kind: 'amendment', id: amendmentId } }] as const,
      ]),
      ['statement.make', { ...make, replyTo: statement.statementId }],
      ['statement.make', { ...make, kind: 'answer', replyTo: statement.statementId }],
      ['statement.make', { ...make, anchor: { kind: 'block', id: 'other' } }],
      ['statement.make', { ...make, anchor: { kind: 'line', id: 'other' } }],
      ['statement.make', { ...make, proposalId: elsewhere.proposalId }],
      ['amendment.table', { ...inputs['amendment.table'](all), proposalId: elsewhere.proposalId }],
      ['vote.cast', { ...elsewhere, voteId: matters.votes.open, choice: 'yes' }],
    ]
    for (const [name, input] of wrong) {
      const before = await wholeDatabase(db)
      const performed = performAny(name, input, { actor: all, actId: actId() })
      await expect(performed, `${name} ${JSON.stringify(input)}`).rejects.toMatchObject({ kind: 'missing' })
      expect(await wholeDatabase(db), name).toBe(before)
    }
  })
})
