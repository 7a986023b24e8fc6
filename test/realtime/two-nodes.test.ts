import { expect, onTestFinished, test, vi } from 'vitest'
import type { Here, Told } from '#realtime/messages.ts'
import { dialects, makePlace } from '#test/support/dialects.ts'
import { redisIsHere, startRedis } from '#test/support/redis.ts'
import { cookieIn, doorwaysOf, password, serve } from '#test/support/server.ts'
import { actId, breadProposal } from '#test/support/world.ts'

const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

test.runIf(redisIsHere && dialects.includes('postgres'))(
  'two nodes on one database: acts, presence and signing out reach everybody on either',
  async () => {
    const database = await makePlace('postgres')
    onTestFinished(database.remove)
    if (!('postgresUrl' in database.where)) throw new Error('PostgreSQL was asked for.')
    const redis = await startRedis()
    const together = {
      DATABASE_URL: database.where.postgresUrl,
      REDIS_URL: redis.url,
      SESSION_SECRET: 'the same on every node, whatever it is',
    }
    const one = await serve(together)
    const { as, personId } = await one.found()
    const two = await serve(together)
    expect(two.foundingToken).toBeNull()
    const there = doorwaysOf(two)
    const own = { ...as, Origin: there.origin }

    const [ada, far] = [one.line(as), there.line(own)]
    const opened = await ada.line.perform('proposal.open', { unitId: 'bakery', body: breadProposal('bakery') }, actId())
    if (!opened.ok) throw new Error(opened.refused.code)
    const { proposalId } = opened.result as { proposalId: string }
    const place = { stream: 'bakery', matter: proposalId }
    const told: Told[] = []
    const here: { now: readonly Here[] } = { now: [] }
    const listener = {
      told: (entries: readonly Told[]) => void told.push(...entries),
      here: (list: readonly Here[]) => {
        here.now = list
      },
    }
    far.line.follow(place, opened.number, listener)
    ada.line.follow(place, opened.number, { told: () => {}, here: () => {} })
    await until(() => expect(here.now).toHaveLength(2))
    ada.line.pen(proposalId, { line: 'bread', value: '400' })
    await until(() => expect(here.now.map((page) => page.pen?.value)).toContain('400'))
    expect(here.now.every((page) => page.personId === personId)).toBe(true)

    const second = await ada.line.perform('proposal.withdraw', { unitId: 'bakery', proposalId }, actId())
    expect(second).toMatchObject({ ok: true })
    await until(() => expect(told.map((entry) => entry.act)).toEqual(['proposal.withdraw']))

    await there.post('account.sign-out-everywhere', {}, own)
    await until(() => expect([ada.line.state(), far.line.state()]).toEqual(['ended', 'ended']))

    // The acts go on where Redis is lost; those who listen catch up by number.
    await redis.stop()
    const again = await one.post('account.sign-in', { signInName: 'Ada', password }, {})
    const back = { Cookie: cookieIn(again), Origin: one.origin }
    const alone = await one.post('proposal.open', { unitId: 'bakery', body: breadProposal('bakery') }, back)
    expect(alone.status).toBe(200)
  },
)
