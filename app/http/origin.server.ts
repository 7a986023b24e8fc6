import type { IncomingHttpHeaders } from 'node:http'

/**
 * Tells whether a request that may change something was sent by a page of another site.
 * `Sec-Fetch-Site` is believed where a browser sends it (by https and on this machine); else `Origin` must name our own
 * host. Without either, only what carries no cookie passes: programs with tokens.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders, publicUrl: string | null, hasCookie: boolean): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  if (origin === undefined) return hasCookie
  return !isOwn(origin, headers.host, publicUrl)
}

/** The same for a socket's handshake, which browsers let any site open, and which always carries the cookies. */
export function isSocketFromElsewhere(
  headers: IncomingHttpHeaders,
  publicUrl: string | null,
  hasCookie: boolean,
): boolean {
  const { origin } = headers
  return origin === undefined ? hasCookie : !isOwn(origin, headers.host, publicUrl)
}

function isOwn(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  if (publicUrl !== null && origin === publicUrl) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}
