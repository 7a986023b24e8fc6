import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { statusOf, wordsOf } from '#app/doorway.server.ts'
import type { Platform } from '#app/platform.ts'
import { stranger } from '#rules/caller.ts'
import { isRefusal, Refusal } from '#rules/refusal.ts'
import { say } from '#rules/words/say.ts'

/** Lets a handler be asynchronous: what it throws goes to the answering of faults. */
export const handled =
  (handle: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next) => {
    handle(request, response).catch(next)
  }

/** Answers a refusal in words with its status; anything else is a fault, logged under the reference that is shown. */
export const answerThrown =
  (platform: Platform): ErrorRequestHandler =>
  (thrown: unknown, request, response, _next) => {
    if (response.headersSent) {
      response.destroy()
      return
    }
    const refusal = refusalIn(thrown)
    if (refusal) {
      const caller = response.locals.caller ?? stranger
      response.status(statusOf(refusal, caller.actor)).json({ refusal: wordsOf(refusal, 'en') })
      return
    }
    const reference: string = response.locals.reference
    platform.fault(reference, thrown, { path: request.path, method: request.method })
    const sentence = say('en', 'something-went-wrong', { reference })
    response.status(500).json({ fault: { reference, sentence } })
  }

/** Bodies that are too large or no JSON are answers too, not faults. */
function refusalIn(thrown: unknown): Refusal | undefined {
  if (isRefusal(thrown)) return thrown
  if (!(thrown instanceof Error) || !('type' in thrown)) return undefined
  if (thrown.type === 'entity.too.large') return new Refusal('input', 'too-large', { most: '1 MB' })
  if (typeof thrown.type === 'string' && /^(entity|charset|encoding|request)\./.test(thrown.type))
    return new Refusal('input', 'not-json')
  return undefined
}
