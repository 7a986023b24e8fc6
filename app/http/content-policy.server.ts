import { createHash } from 'node:crypto'

interface Sources {
  /** What is let run beside the site's own files: nonces or hashes, quoted as the policy wants them. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** Who may frame the page: `'self'` or `*`. */
  readonly framedBy: string
}

/** Writes a page's content policy. */
export function contentPolicy({ scripts, styles, framedBy }: Sources): string {
  const rules = {
    'default-src': "'self'",
    'script-src': ["'self'", ...scripts].join(' '),
    'style-src': ["'self'", ...styles].join(' '),
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

/**
 * Turns a page's nonces into hashes, so that the page can be shown again: a nonce that is sent twice protects nobody.
 * Takes: the page, and the nonce under which it was rendered. Only scripts that bear it are ours and are hashed; one that
 * came into the page by any other way stays shut out.
 * Gives: the page without the scripts' nonces, and the hashes of its scripts, each once.
 */
export function hashedScripts(html: string, nonce: string): { html: string; hashes: string[] } {
  const hashes = new Set<string>()
  const mark = ` nonce="${nonce}"`
  const without = html.replace(ownScript, (whole: string, attributes: string, text: string) => {
    if (!attributes.includes(mark)) return whole
    if (text !== '') hashes.add(`'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`)
    return `<script${attributes.replaceAll(mark, '')}>${text}</script>`
  })
  return { html: without, hashes: [...hashes] }
}

// React writes no ">" into an attribute, and Remix none of "</script" into a script.
const ownScript = /<script((?: [^>]*)?)>([\s\S]*?)<\/script>/g
