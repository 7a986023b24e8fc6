import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openActs, type PerformAny } from '#acts/perform.ts'
import { randomTools } from '#acts/tools.ts'
import { newFolder } from '#bench/folder.ts'
import { beginRecord } from '#db/begin.ts'
import { type Db, openDb } from '#db/open.ts'
import type { Actor } from '#rules/standing.ts'

/** An assembly of many members with one proposal under discussion and one on which a vote is open. */
export interface Assembly {
  readonly db: Db
  readonly performAny: PerformAny
  readonly unitId: string
  readonly members: readonly Actor[]
  readonly discussed: string
  readonly voteId: string
  readonly file: string
}

/** Founds the assembly in a new file. Takes: how many members it has. */
export async function foundAssembly(size: number): Promise<Assembly> {
  const file = join(newFolder(), 'bench.sqlite')
  const db = await openDb({ sqliteFile: file })
  await beginRecord(db, new Date(0).toISOString())
  const members = Array.from({ length: size }, (_, at): Actor => ({ id: `member-${at}`, kind: 'person' }))
  const joinedAt = new Date().toISOString()
  await db.transaction((tx) =>
    tx.insert(db.tables.persons).values(members.map(({ id }) => ({ id, name: id, joinedAt, erasedAt: null }))),
  )
  await db.transaction((tx) =>
    tx.insert(db.tables.products).values({ id: 'bread', name: 'Bread', unit: 't', pictogram: 'loaf' }),
  )
  const performAny = actsOn(db)
  const [first = { id: '', kind: 'person' }] = members
  const unitId = 'bakery'
  const does = async (act: string, input: object) =>
    (await performAny(act, input, { actor: first, actId: randomTools.newId() })).result as Record<string, string>
  await does('unit.found', {
    id: unitId,
    name: 'The Bakery',
    kind: 'enterprise',
    side: 'production',
    parents: [],
    rule: {
      method: 'majority',
      base: 'yes-and-no',
      threshold: { num: 1, den: 2 },
      strict: true,
      quorum: { num: 0, den: 1 },
    },
    numbers: { amendmentVote: 2, openVote: 2, admission: 2, delegates: 2, moderation: 2 },
    namesShownTo: 'everybody',
    seats: members.map(({ id }) => ({ personId: id, role: 'member' })),
  })
  const { proposalId: discussed = '' } = await does('proposal.open', { unitId, body: breadProposal(unitId) })
  const { proposalId: voted = '' } = await does('proposal.open', { unitId, body: breadProposal(unitId) })
  const closesAt = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString()
  const { voteId = '' } = await does('vote.open', { unitId, proposalId: voted, amendmentId: null, closesAt })
  return { db, performAny, unitId, members, discussed, voteId, file }
}

/** Opens the same assembly in a copy of its file, so that each run begins alike. The first one must be closed. */
export async function copyOf(assembly: Assembly): Promise<Assembly> {
  const file = join(newFolder(), 'copy.sqlite')
  copyFileSync(assembly.file, file)
  const db = await openDb({ sqliteFile: file })
  return { ...assembly, db, performAny: actsOn(db), file }
}

const actsOn = (db: Db): PerformAny =>
  openActs({
    db,
    tools: randomTools,
    clock: () => new Date(),
    broadcast: () => {},
    onFault: (thrown) => {
      throw thrown
    },
  }).performAny

const breadProposal = (unitId: string) => ({
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
