import { randomBytes } from 'node:crypto'
import { type News, openActs } from '#acts/perform.ts'
import { randomTools } from '#acts/tools.ts'
import { beginRecord } from '#db/begin.ts'
import type { Db } from '#db/open.ts'
import { openViews } from '#db/views/index.ts'
import type { DecisionRule } from '#rules/shapes/decision-rule.ts'
import type { ProposalBody } from '#rules/shapes/proposal.ts'
import { type Actor, clock as theClock } from '#rules/standing.ts'
import { type Dialect, openDialect } from '#test/support/dialects.ts'

export const simpleMajority: DecisionRule = {
  method: 'majority',
  base: 'yes-and-no',
  threshold: { num: 1, den: 2 },
  strict: true,
  quorum: { num: 0, den: 1 },
}

export const numbers = { amendmentVote: 2, openVote: 2, admission: 2, delegates: 2, moderation: 2 }

export const actId = () => randomBytes(12).toString('hex')

/** A proposal about bread: one block, one line. */
export const breadProposal = (unitId: string): ProposalBody => ({
  title: 'More bread for the winter',
  blocks: [{ id: 'why', text: 'The towns have asked for more bread from January on.' }],
  lines: [
    {
      id: 'bread',
      unitId,
      direction: 'produce',
      productId: 'bread',
      amount: '340',
      unit: 't',
      period: '2027-01',
      counterpartId: null,
    },
  ],
})

/** A house with nobody in it: a real database, the real acts and views, a clock that the test sets. */
export async function house(dialect: Dialect) {
  const db = await openDialect(dialect)
  return furnish(db)
}

export async function furnish(db: Db) {
  const time = { now: new Date('2026-11-02T09:00:00.000Z') }
  const clock = () => time.now
  const news: News[] = []
  await beginRecord(db, time.now.toISOString())
  const faults: unknown[] = []
  const { perform, performAny } = openActs({
    db,
    tools: randomTools,
    clock,
    broadcast: (entry) => news.push(entry),
    onFault: (fault) => faults.push(fault),
  })
  const { ask, askAny } = openViews({ db, clock })
  /** Puts a person there without the way through an account. */
  const person = async (name: string): Promise<Actor> => {
    const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    await db.transaction((tx) =>
      tx.insert(db.tables.persons).values({ id, name, joinedAt: time.now.toISOString(), erasedAt: null }),
    )
    return { id, kind: 'person' }
  }
  const later = (minutes: number) => {
    time.now = new Date(time.now.getTime() + minutes * 60_000)
    return time.now.toISOString()
  }
  return { db, perform, performAny, ask, askAny, person, time, later, news, faults, clockActor: theClock }
}

/** A house with one unit, a bakery: three members (one a delegate), an office worker, and a stranger from another unit. */
export async function world(dialect: Dialect) {
  const empty = await house(dialect)
  const { perform, person, db } = empty
  const names = ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil'] as const
  const [ada, ben, cleo, dora, emil] = (await Promise.all(names.map(person))) as [Actor, Actor, Actor, Actor, Actor]
  const unitId = 'bakery'
  const seat = (who: Actor, role: 'member' | 'delegate' | 'office') => ({ personId: who.id, role })
  const founded = {
    kind: 'enterprise',
    side: 'production',
    parents: [] as string[],
    rule: simpleMajority,
    numbers,
    namesShownTo: 'everybody',
  } as const
  await perform(
    'unit.found',
    {
      ...founded,
      id: unitId,
      name: 'The Bakery',
      seats: [
        seat(ada, 'member'),
        seat(ben, 'member'),
        seat(cleo, 'member'),
        seat(cleo, 'delegate'),
        seat(dora, 'office'),
      ],
    },
    { actor: ada, actId: actId() },
  )
  // The first founds freely; after that only people who hold a seat found units.
  await perform(
    'unit.found',
    {
      ...founded,
      id: 'mill',
      name: 'The Mill',
      seats: [seat(emil, 'member'), seat(emil, 'delegate'), seat(emil, 'office')],
    },
    { actor: ada, actId: actId() },
  )
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.products).values([
      { id: 'bread', name: 'Bread', unit: 't', pictogram: 'loaf' },
      { id: 'flour', name: 'Flour', unit: 't', pictogram: 'sack' },
    ])
  })
  const open = async (body: ProposalBody) =>
    (await perform('proposal.open', { unitId, body }, { actor: ada, actId: actId() })).result.proposalId
  return { ...empty, unitId, members: { ada, ben, cleo }, delegate: cleo, office: dora, stranger: emil, open }
}
