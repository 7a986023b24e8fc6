import express, { type Request, type Router } from 'express'
import { answerThrown, handled } from '#app/api/answer.server.ts'
import { openApi } from '#app/api/openapi.server.ts'
import { readQuery } from '#app/api/query.server.ts'
import type { Platform } from '#app/platform.ts'
import { withoutSecret } from '#app/session.server.ts'
import type { Caller } from '#rules/caller.ts'
import { Refusal } from '#rules/refusal.ts'

/** The largest JSON that an act may bring; files are staged by `uploads`. */
const largestJson = '1mb'
const largestFile = '16mb'

/**
 * The REST doorway under /api/v1: acts by POST, views by GET, the export streamed, the reference generated.
 * It is Express and not Remix, because the export is a stream that must wait for its reader, and because every answer
 * here, faults too, is JSON.
 */
export function rest(platform: Platform): Router {
  const router = express.Router()
  const described = openApi(platform)
  router.get('/openapi.json', (_request, response) => void response.json(described))
  router.get(
    '/export',
    handled((request, response) => streamExport(platform, request, response)),
  )
  router.post(
    '/uploads',
    express.raw({ type: () => true, limit: largestFile }),
    handled(async (request, response) => {
      const { unitId, name } = request.query
      if (typeof unitId !== 'string' || !Buffer.isBuffer(request.body)) throw new Refusal('input', 'bad-input')
      mayStage(response.locals.caller)
      const staged = platform.stage(
        response.locals.caller,
        unitId,
        typeof name === 'string' ? name : 'file',
        request.body,
      )
      response.status(201).json({ result: await staged })
    }),
  )
  router.post(
    '/acts/:name',
    express.json({ limit: largestJson, type: () => true }),
    handled(async (request, response) => {
      const { actId, input } = sent(request)
      const done = await platform.perform(response.locals.caller)(request.params.name ?? '', input, actId)
      const { result, begun } = withoutSecret(done.result)
      if (begun) response.appendHeader('Set-Cookie', platform.cookie.set(begun.session, begun.expiresAt))
      response.json({ ...done, result })
    }),
  )
  router.get(
    '/:view',
    handled(async (request, response) => {
      const name = request.params.view ?? ''
      const view = platform.views.find((one) => one.name === name)
      const answer = await platform.ask(response.locals.caller)(name, readQuery(request.query, view?.schema))
      response.setHeader('Cache-Control', 'no-store')
      response.json(answer)
    }),
  )
  router.use(() => {
    throw new Refusal('missing', 'no-such-thing')
  })
  router.use(answerThrown(platform))
  return router
}

/** A token that only reads stages nothing; the doorkeeper's `perform` asks the same of acts. */
function mayStage(caller: Caller): void {
  if (caller.scope === 'read') throw new Refusal('who', 'token-does-not-reach', { scope: 'read' })
}

/** The body is the input; its act id comes in the header, or beside the input in the body. */
function sent(request: Request): { actId: string; input: unknown } {
  const body: unknown = request.body
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new Refusal('input', 'not-json')
  const { actId, ...input } = body as Record<string, unknown>
  const key = request.headers['idempotency-key'] ?? actId
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new Refusal('input', 'act-id-missing')
  return { actId: key, input }
}

async function streamExport(platform: Platform, request: Request, response: express.Response): Promise<void> {
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  let gone = false
  request.on('close', () => {
    gone = true
  })
  for await (const line of platform.exportLines()) {
    if (gone) return
    // The reader's pace is ours: nothing piles up in memory.
    if (!response.write(line)) await drained(response)
  }
  response.end()
}

const drained = (response: express.Response): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      response.off('drain', go)
      response.off('close', go)
      resolve()
    }
    response.on('drain', go)
    response.on('close', go)
  })
