import type { IncomingHttpHeaders } from 'node:http'
import type { Db } from '#db/open.ts'
import { callerBySession, callerByToken } from '#db/views/actor.ts'
import { type Caller, stranger } from '#rules/caller.ts'
import { Refusal } from '#rules/refusal.ts'

interface Given {
  readonly db: Db
  readonly clock: () => Date
  /** Reads the session's secret out of a Cookie header; `sent` tells whether there was one at all, good or not. */
  readonly cookie: {
    readonly read: (header: string | undefined) => string | null
    readonly sent: (header: string | undefined) => boolean
  }
}

/** Finds out whom a doorway is talking with: by bearer token, by the session's cookie, or nobody in particular. */
export function openCallers({ db, clock, cookie }: Given) {
  const now = () => clock().toISOString()
  const byToken = async (token: string): Promise<Caller> => {
    const caller = await callerByToken(db.read, token, now())
    if (!caller) throw new Refusal('who', 'token-not-known')
    return caller
  }
  const byCookie = async (header: string | undefined): Promise<Caller | null> => {
    const secret = cookie.read(header)
    return secret ? callerBySession(db.read, secret, now()) : null
  }
  return {
    /** A cookie that is good no longer reads like a visitor. Refuses: `token-not-known`. */
    ofRequest: async ({ authorization, cookie: header }: IncomingHttpHeaders): Promise<Caller> =>
      authorization === undefined
        ? ((await byCookie(header)) ?? stranger)
        : byToken(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''),
    /** A socket whose session ended is told so, lest somebody types on unheard. Refuses: `session-ended` too. */
    ofSocket: async ({ cookie: header }: IncomingHttpHeaders, token: string | null): Promise<Caller> => {
      if (token !== null) return byToken(token)
      const caller = await byCookie(header)
      if (!caller && cookie.sent(header)) throw new Refusal('who', 'session-ended')
      return caller ?? stranger
    },
  }
}
