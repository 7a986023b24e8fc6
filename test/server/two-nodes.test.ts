import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openLine } from '#realtime/client.ts'
import type { ActAnswer, Told } from '#realtime/messages.ts'
import { recountExport } from '#rules/recount/recount.ts'
import { dialects, makePlace } from '#test/support/dialects.ts'
import { done, foundBakery, joinBakery } from '#test/support/far-person.ts'
import { startNode } from '#test/support/node.ts'
import { redisIsHere, startRedis } from '#test/support/redis.ts'
import { actId, breadProposal } from '#test/support/world.ts'

const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 20 })

/** Two nodes in processes of their own, on one PostgreSQL and one Redis, with two members and a proposal. */
async function twoNodes() {
  const database = await makePlace('postgres')
  onTestFinished(database.remove)
  if (!('postgresUrl' in database.where)) throw new Error('PostgreSQL was asked for.')
  const redis = await startRedis()
  const folder = mkdtempSync(join(tmpdir(), 'negotium-nodes-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const together = {
    PORT: '0',
    DATABASE_URL: database.where.postgresUrl,
    REDIS_URL: redis.url,
    SESSION_SECRET: 'the same on every node, whatever it is',
    NEGOTIUM_DATA: folder,
  }
  const one = await startNode(together)
  const ada = await foundBakery(one.origin, one.foundingToken ?? '')
  const ben = await joinBakery(one.origin, ada, 'Ben')
  const two = await startNode(together)
  expect(two.foundingToken).toBeNull()
  const { proposalId } = (
    await done(one.origin, 'proposal.open', { unitId: 'bakery', body: breadProposal('bakery') }, ada)
  ).result
  const place = { stream: 'bakery', matter: proposalId ?? '' }
  const sit = (origin: string, as: Readonly<Record<string, string>>) => {
    const headers = { ...as, Origin: origin }
    const pace = { reconnectionDelay: 20, reconnectionDelayMax: 100 }
    const socket = io(origin, {
      autoConnect: false,
      transports: ['websocket'],
      extraHeaders: headers,
      forceNew: true,
      ...pace,
    })
    onTestFinished(() => void socket.disconnect())
    const line = openLine(socket)
    const told: Told[] = []
    line.follow(place, 0, { told: (entries) => void told.push(...entries), here: () => {} })
    const say = (text: string): Promise<ActAnswer> =>
      line.perform(
        'statement.make',
        { unitId: 'bakery', proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null, text },
        actId(),
      )
    return { line, told, say, words: () => told.map((entry) => entry.words.text), headers }
  }
  const seats = [sit(one.origin, ada), sit(two.origin, ben)] as const
  await until(() => expect(seats.map((seat) => seat.line.state())).toEqual(['live', 'live']))
  return { one, two, redis, seats, proposalId, restart: () => startNode(together) }
}

const exportOf = async (origin: string) => (await fetch(`${origin}/api/v1/export`)).text()

/** Every number once and in order, none missing. */
const gapless = (told: readonly Told[]) =>
  expect(told.map((entry) => entry.number)).toEqual(told.map((_, at) => at + 1))

describe.runIf(redisIsHere && dialects.includes('postgres'))('two nodes', { timeout: 120_000 }, () => {
  test('members of one assembly hear each other on either node, and both nodes tell the same journal', async () => {
    const { one, two, seats } = await twoNodes()
    const [ada, ben] = seats
    const said = Array.from({ length: 40 }, (_, n) => (n % 2 ? ben : ada).say(`No. ${n}`))
    expect((await Promise.all(said)).every((answer) => answer.ok)).toBe(true)
    for (const { told, words } of seats) {
      await until(() => expect(words().filter((text) => text?.startsWith('No.'))).toHaveLength(40))
      gapless(told)
    }
    expect(ada.words()).toEqual(ben.words())
    const [here, there] = [await exportOf(one.origin), await exportOf(two.origin)]
    expect(there).toBe(here)
    async function* bytes() {
      yield new TextEncoder().encode(here)
    }
    expect((await recountExport(bytes())).faults).toEqual([])
    expect(one.said() + two.said()).toBe('')
  })

  test('what the clock does is done once, though both nodes keep time', async () => {
    const { one, two, seats, proposalId } = await twoNodes()
    const [ada, ben] = seats
    const closesAt = new Date(Date.now() + 1500).toISOString()
    const input = { unitId: 'bakery', proposalId, amendmentId: null, closesAt }
    const { voteId } = (await done(one.origin, 'vote.open', input, ada.headers)).result
    await done(two.origin, 'vote.cast', { unitId: 'bakery', voteId, choice: 'yes' }, ben.headers)
    const closings = ({ told }: typeof ada) => told.filter((entry) => entry.act === 'vote.close')
    for (const seat of seats) await until(() => expect(closings(seat)).toHaveLength(1))
    // Both nodes look again: whatever the slower one thought due, it finds done.
    await ada.say('After the close.')
    await until(() => expect(ben.words()).toContain('After the close.'))
    for (const seat of seats) expect(closings(seat)).toHaveLength(1)
    const closed = (await exportOf(two.origin))
      .split('\n')
      .filter((line) => line.includes('\\"act\\":\\"vote.close\\"'))
    expect(closed).toHaveLength(1)
    expect(one.said() + two.said()).toBe('')
  })

  test('a lost Redis kills no node: acts go on, and whoever listens catches up by number when it is back', async () => {
    const { one, two, redis, seats } = await twoNodes()
    const [ada, ben] = seats
    await redis.stop()
    expect(await ada.say('While it is gone.')).toMatchObject({ ok: true })
    expect(await ben.say('Here too.')).toMatchObject({ ok: true })
    expect((await fetch(`${one.origin}/healthz`)).status).toBe(200)
    expect((await fetch(`${two.origin}/healthz`)).status).toBe(200)
    await redis.again()
    // The next news shows the gap, and the gap is asked for.
    await until(async () => {
      await ada.say('Back again.')
      expect(ben.words()).toContain('While it is gone.')
    })
    await until(async () => {
      await ben.say('Heard you.')
      expect(ada.words()).toContain('Here too.')
    })
    for (const { told } of seats) gapless(told)
  })

  test('a node that dies takes nothing with it: the other goes on, and it comes back to the same journal', async () => {
    const { one, two, seats, restart } = await twoNodes()
    const [ada, ben] = seats
    const said = Array.from({ length: 30 }, (_, n) => ben.say(`No. ${n}`))
    const lost = Array.from({ length: 30 }, (_, n) => ada.say(`Perhaps ${n}`))
    await Promise.race(lost)
    await one.kill()
    expect((await Promise.all(said)).every((answer) => answer.ok)).toBe(true)
    expect(await ben.say('Still here.')).toMatchObject({ ok: true })
    const three = await restart()
    expect(three.foundingToken).toBeNull()
    await until(() => expect(ben.words()).toContain('Still here.'))
    gapless(ben.told)
    expect(await exportOf(three.origin)).toBe(await exportOf(two.origin))
  })
})
