import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

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
    response.setHeader('Content-Security-Policy', policy(nonce, framedBy, built))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    if (framedBy === "'self'") response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    next()
  }

function policy(nonce: string, framedBy: string, built: boolean): string {
  const rules = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': built ? `'self' 'nonce-${nonce}'` : "'self' 'unsafe-inline'",
    // React Aria's server markup carries style attributes.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': framedBy,
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
