import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '#rules/standing.ts'
import { say } from '#rules/words/say.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, numbers, simpleMajority, world } from '#test/support/world.ts'

const by = (actor: Actor) => ({ actor, actId: actId() })

/** A unit whose named votes show names to its members only, with a vote cast by Emil. */
async function shyMill(dialect: (typeof dialects)[number]) {
  const all = await world(dialect)
  const { perform, members, stranger: emil, time } = all
  const seats = [emil, members.ben].map((actor) => ({ personId: actor.id, role: 'member' as const }))
  const founded = { kind: 'enterprise', side: 'production', parents: [], rule: simpleMajority, numbers } as const
  const shy = { id: 'shy', name: 'The Shy Mill', namesShownTo: 'members', seats } as const
  await perform('unit.found', { ...founded, ...shy, seats: [...seats], parents: [] }, by(emil))
  const { proposalId } = (await perform('proposal.open', { unitId: 'shy', body: breadProposal('shy') }, by(emil)))
    .result
  const closesAt = new Date(time.now.getTime() + 86_400_000).toISOString()
  const opening = { unitId: 'shy', proposalId, amendmentId: null, closesAt }
  const { voteId } = (await perform('vote.open', opening, by(emil))).result as { voteId: string }
  const { number } = await perform('vote.cast', { unitId: 'shy', voteId, choice: 'no' }, by(emil))
  return { ...all, emil, proposalId, number }
}

describe.each(dialects)('the journal (%s)', (dialect) => {
  test('tells each entry in a sentence with names in it', async () => {
    const { ask, open, perform, members, unitId } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const anchor = { kind: 'proposal' } as const
    const words = { unitId, proposalId, kind: 'objection', anchor, replyTo: null, text: 'The oven is old.' } as const
    await perform('statement.make', words, by(members.ben))
    const { entries } = await ask('journal.page', { stream: unitId }, visitor)
    const told = entries.map(({ words: { code, values }, actor }) =>
      say('en', code, { who: actor.name ?? '', ...(values as Record<string, string>) }),
    )
    expect(told).toEqual([
      'Ben objected on “More bread for the winter”.',
      'Ada opened the proposal “More bread for the winter”.',
    ])
  })

  test('shows an entry as it was hashed, with the words beside it', async () => {
    const { ask, open, perform, members, unitId } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const anchor = { kind: 'proposal' } as const
    const words = { unitId, proposalId, kind: 'statement', anchor, replyTo: null, text: 'Agreed.' } as const
    const { number } = await perform('statement.make', words, by(members.ben))
    const entry = await ask('journal.entry', { stream: unitId, number }, visitor)
    expect(JSON.parse(entry.canonical)).toMatchObject({ stream: unitId, number, actor: members.ben.id })
    expect(entry.words).toMatchObject([{ name: 'text', value: 'Agreed.' }])
    expect(entry).toMatchObject({ isLast: true, closed: [], about: { id: proposalId } })
  })

  test('keeps the private stream to itself', async () => {
    const { ask } = await world(dialect)
    await expect(ask('journal.page', { stream: 'private' }, visitor)).rejects.toMatchObject({ kind: 'missing' })
    const entry = ask('journal.entry', { stream: 'private', number: 1 }, visitor)
    await expect(entry).rejects.toMatchObject({ kind: 'missing' })
    const { entries, heads } = await ask('journal.page', {}, visitor)
    expect([...entries.map((one) => one.stream), ...heads.map((head) => head.id)]).not.toContain('private')
  })

  test('pages through one stream by number, and through all by count', async () => {
    const { ask, open, unitId } = await world(dialect)
    for (let many = 0; many < 53; many++) await open(breadProposal(unitId))
    const first = await ask('journal.page', { stream: unitId }, visitor)
    expect(first.entries.map((entry) => entry.number)).toEqual(Array.from({ length: 50 }, (_, at) => 53 - at))
    const second = await ask('journal.page', { stream: unitId, below: 4 }, visitor)
    expect(second).toMatchObject({ more: false, entries: [{ number: 3 }, { number: 2 }, { number: 1 }] })
    const all = await ask('journal.page', { skip: 50 }, visitor)
    expect(all.entries).toHaveLength(all.count - 50)
  })

  test('tells named votes by id to those who are no members, where an assembly wants it so', async () => {
    const { ask, emil, members, number } = await shyMill(dialect)
    const actor = async (reader: Actor) => (await ask('journal.entry', { stream: 'shy', number }, reader)).told.actor
    expect(await actor(visitor)).toEqual({ id: emil.id, name: null, hidden: true })
    expect(await actor(members.ada)).toMatchObject({ hidden: true })
    expect(await actor(members.ben)).toEqual({ id: emil.id, name: 'Emil', hidden: false })
  })

  test('leaves such votes out of a person’s page, which bears the name', async () => {
    const { ask, emil, members } = await shyMill(dialect)
    const acts = async (reader: Actor) => {
      const page = await ask('people.page', { id: emil.id }, reader)
      return { hides: page.hidesVotes, votes: page.did.filter((entry) => entry.act === 'vote.cast').length }
    }
    expect(await acts(visitor)).toEqual({ hides: true, votes: 0 })
    expect(await acts(members.ben)).toEqual({ hides: false, votes: 1 })
    expect(await acts(emil)).toEqual({ hides: false, votes: 1 })
  })
})
