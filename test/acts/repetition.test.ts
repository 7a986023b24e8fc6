import { asc, eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type ActName, acts } from '#acts/index.ts'
import type { Db } from '#db/open.ts'
import { exportLines } from '#db/views/export.ts'
import { entryHash, noHash } from '#rules/entry.ts'
import { recountExport } from '#rules/recount/recount.ts'
import { dialects } from '#test/support/dialects.ts'
import { type Stage, stage } from '#test/support/stage.ts'
import { wholeDatabase } from '#test/support/whole.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

/** Acts whose answer is a secret: the repetition says only that it was done. */
const secret: readonly ActName[] = [
  'invitation.make',
  'account.register',
  'account.sign-in',
  'account.enter-as',
  'account.make-token',
  'account.recover',
  'account.use-recovery',
]
/** Input that is left out of what is compared. */
const secretInput = ['current', 'password']
/** What only an installation without people does. */
const onlyWhenEmpty: readonly ActName[] = ['account.offer-founding', 'account.found', 'demonstration.begin']
/** Acts whose input is nothing but secrets, or nothing at all: no other input can be told from it. */
const withoutOpenInput: readonly ActName[] = [
  'account.sign-in',
  'account.sign-out-everywhere',
  'account.register',
  'account.use-recovery',
  'account.erase-person',
  'invitation.accept',
]

/** Follows a stream from its first entry: numbers without gaps, each entry hashed upon the one before. */
async function followChain({ read, tables: { entries, streams } }: Db, stream: string): Promise<number> {
  const rows = await read.select().from(entries).where(eq(entries.stream, stream)).orderBy(asc(entries.number))
  let head = noHash
  rows.forEach(({ number, canonical, hash }, at) => {
    expect(number).toBe(at + 1)
    expect(JSON.parse(canonical)).toMatchObject({ stream, number, prev: head })
    expect(hash).toBe(entryHash(head, canonical))
    head = hash
  })
  const [row] = await read.select().from(streams).where(eq(streams.id, stream))
  expect(row).toMatchObject({ number: rows.length, head })
  return rows.length
}

async function* bytesOf(db: Db) {
  for await (const line of exportLines(db)) yield new TextEncoder().encode(line)
}

/** Performs each act twice under one id. Gives: those that an earlier one had left nothing to be done on. */
async function repeatAll({ performAny, inputs, doers, db }: Stage, names: readonly ActName[]): Promise<ActName[]> {
  const left: ActName[] = []
  for (const name of names) {
    const key = { actor: doers[name], actId: actId() }
    const input = inputs[name](doers[name])
    const first = await performAny(name, input, key).catch(() => null)
    if (first === null) {
      left.push(name)
      continue
    }
    const done = await wholeDatabase(db)
    const again = await performAny(name, input, key)
    expect(again, name).toMatchObject({ number: first.number, stream: first.stream, repeated: true })
    expect(again.result, name).toEqual(secret.includes(name) ? null : first.result)
    if (!withoutOpenInput.includes(name))
      await expect(performAny(name, changed(input), key), name).rejects.toMatchObject({ refusal: true })
    expect(await wholeDatabase(db), `${name} was repeated and changed something`).toBe(done)
  }
  return left
}

describe.each(dialects)('sending an act again (%s)', { timeout: 60_000 }, (dialect) => {
  test('every act gives its first answer again, and nothing is done twice', async () => {
    let names = acts.map((act) => act.name as ActName).filter((name) => !onlyWhenEmpty.includes(name))
    // What one act takes away from another is there again in the next house.
    while (names.length > 0) {
      const left = await repeatAll(await stage(dialect), names)
      expect(left.length).toBeLessThan(names.length)
      names = left
    }
  })

  test('another input under the same id is refused, another act too, and another actor’s id means nothing', async () => {
    const { performAny, inputs, actors, db, unitId, matters } = await stage(dialect)
    const key = { actor: actors.member, actId: actId() }
    const say = inputs['statement.make'](actors.member)
    const first = await performAny('statement.make', say, key)
    const used = { kind: 'when', code: 'act-id-used-before' }
    await expect(performAny('statement.make', { ...say, text: 'Something else.' }, key)).rejects.toMatchObject(used)
    await expect(performAny('proposal.open', { unitId, body: breadProposal(unitId) }, key)).rejects.toMatchObject(used)
    const vote = { unitId, voteId: matters.votes.open }
    const cast = { actor: actors.member, actId: actId() }
    await performAny('vote.cast', { ...vote, choice: 'yes' }, cast)
    await expect(performAny('vote.cast', { ...vote, choice: 'no' }, cast)).rejects.toMatchObject(used)
    const theirs = await performAny('statement.make', say, { ...key, actor: actors.author })
    expect(theirs).toMatchObject({ repeated: false })
    expect(theirs.result).not.toEqual(first.result)
    // Spaces around words are no other input: what is kept is the same.
    const padded = await performAny('statement.make', { ...say, text: ` ${say.text}\n` }, key)
    expect(padded).toMatchObject({ repeated: true, result: first.result })
    expect(await db.read.$count(db.tables.ballots)).toBe(3)
  })

  test('a refusal is not remembered: what was refused may be done later under the same id', async () => {
    const { perform, open, unitId, members, later } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const key = { actor: members.ben, actId: actId() }
    await expect(perform('table.leave', { unitId, proposalId }, key)).rejects.toMatchObject({
      code: 'not-at-the-table',
    })
    later(1)
    await perform('table.arrive', { unitId, proposalId }, { ...key, actId: actId() })
    await expect(perform('table.leave', { unitId, proposalId }, key)).resolves.toMatchObject({ repeated: false })
  })

  test('the same act sent fifty times at once is done once', async () => {
    const { perform, db, unitId, members } = await world(dialect)
    const key = { actor: members.ben, actId: actId() }
    const input = { unitId, body: breadProposal(unitId) }
    const all = await Promise.all(Array.from({ length: 50 }, () => perform('proposal.open', input, key)))
    expect(new Set(all.map((done) => `${done.number} ${done.result.proposalId}`)).size).toBe(1)
    expect(all.filter((done) => !done.repeated)).toHaveLength(1)
    expect(await db.read.$count(db.tables.proposals)).toBe(1)
  })

  test('five hundred acts at once on one stream take five hundred numbers without a gap', async () => {
    const { perform, db, unitId, members, open, news } = await world(dialect)
    const proposalId = await open(breadProposal(unitId))
    const people = Object.values(members)
    const said = { unitId, proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null } as const
    const all = await Promise.all(
      Array.from({ length: 500 }, (_, n) => {
        const actor = people[n % people.length] ?? members.ada
        // Every fifth is refused in the middle of it all, and gives its number back.
        const act =
          n % 5 === 0
            ? perform('table.leave', { unitId, proposalId }, { actor, actId: actId() })
            : perform('statement.make', { ...said, text: `No. ${n}` }, { actor, actId: actId() })
        return act.then(
          (done) => done.number,
          () => null,
        )
      }),
    )
    const numbers = all.filter((number) => number !== null).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 400 }, (_, n) => n + 2))
    expect(await followChain(db, unitId)).toBe(401)
    expect(news.filter((entry) => entry.act === 'statement.make')).toHaveLength(400)
    const report = await recountExport(bytesOf(db))
    expect(report.faults).toEqual([])
  })

  test('acts on several streams at once keep each stream whole, and none waits for another’s end in vain', async () => {
    const { perform, performAny, db, unitId, members, stranger, open, office } = await world(dialect)
    const here = await open(breadProposal(unitId))
    const body = breadProposal('mill')
    const there = (await perform('proposal.open', { unitId: 'mill', body }, { actor: stranger, actId: actId() })).result
    const say = (unit: string, proposalId: string) =>
      [
        'statement.make',
        { unitId: unit, proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null, text: 'So.' },
      ] as const
    const acts = Array.from({ length: 60 }, (_, n) => [
      [members.ada, ...say(unitId, here)] as const,
      [stranger, ...say('mill', there.proposalId)] as const,
      [office, 'product.define', { id: `product-${n}`, name: `Product ${n}`, unit: 't', pictogram: 'sack' }] as const,
      [members.ben, 'account.make-token', { name: 'mine', scope: 'read', days: 1 }] as const,
    ]).flat()
    await Promise.all(acts.map(([actor, name, input]) => performAny(name, input, { actor, actId: actId() })))
    const { streams } = db.tables
    const all = ['private', 'network', unitId, 'mill']
    const rows = await db.read.select({ id: streams.id }).from(streams).where(inArray(streams.id, all))
    expect(rows).toHaveLength(4)
    for (const stream of all) expect(await followChain(db, stream)).toBeGreaterThanOrEqual(60)
  })
})

/** The same input with one open thing in it different. */
function changed(input: object): object {
  const [name, value] = Object.entries(input).find(
    ([key, each]) => !secretInput.includes(key) && typeof each === 'string',
  ) ?? ['people', []]
  return { ...input, [name]: typeof value === 'string' ? `${value}x` : value }
}
