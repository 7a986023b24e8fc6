import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { contentPolicy } from '#app/http/content-policy.server.ts'

/**
 * Sets the headers that every answer carries, and makes the request's nonce (`response.locals.nonce`).
 * Takes: whether the pages are built; while they are being worked on, the bundler puts sheets into the page itself.
 */
export const safeHeaders =
  ({ built, secure }: { readonly built: boolean; readonly secure: boolean }): RequestHandler =>
  (request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    const framedBy = request.path.startsWith('/embed/') ? '*' : "'self'"
    const own = `'nonce-${nonce}'`
    const styles = built ? [own] : ["'unsafe-inline'"]
    response.setHeader('Content-Security-Policy', contentPolicy({ scripts: [own], styles, framedBy }))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    if (framedBy === "'self'") response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    next()
  }
