import { createHash } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { contentPolicy, hashedScripts } from '#app/http/content-policy.server.ts'
import { openPageStore, type Page } from '#app/http/page-store.server.ts'
import type { Platform } from '#app/platform.ts'

/** Places that anybody reads and that say the same to every visitor. Doors, invitations and one's own page are none. */
const places = /^\/($|(proposals|votes|plan|figures|units|journal|people)(\/|$))/
const mostBytes = 64 * 1024 * 1024
const longestAddress = 500
/** What pages work out from the clock, such as how far a period has run, they tell to the minute. */
const minuteMs = 60_000

/** What keeping pages takes: the record's number and the next close of a vote, the clock, and whose cookie is ours. */
export type Standing = Pick<Platform, 'recordNumber' | 'nextClose' | 'now' | 'cookie'>

/**
 * Shows visitors the pages that other visitors have been shown already.
 * A page is shown again only while no stream of the record has moved, whichever node moved it, and until the clock alone
 * may have changed it. Whoever brings a cookie of ours or a token is always shown a page of their own.
 */
export function keptPages(platform: Standing): RequestHandler {
  const store = openPageStore(mostBytes)
  const rendering = new Map<string, Promise<Page | null>>()
  return (request, response, next) => {
    if (!isForAllVisitors(request, platform)) return next()
    answer(request, response, next).catch(next)
  }

  async function answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    // Before the page is rendered: what it shows is at least as new as this.
    const number = await platform.recordNumber()
    const { host, 'x-forwarded-host': forwarded } = request.headers
    // There is one language as yet; a second one is to stand here.
    const key = `en ${request.protocol} ${host} ${forwarded} ${request.originalUrl}`
    const kept = store.get(key, number, platform.now().getTime())
    if (kept) return show(kept, request, response)
    // Many who ask at once are shown one rendering.
    const underWay = rendering.get(`${number} ${key}`)
    if (underWay) {
      const page = await underWay
      return page ? show(page, request, response) : next()
    }
    const goodUntilMs = await nextTurn(platform)
    const made = rendered(response, next).then((html) => html && pageOf(html, { number, goodUntilMs }, response))
    rendering.set(`${number} ${key}`, made)
    try {
      const page = await made
      if (!page) return
      store.keep(key, page)
      show(page, request, response)
    } finally {
      rendering.delete(`${number} ${key}`)
    }
  }
}

function isForAllVisitors(request: Request, { cookie }: Standing): boolean {
  const { headers, method, originalUrl, path } = request
  return (
    method === 'GET' &&
    places.test(path) &&
    !path.endsWith('.data') &&
    originalUrl.length <= longestAddress &&
    headers.authorization === undefined &&
    !cookie.sent(headers.cookie)
  )
}

/** The next moment at which the clock alone may change a page. */
async function nextTurn({ now, nextClose }: Standing): Promise<number> {
  const nowMs = now().getTime()
  const close = await nextClose()
  return Math.min(nowMs - (nowMs % minuteMs) + minuteMs, close ?? Number.POSITIVE_INFINITY)
}

function pageOf(html: Buffer, when: Pick<Page, 'number' | 'goodUntilMs'>, response: Response): Page {
  const nonce: string = response.locals.nonce
  const { html: text, hashes } = hashedScripts(html.toString('utf8'), nonce)
  const body = Buffer.from(text, 'utf8')
  return {
    ...when,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    // The sheet that React Aria makes in the browser still goes by the nonce; it opens nothing to scripts.
    policy: contentPolicy({ scripts: hashes, styles: [`'nonce-${nonce}'`], framedBy: "'self'" }),
  }
}

function show(page: Page, request: Request, response: Response): void {
  response.setHeader('Content-Security-Policy', page.policy)
  response.setHeader('ETag', page.etag)
  response.setHeader('Vary', 'Cookie, Authorization')
  // A browser asks each time whether its copy still holds.
  response.setHeader('Cache-Control', 'no-cache')
  if (request.headers['if-none-match'] === page.etag) {
    response.statusCode = 304
    response.end()
    return
  }
  response.statusCode = 200
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', page.body.length)
  response.end(page.body)
}

/**
 * Lets the page be rendered, and holds what is written until its end.
 * Gives: a page that may be kept and is still to be sent; null where it was something else, which was sent as it came.
 */
function rendered(response: Response, next: NextFunction): Promise<Buffer | null> {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const chunks: Buffer[] = []
  const mayKeep = () =>
    response.statusCode === 200 &&
    !response.headersSent &&
    !response.hasHeader('Set-Cookie') &&
    !/no-store|private/.test(String(response.getHeader('Cache-Control'))) &&
    String(response.getHeader('Content-Type')).startsWith('text/html')
  return new Promise((resolve) => {
    const release = () => Object.assign(response, { write, end })
    const send = (chunk: unknown) => {
      if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
        chunks.push(Buffer.from(chunk as string))
    }
    Object.assign(response, {
      write: (chunk: unknown) => {
        if (!mayKeep()) {
          release()
          resolve(null)
          for (const held of chunks) write(held)
          return write(chunk as Buffer)
        }
        send(chunk)
        return true
      },
      end: (chunk: unknown) => {
        send(chunk)
        release()
        if (mayKeep()) {
          resolve(Buffer.concat(chunks))
        } else {
          resolve(null)
          end(Buffer.concat(chunks))
        }
        return response
      },
    })
    // Whoever went away took the rendering with them.
    response.once('close', () => resolve(null))
    next()
  })
}
