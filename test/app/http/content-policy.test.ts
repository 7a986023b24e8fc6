import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentPolicy, hashedScripts } from '#app/http/content-policy.server.ts'

const nonce = 'q+X/7=='
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('the scripts that bear the nonce are hashed, each once, and lose it', () => {
  const page = `<script nonce="${nonce}">go()</script><script nonce="${nonce}" type="module" async="">import "/a.js"</script><script nonce="${nonce}">go()</script>`
  const { html, hashes } = hashedScripts(page, nonce)
  expect(html).toBe('<script>go()</script><script type="module" async="">import "/a.js"</script><script>go()</script>')
  expect(hashes).toEqual([sha256('go()'), sha256('import "/a.js"')])
})

test('a script that came in without the nonce is not let run', () => {
  const page = `<p><script>steal()</script></p><script nonce="other">steal()</script><script nonce="${nonce}">go()</script>`
  expect(hashedScripts(page, nonce)).toEqual({
    html: '<p><script>steal()</script></p><script nonce="other">steal()</script><script>go()</script>',
    hashes: [sha256('go()')],
  })
})

test('a script from a file needs no hash', () => {
  expect(hashedScripts(`<script nonce="${nonce}" src="/a.js"></script>`, nonce)).toEqual({
    html: '<script src="/a.js"></script>',
    hashes: [],
  })
})

test('the policy names what may run, and who may frame', () => {
  const policy = contentPolicy({ scripts: ["'sha256-x'"], styles: ["'nonce-y'"], framedBy: '*' })
  expect(policy).toContain("script-src 'self' 'sha256-x';")
  expect(policy).toContain("style-src 'self' 'nonce-y';")
  expect(policy).toContain('frame-ancestors *')
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})
