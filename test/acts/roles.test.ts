import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type ActName, acts } from '#acts/index.ts'
import type { Tx } from '#db/open.ts'
import { isRefusal, type Refusal } from '#rules/refusal.ts'
import type { Actor } from '#rules/standing.ts'
import { openRehearsal } from '#test/support/rehearse.ts'
import { type Role, type Stage, stage } from '#test/support/stage.ts'
import { actId } from '#test/support/world.ts'

/**
 * Who may do what. A row is an act, or a way of performing it; a column is somebody of whom nothing else is true: the
 * stranger holds every seat of another unit, the guest has an account and no seat, the delegate and the office worker are
 * not members, the proposer and the author are members whose proposal, amendment and statement it is.
 */
const table = `
                               visitor guest stranger member delegate office proposer author operator clock
  account.offer-founding       -       -     -        -      -        -      -        -      may      -
  account.found                may     may   may      may    may      may    may      may    may      may
  demonstration.begin          -       -     -        -      -        -      -        -      may      -
  demonstration.people         -       -     -        -      -        -      -        -      may      -
  invitation.make              -       -     -        may    -        -      may      may    -        -
  invitation.accept            -       may   may      may    may      may    may      may    -        -
  account.register             may     may   may      may    may      may    may      may    may      may
  account.sign-in              may     may   may      may    may      may    may      may    may      may
  account.enter-as             may     may   may      may    may      may    may      may    may      may
  account.sign-out             -       may   may      may    may      may    may      may    -        -
  account.sign-out-everywhere  -       may   may      may    may      may    may      may    -        -
  account.change-password      -       may   may      may    may      may    may      may    -        -
  account.rename               -       may   may      may    may      may    may      may    -        -
  account.make-token           -       may   may      may    may      may    may      may    -        -
  account.revoke-token         -       may   may      may    may      may    may      may    -        -
  account.recover              -       -     -        -      -        -      -        -      may      -
  account.use-recovery         may     may   may      may    may      may    may      may    may      may
  account.erase-person         -       may   may      may    may      may    may      may    -        -
  unit.found                   -       -     may      may    -        -      may      may    -        -
  unit.place                   -       -     -        -      may      -      -        -      -        -
  seat.back                    -       -     -        may    -        -      may      may    -        -
  seat.take                    -       may   may      may    may      may    may      may    -        -
  seat.leave                   -       may   may      may    may      may    may      may    -        -
  seat.forget                  -       -     -        -      -        -      -        -      -        may
  measure.define               -       -     may      -      -        may    -        -      -        -
  product.define               -       -     may      -      -        may    -        -      -        -
  source.define                -       -     may      -      -        may    -        -      -        -
  figure.publish               -       -     -        -      -        may    -        -      -        -
  figure.correct               -       -     -        -      -        may    -        -      -        -
  proposal.open                -       -     -        may    -        -      may      may    -        -
  proposal.withdraw            -       -     -        -      -        -      may      -      -        -
  brief.attach                 -       -     -        -      -        may    -        -      -        -
  table.arrive                 -       -     -        may    may      may    may      may    -        -
  table.leave                  -       -     -        may    may      may    may      may    -        -
  statement.make               -       -     -        may    -        -      may      may    -        -
  statement.make:answer        -       -     -        -      -        may    -        -      -        -
  statement.remove             -       -     -        may    -        -      may      may    -        -
  amendment.table              -       -     -        may    -        -      may      may    -        -
  amendment.rewrite            -       -     -        -      -        -      -        may    -        -
  amendment.withdraw           -       -     -        -      -        -      -        may    -        -
  amendment.ask-vote           -       -     -        may    -        -      may      may    -        -
  amendment.accept             -       -     -        -      -        -      may      -      -        -
  vote.open                    -       -     -        may    -        -      may      may    -        -
  vote.open:amendment          -       -     -        may    -        -      may      may    -        -
  vote.cast                    -       -     -        may    -        -      may      may    -        -
  vote.close                   -       -     -        -      -        -      -        -      -        may
  minute.confirm               -       -     -        -      may      -      -        -      -        -
`

const [columns = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const roles = columns as Role[]
const may = new Map(rows.map(([row = '', ...cells]) => [row, new Set(roles.filter((_, at) => cells[at] === 'may'))]))

/** What stands of each decision, as text: votes, rolls, ballots, minutes, plan lines, versions, stages, the assembly's rule. */
async function decisions(tx: Tx, tables: Stage['db']['tables']): Promise<string> {
  const { votes, electorate, ballots, minutes, planLines, versions, units } = tables
  const { proposals } = tables
  const kept = [votes, electorate, ballots, minutes, planLines, versions] as unknown as (typeof votes)[]
  const all = await Promise.all(kept.map((each) => tx.select().from(each)))
  const stages = await tx.select({ id: proposals.id, stage: proposals.stage }).from(proposals)
  const rules = await tx.select({ id: units.id, rule: units.rule, numbers: units.numbers }).from(units)
  return JSON.stringify([all, stages, rules.filter((row) => row.id !== 'shop')])
}

type Came = 'done' | Refusal['kind']

async function rehearsal(own: Stage) {
  const { db, time, inputs, matters } = own
  const rehearse = openRehearsal(
    db,
    () => time.now,
    (tx) => decisions(tx, db.tables),
  )
  const inputFor = (row: string, actor: Actor): unknown => {
    const name = nameOf(row)
    const input = inputs[name](actor)
    if (row === 'statement.make:answer') return { ...input, kind: 'answer', replyTo: matters.questionId }
    if (row === 'vote.open:amendment') return { ...input, amendmentId: matters.amendmentId }
    return input
  }
  const comes = async (row: string, actor: Actor) => {
    const { performed, looks } = rehearse(nameOf(row), inputFor(row, actor), { actor, actId: actId() })
    const came: Came = await performed.then(
      () => 'done',
      (thrown) => {
        if (isRefusal(thrown)) return thrown.kind
        throw thrown
      },
    )
    return { came, touched: looks[0] !== looks.at(-1) }
  }
  return { comes }
}

type Cell = { readonly came: Came; readonly touched: boolean }
let rehearsed: Promise<(row: string, role: Role) => Cell> | undefined

/** Every cell of the table, performed once. */
async function allCells() {
  const own = await stage('sqlite')
  const { comes } = await rehearsal(own)
  const cells = new Map<string, Cell>()
  for (const row of may.keys())
    for (const role of roles) cells.set(`${row} ${role}`, await comes(row, own.actors[role]))
  return (row: string, role: Role) => cells.get(`${row} ${role}`) ?? { came: 'input' as const, touched: true }
}

const nameOf = (row: string) => row.split(':')[0] as ActName

describe('[W1] [W2] [W3] [W4] [W5] [W6] [W7] [W8] [W9] [V5] who may do what', { timeout: 60_000 }, () => {
  test('every act has its row', () => {
    expect([...new Set([...may.keys()].map(nameOf))].sort()).toEqual(acts.map((act) => act.name).sort())
    for (const [row, ...cells] of rows) expect([row, cells.length]).toEqual([row, roles.length])
  })

  test('every act lets in those whom the table lets in, and nobody else', async () => {
    rehearsed ??= allCells()
    const cellOf = await rehearsed
    // What only an installation without people does is refused here by the hour, not by who asks.
    const onlyWhenEmpty = ['account.offer-founding', 'account.found', 'demonstration.begin']
    for (const [row, allowed] of may) {
      for (const role of roles) {
        const { came } = cellOf(row, role)
        const expected = allowed.has(role) ? ['done', 'when'] : ['who']
        expect(expected, `${row} by ${role} came to ${came}`).toContain(came)
      }
      const done = roles.some((role) => cellOf(row, role).came === 'done')
      expect(done, `${row} is done by somebody`).toBe(!onlyWhenEmpty.includes(row))
    }
  })

  test('offices, the operator, visitors, guests and strangers change nothing of a vote or a decision by any act', async () => {
    rehearsed ??= allCells()
    const cellOf = await rehearsed
    for (const row of may.keys())
      for (const role of ['office', 'operator', 'visitor', 'guest', 'stranger'] as const)
        expect(cellOf(row, role).touched, `${row} by ${role} touches a decision`).toBe(false)
    expect(cellOf('vote.cast', 'member').touched).toBe(true)
    expect(cellOf('vote.close', 'clock').touched).toBe(true)
  })

  test('a vote is closed and counted by the clock alone, and no act of the operator’s enters a unit’s record', () => {
    expect([...(may.get('vote.close') ?? [])]).toEqual(['clock'])
    const operators = acts.filter((act) => 'by' in act && act.by === 'operator')
    expect(operators.map((act) => [act.name, act.stream.length])).toEqual(operators.map((act) => [act.name, 0]))
  })

  test('roles are of one unit: whoever holds every seat elsewhere has here what their seat here gives', async () => {
    const own = await stage('sqlite')
    const { db, spare, unitId } = own
    const everywhere = ['member', 'delegate', 'office'] as const
    // What is asked of any unit's members or offices, not of this one's.
    const ofTheNetwork = ['unit.found', 'measure.define', 'product.define', 'source.define']
    const since = '2026-11-02T09:00:00.000Z'
    const { seats } = db.tables
    await db.transaction((tx) =>
      tx.insert(seats).values(everywhere.map((role) => ({ unitId: 'mill', personId: spare.id, role, since }))),
    )
    for (const here of [null, ...everywhere]) {
      await db.transaction(async (tx) => {
        if (here) await tx.insert(seats).values({ unitId, personId: spare.id, role: here, since })
      })
      const { comes } = await rehearsal(own)
      for (const [row, allowed] of may) {
        // The roll of a vote is older than this seat; being placed under another unit takes both.
        if (ofTheNetwork.includes(row) || row === 'vote.cast' || row === 'unit.place') continue
        const { came } = await comes(row, spare)
        const mine = allowed.has(here ?? 'guest')
        expect(came !== 'who', `${row} with a seat as ${here}: ${came}`).toBe(mine)
      }
      expect((await comes('vote.cast', spare)).came).toBe('who')
      await db.transaction((tx) =>
        tx
          .update(seats)
          .set({ until: since })
          .where(and(eq(seats.unitId, unitId), eq(seats.personId, spare.id))),
      )
    }
  })

  test('a seat that was given up gives nothing any more, not even to the proposer', async () => {
    const own = await stage('sqlite')
    const { actors, does, unitId } = own
    await does(actors.proposer, 'seat.leave', { unitId, role: 'member' })
    const { comes } = await rehearsal(own)
    for (const row of ['amendment.accept', 'proposal.open', 'statement.make', 'vote.open', 'seat.back', 'table.arrive'])
      expect((await comes(row, actors.proposer)).came, row).toBe('who')
    // The roll was frozen while they were a member.
    expect((await comes('vote.cast', actors.proposer)).came).toBe('done')
  })
})
