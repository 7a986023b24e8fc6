import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Response } from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { safeHeaders } from '#app/http/headers.server.ts'
import { keptPages } from '#app/http/kept-pages.server.ts'
import { sessionCookie } from '#app/session.server.ts'
import { nextClose, recordNumber } from '#db/moved.ts'
import { type Dialect, dialects } from '#test/support/dialects.ts'
import { actId, breadProposal, world } from '#test/support/world.ts'

describe.each(dialects)('pages kept for visitors (%s)', (dialect) => {
  test('a page is rendered once for many visitors, and a changed record shows at once', async () => {
    const { get, propose, rendered } = await site(dialect)
    const [one, other] = await Promise.all([get('/proposals', {}), get('/proposals', {})])
    expect(one.text).toContain('0 proposals')
    expect(other.text).toBe(one.text)
    expect((await get('/proposals', {})).text).toBe(one.text)
    expect(rendered()).toBe(1)
    await propose()
    expect((await get('/proposals', {})).text).toContain('1 proposals')
    expect(rendered()).toBe(2)
  })

  test('whoever brings a session is never shown a kept page', async () => {
    const { get, rendered, cookie } = await site(dialect)
    await get('/proposals', {})
    const own = await get('/proposals', { Cookie: cookie.set('secret', '2027-01-01').split(';')[0] ?? '' })
    expect(rendered()).toBe(2)
    expect(own.headers.get('Content-Security-Policy')).toContain("script-src 'self' 'nonce-")
    await get('/proposals', { Authorization: 'Bearer x' })
    expect(rendered()).toBe(3)
  })

  test('the policy of a kept page allows its own scripts by hash, and by nothing else', async () => {
    const { get } = await site(dialect)
    const { text, headers } = await get('/proposals', {})
    expect(headers.get('Content-Security-Policy')).toMatch(/script-src 'self' 'sha256-[^']+';/)
    expect(text).not.toContain('<script nonce')
  })

  test('a page is rendered anew in the next minute, and at the close of a vote', async () => {
    const { get, rendered, later, openVote } = await site(dialect)
    await get('/proposals', {})
    later(1)
    await get('/proposals', {})
    expect(rendered()).toBe(2)
    const { beforeClose, atClose } = await openVote()
    beforeClose()
    await get('/proposals', {})
    await get('/proposals', {})
    expect(rendered()).toBe(3)
    atClose()
    await get('/proposals', {})
    expect(rendered()).toBe(4)
  })

  test('a browser that has the page is only told that it holds, under the same policy', async () => {
    const { get, propose } = await site(dialect)
    const first = await get('/proposals', {})
    const again = await get('/proposals', { 'If-None-Match': first.headers.get('ETag') ?? '' })
    expect(again.status).toBe(304)
    expect(again.headers.get('Content-Security-Policy')).toBe(first.headers.get('Content-Security-Policy'))
    await propose()
    expect((await get('/proposals', { 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(200)
  })

  test('what is no page, what sets a cookie, and what is private is sent as it is and not kept', async () => {
    const { get, rendered } = await site(dialect)
    for (const path of ['/proposals/missing', '/proposals/cookie', '/proposals/private', '/sign-in']) {
      const before = rendered()
      const [one, other] = [await get(path, {}), await get(path, {})]
      expect(rendered()).toBe(before + 2)
      expect(one.text).toBe(other.text.replaceAll(nonces(other.text), nonces(one.text)))
    }
    expect((await get('/proposals/missing', {})).status).toBe(404)
  })
})

const nonces = (text: string) => /nonce="([^"]+)"/.exec(text)?.[1] ?? ''

/** A site of one page, which counts the proposals of a real record as its views do. */
async function site(dialect: Dialect) {
  const { db, perform, time, later, members, unitId, open } = await world(dialect)
  const cookie = sessionCookie('a key for signing, long enough', false)
  let rendered = 0
  const app = express()
  app.use(safeHeaders({ built: true, secure: false }))
  app.use(
    keptPages({
      now: () => time.now,
      recordNumber: () => recordNumber(db.read),
      nextClose: async () => {
        const at = await nextClose(db.read, time.now.toISOString())
        return at === null ? null : Date.parse(at)
      },
      cookie,
    }),
  )
  app.use((request, response: Response) => {
    rendered += 1
    if (request.path.endsWith('missing')) response.status(404)
    if (request.path.endsWith('cookie')) response.setHeader('Set-Cookie', 'a=b')
    if (request.path.endsWith('private')) response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    void db.read.$count(db.tables.proposals).then((count) => {
      response.write(`<p>${count} proposals</p>`)
      response.end(`<script nonce="${response.locals.nonce}">go()</script>`)
    })
  })
  const http = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    http.closeAllConnections()
    http.close()
  })
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const propose = () => open(breadProposal(unitId))
  return {
    cookie,
    later,
    rendered: () => rendered,
    propose,
    get: async (path: string, headers: Readonly<Record<string, string>>) => {
      const answer = await fetch(`${origin}${path}`, { headers })
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
    /** Opens a vote that closes within a minute, between two full ones. */
    openVote: async () => {
      const proposalId = await propose()
      const closesAt = new Date(time.now.getTime() + 24 * 3_600_000 + 30_000)
      const vote = { unitId, proposalId, amendmentId: null, closesAt: closesAt.toISOString() }
      await perform('vote.open', vote, { actor: members.ada, actId: actId() })
      return {
        beforeClose: () => {
          time.now = new Date(closesAt.getTime() - 10_000)
        },
        atClose: () => {
          time.now = closesAt
        },
      }
    },
  }
}
