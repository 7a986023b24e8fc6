import { createHmac, timingSafeEqual } from 'node:crypto'

/** The cookie that holds a session's secret: HTTP-only, `SameSite=Lax`, signed so that a forged one costs no query. */
export interface SessionCookie {
  /** The header that sets it until the session's end. */
  readonly set: (secret: string, expiresAt: string) => string
  /** The header that takes it away. */
  readonly clear: () => string
  /** The secret in a request's Cookie header; null where there is none, or where it is not of our making. */
  readonly read: (header: string | undefined) => string | null
  /** Whether a request brought one at all, good or not. */
  readonly sent: (header: string | undefined) => boolean
}

/** Makes the reader and writer of the session cookie. Takes: the signing key, and whether people come by https. */
export function sessionCookie(key: string, secure: boolean): SessionCookie {
  // The prefix makes browsers refuse the cookie unless it came by https, for this host alone.
  const name = secure ? '__Host-negotium' : 'negotium'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const sign = (secret: string) => createHmac('sha256', key).update(secret).digest('base64url')
  return {
    set: (secret, expiresAt) =>
      `${name}=${secret}.${sign(secret)}; ${attributes}; Expires=${new Date(expiresAt).toUTCString()}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
    read: (header) => {
      const [secret, signature] = cookieNamed(header, name)?.split('.') ?? []
      return secret && signature && same(signature, sign(secret)) ? secret : null
    },
    sent: (header) => (cookieNamed(header, name) ?? '') !== '',
  }
}

function cookieNamed(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

function same(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A session's secret goes into the cookie, never to a script. */
export function withoutSecret(result: unknown): {
  result: unknown
  begun: { session: string; expiresAt: string } | null
} {
  if (result === null || typeof result !== 'object' || !('session' in result)) return { result, begun: null }
  const { session, ...rest } = result as { session: string; expiresAt: string }
  return { result: rest, begun: { session, expiresAt: rest.expiresAt } }
}
