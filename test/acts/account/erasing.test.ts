import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { statementsOf } from '#db/views/proposal/discussion.ts'
import { networkStream, privateStream } from '#rules/entry.ts'
import { type Actor, visitor } from '#rules/standing.ts'
import { type Dialect, dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

const password = 'correct horse battery'
const by = (actor: Actor) => ({ actor, actId: actId() })

/** A member with an account, who came by invitation. */
async function withFay(dialect: Dialect) {
  const own = await world(dialect)
  const { perform, unitId, members } = own
  const { invitation } = (await perform('invitation.make', { unitId }, by(members.ada))).result
  const registering = { invitation, name: 'Fay', signInName: 'Fay', password }
  const { personId } = (await perform('account.register', registering, by(visitor))).result
  const fay: Actor = { id: personId, kind: 'person' }
  await perform('seat.take', { unitId }, by(fay))
  await perform('seat.back', { unitId, cause: 'admit', personId }, by(members.ben))
  return { ...own, fay }
}

describe.each(dialects)('erasing (%s)', (dialect) => {
  test('[G1] a wrong password is counted, and the public record hears nothing of it', async () => {
    const { perform, db, fay } = await withFay(dialect)
    const { streams, entries, attempts } = db.tables
    const numberOf = async (id: string) =>
      (await db.read.select({ number: streams.number }).from(streams).where(eq(streams.id, id)))[0]?.number
    const before = await numberOf(networkStream)
    const erase = (typed: string) => perform('account.erase-person', { password: typed }, by(fay))
    for (let wrong = 1; wrong <= 5; wrong += 1)
      await expect(erase(`wrong ${wrong}`)).rejects.toMatchObject({ kind: 'who', code: 'wrong-name-or-password' })
    await expect(erase(password)).rejects.toMatchObject({ code: 'too-many-attempts' })
    expect(await numberOf(networkStream)).toBe(before)
    expect(await db.read.select().from(attempts)).toMatchObject([{ foldedName: 'fay', wrong: 5 }])
    const kept = await db.read.select().from(entries).where(eq(entries.act, 'account.erase-person'))
    expect(kept.map((entry) => entry.stream)).toEqual(Array(5).fill(privateStream))
  })

  test('the reason for taking words away is the speaker’s too: shown, out of the public bodies, and erased with them', async () => {
    const { perform, db, fay, open, unitId } = await withFay(dialect)
    const proposalId = await open(breadProposal(unitId))
    const anchor = { kind: 'proposal' } as const
    const said = { unitId, proposalId, kind: 'statement', anchor, replyTo: null } as const
    const { statementId } = (await perform('statement.make', { ...said, text: 'What I said.' }, by(fay))).result
    await perform('statement.remove', { unitId, statementId, reason: 'I was rude.' }, by(fay))
    const shown = async () => (await statementsOf(db.read, db.tables, proposalId))[0]
    expect(await shown()).toMatchObject({ text: null, removed: 'I was rude.' })
    const { entries, statements, withheld } = db.tables
    const everything = async () =>
      JSON.stringify([await db.read.select().from(entries), await db.read.select().from(statements)])
    expect(await everything()).not.toContain('I was rude.')
    await perform('account.erase-person', { password }, by(fay))
    expect(await shown()).toMatchObject({ text: null, removed: '—' })
    expect(JSON.stringify(await db.read.select().from(withheld))).not.toContain('I was rude.')
  })
})
