import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, numbers, simpleMajority, world } from '#test/support/world.ts'

const by = (actor: Actor) => ({ actor, actId: actId() })

describe.each(dialects)('a unit’s page (%s)', (dialect) => {
  test('tells each reader what they may do there', async () => {
    const { ask, unitId, members, office, stranger } = await world(dialect)
    const may = async (actor: Actor) => {
      const page = await ask('unit.page', { unitId }, actor)
      const { propose, publish, backSeats } = page.may
      return { propose: propose.ok, publish: publish.ok, back: backSeats.ok, known: page.known.length > 0 }
    }
    expect(await may(members.ada)).toEqual({ propose: true, publish: false, back: true, known: true })
    expect(await may(office)).toEqual({ propose: false, publish: true, back: false, known: false })
    expect(await may(stranger)).toEqual({ propose: false, publish: false, back: false, known: false })
    expect(await may(visitor)).toEqual({ propose: false, publish: false, back: false, known: false })
  })

  test('shows what members are backing, and no other backing', async () => {
    const { ask, perform, unitId, members, stranger } = await world(dialect)
    await perform('seat.back', { unitId, cause: 'admit', personId: stranger.id }, by(members.ada))
    const page = await ask('unit.page', { unitId }, visitor)
    expect(page.backings).toEqual([{ cause: 'admit', for: stranger.id, personId: members.ada.id }])
    expect(page.people[stranger.id]).toBe('Emil')
  })

  test('offers to place it under units of which the reader is a delegate as well', async () => {
    const { ask, perform, unitId, members, delegate } = await world(dialect)
    const placesUnder = async (actor: Actor) => (await ask('unit.page', { unitId }, actor)).reader.placesUnder
    expect(await placesUnder(delegate)).toEqual([])
    const coast = { id: 'coast', name: 'The Coast', kind: 'district', side: 'both', parents: [] as string[] } as const
    const seats = [{ personId: delegate.id, role: 'delegate' as const }]
    const terms = { rule: simpleMajority, numbers, namesShownTo: 'everybody' } as const
    await perform('unit.found', { ...coast, parents: [], ...terms, seats }, by(members.ada))
    expect(await placesUnder(delegate)).toEqual(['coast'])
    expect(await placesUnder(members.ada)).toEqual([])
  })

  test('that is not there is missing', async () => {
    const { ask } = await world(dialect)
    await expect(ask('unit.page', { unitId: 'nowhere' }, visitor)).rejects.toMatchObject({ kind: 'missing' })
  })

  test('gives a founder the people of their own units to choose from, and a visitor none', async () => {
    const { ask, members } = await world(dialect)
    const founding = await ask('unit.founding', {}, members.ben)
    expect(founding.people.map((person) => person.name)).toEqual(['Ben', 'Ada', 'Cleo', 'Dora'])
    expect(founding.may.found.ok).toBe(true)
    expect(await ask('unit.founding', {}, visitor)).toMatchObject({ people: [], may: { found: { ok: false } } })
  })

  test('stands in the list with its members, its larger units and its open proposals', async () => {
    const { ask, unitId } = await world(dialect)
    const list = await ask('units.list', {}, visitor)
    expect(list.find((unit) => unit.id === unitId)).toMatchObject({ members: 3, parents: [], openProposals: 0 })
  })
})
