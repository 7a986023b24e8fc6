import { describe, expect, test } from 'vitest'
import { account, cookieIn, password, serve } from '#test/support/server.ts'
import { actId } from '#test/support/world.ts'

const refusalOf = async (answer: Response) => ((await answer.json()) as { refusal: { code: string } }).refusal

describe('what another site’s page sends', () => {
  test('an act with a foreign origin is refused, whatever cookie it carries', async () => {
    const { post, found } = await serve()
    const { as } = await found()
    const answer = await post('account.rename', { name: 'Mallory' }, { ...as, Origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    expect(await refusalOf(answer)).toMatchObject({ code: 'from-elsewhere' })
  })

  test('a cross-site request is refused by Sec-Fetch-Site, even to a visitor', async () => {
    const { post } = await serve()
    const answer = await post('account.sign-in', account('Ada'), { 'Sec-Fetch-Site': 'cross-site' })
    expect(answer.status).toBe(403)
  })

  test('a cookie without any sign of its page is refused', async () => {
    const { post, found } = await serve()
    const { as } = await found()
    expect((await post('account.rename', { name: 'Ada B' }, { Cookie: as.Cookie })).status).toBe(403)
    expect((await post('account.rename', { name: 'Ada B' }, as)).status).toBe(200)
  })
})

describe('signing in', () => {
  test('[G1] the sixth wrong password waits, by name and whatever its capitals, and the right one waits with it', async () => {
    const { post, found } = await serve()
    await found()
    for (const _ of Array(5)) {
      const wrong = await post('account.sign-in', { signInName: 'ADA', password: 'not this one' }, {})
      expect(wrong.status).toBe(401)
      expect(await refusalOf(wrong)).toMatchObject({ code: 'wrong-name-or-password' })
    }
    const waiting = await post('account.sign-in', { signInName: ' ada ', password }, {})
    expect(waiting.status).toBe(429)
    expect(await refusalOf(waiting)).toMatchObject({ code: 'too-many-attempts' })
  })

  test('an unknown name is answered like a wrong password, and waits like one', async () => {
    const { post } = await serve()
    const codes = []
    for (const _ of Array(6)) {
      const answer = await post('account.sign-in', { signInName: 'nobody', password: 'whatever it is' }, {})
      codes.push((await refusalOf(answer)).code)
    }
    expect(codes).toEqual([...Array(5).fill('wrong-name-or-password'), 'too-many-attempts'])
  })

  test('the session’s secret is in an HTTP-only cookie and never in the answer', async () => {
    const { post, found } = await serve()
    await found()
    const answer = await post('account.sign-in', { signInName: 'Ada', password }, {})
    const [header = ''] = answer.headers.getSetCookie()
    expect(header).toContain('HttpOnly; SameSite=Lax')
    expect(header).not.toContain('Secure')
    const secret = cookieIn(answer).split('=')[1]?.split('.')[0] ?? ''
    expect(secret.length).toBeGreaterThan(40)
    expect(await answer.text()).not.toContain(secret)
  })

  test('a cookie whose signature was altered is nobody’s', async () => {
    const { get, found } = await serve()
    const { as } = await found()
    const altered = `${as.Cookie.slice(0, -2)}xx`
    const frame = (await (await get('/api/v1/frame', { Cookie: altered })).json()) as { person: unknown }
    expect(frame.person).toBeNull()
  })
})

describe('tokens', () => {
  test('[G10] a reading token reads and does not act; an acting one acts, but not on the account', async () => {
    const { post, get, found, unitId } = await withTokens()
    const { reading, acting } = found
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
    expect((await get('/api/v1/me.page', bearer(reading))).status).toBe(200)
    const barred = await post('invitation.make', { unitId }, bearer(reading))
    expect(barred.status).toBe(403)
    expect(await refusalOf(barred)).toMatchObject({ code: 'token-does-not-reach' })
    expect((await post('invitation.make', { unitId }, bearer(acting))).status).toBe(200)
    const own = await post('account.make-token', { name: 'another', scope: 'act', days: 1 }, bearer(acting))
    expect(own.status).toBe(403)
  })

  test('a revoked token is not known any more', async () => {
    const { post, get, found } = await withTokens()
    const bearer = { Authorization: `Bearer ${found.reading}` }
    expect((await post('account.revoke-token', { tokenId: found.readingId }, found.as)).status).toBe(200)
    expect((await get('/api/v1/me.page', bearer)).status).toBe(401)
  })

  test('the page of one’s own shows no secret', async () => {
    const { get, found } = await withTokens()
    const text = await (await get('/api/v1/me.page', found.as)).text()
    expect(text).toContain('"scope":"read"')
    expect(text).not.toContain('ngt_')
  })
})

describe('REST', () => {
  test('the same act id gives the same answer, and another input under it is refused', async () => {
    const { post, found } = await serve()
    const { as, unitId } = await found()
    const key = { ...as, 'Idempotency-Key': actId() }
    const first = await (await post('account.rename', { name: 'Ada Lovelace' }, key)).json()
    const second = await (await post('account.rename', { name: 'Ada Lovelace' }, key)).json()
    expect(second).toEqual({ ...(first as object), repeated: true })
    expect((await post('account.rename', { name: 'Somebody else' }, key)).status).toBe(409)
    expect((await post('invitation.make', { unitId }, key)).status).toBe(409)
  })

  test('what is no JSON, too large, or without an act id is refused in words', async () => {
    const { origin, post, faults } = await serve()
    const raw = (body: string) => fetch(`${origin}/api/v1/acts/account.sign-in`, { method: 'POST', body })
    expect((await raw('{')).status).toBe(400)
    expect((await raw('[]')).status).toBe(400)
    expect((await raw(`{"a":"${'x'.repeat(1_100_000)}"}`)).status).toBe(413)
    expect((await post('account.sign-in', account('A'), { 'Idempotency-Key': '' })).status).toBe(400)
    expect((await post('no.such-act', {}, {})).status).toBe(404)
    expect(faults).toEqual([])
  })

  test('every act and every view is a path of the generated reference', async () => {
    const { get } = await serve()
    const { paths } = (await (await get('/api/v1/openapi.json', {})).json()) as { paths: Record<string, object> }
    expect(paths).toHaveProperty(['/api/v1/acts/vote.cast', 'post'])
    expect(paths).toHaveProperty(['/api/v1/journal.since', 'get'])
  })

  test('the private record is not to be had', async () => {
    const { get, found } = await serve()
    const { as } = await found()
    expect((await get('/api/v1/journal.since?stream=private&after=0', as)).status).toBe(404)
    const lines = await (await get('/api/v1/export', {})).text()
    expect(lines).not.toContain('account.')
    expect(lines).toContain('unit.founded')
  })

  test('every answer carries the content policy', async () => {
    const { get } = await serve()
    const policy = (await get('/api/v1/frame', {})).headers.get('content-security-policy')
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/)
    expect(policy).toContain("frame-ancestors 'self'")
  })
})

async function withTokens() {
  const server = await serve()
  const { as, unitId } = await server.found()
  const make = async (scope: string) => {
    const answer = await server.post('account.make-token', { name: `a ${scope} one`, scope, days: 30 }, as)
    return ((await answer.json()) as { result: { token: string; tokenId: string } }).result
  }
  const [reading, acting] = [await make('read'), await make('act')]
  return { ...server, unitId, found: { as, reading: reading.token, readingId: reading.tokenId, acting: acting.token } }
}
