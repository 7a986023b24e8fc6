import type { Request, RequestHandler, Response } from 'express'
import { isFromElsewhere } from '#app/http/origin.server.ts'
import type { Platform } from '#app/platform.ts'
import { stranger } from '#rules/caller.ts'
import { Refusal } from '#rules/refusal.ts'

/** A form sends its length; what does not could go on for ever. 16 MB is the largest file, and a little for its form. */
const largestForm = 17 * 1024 * 1024

/**
 * Finds out who a request is from (`response.locals.caller`), and turns away what another site's page sent, what is
 * too large, and what comes too fast. A cookie that is good no longer is taken away.
 */
export const knowCaller =
  (platform: Platform): RequestHandler =>
  (request, response, next) => {
    response.locals.reference = platform.newId()
    response.locals.caller = stranger
    check(platform, request, response).then(() => next(), next)
  }

async function check(platform: Platform, request: Request, response: Response): Promise<void> {
  const { headers } = request
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
  const hasCookie = platform.cookie.sent(headers.cookie)
  const byToken = headers.authorization !== undefined
  if (changes && !byToken && isFromElsewhere(headers, platform.publicUrl, hasCookie))
    throw new Refusal('who', 'from-elsewhere')
  if (changes) refuseLarge(request)
  // Framed by anybody, so it knows nobody.
  if (!request.path.startsWith('/embed/')) response.locals.caller = await platform.callerOf(headers)
  if (hasCookie && !byToken && response.locals.caller.by.kind === 'nothing')
    response.appendHeader('Set-Cookie', platform.cookie.clear())
  if (changes && !platform.take(allowanceOf(request, response))) throw new Refusal('when', 'too-much-at-once')
}

/** A hall shares one address: people are told apart by who they are, and only visitors by where they come from. */
const allowanceOf = (request: Request, response: Response): string =>
  response.locals.caller.actor.kind === 'person' ? response.locals.caller.actor.id : `address ${request.ip}`

function refuseLarge(request: Request): void {
  const length = request.headers['content-length']
  if (request.headers['transfer-encoding'] !== undefined || Number(length ?? 0) > largestForm)
    throw new Refusal('input', 'too-large', { most: '16 MB' })
}
