import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startChildServer } from '#test/support/child-server.ts'
import { built, chromiumPath, launch, sayNotRun, sitDown } from '#test/support/chromium.ts'

if (!chromiumPath) await sayNotRun()

describe.skipIf(!chromiumPath)('a page that is kept for visitors', { timeout: 240_000 }, () => {
  test('runs in the browser under a policy that names exactly its own scripts', async () => {
    await built()
    const server = await startChildServer({})
    const browser = await launch()
    try {
      const seat = await sitDown(browser, server.origin, {})
      const first = await seat.page.goto('/proposals')
      const again = await seat.page.goto('/proposals')
      expect(again?.headers()['content-security-policy']).toBe(first?.headers()['content-security-policy'])
      const page = await fetch(`${server.origin}/proposals`)
      const inline = [...(await page.text()).matchAll(/<script(?: [^>]*)?>([\s\S]+?)<\/script>/g)]
      const hashes = inline.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      const [, allowed = ''] = /script-src ([^;]+)/.exec(page.headers.get('Content-Security-Policy') ?? '') ?? []
      expect(new Set(allowed.split(' '))).toEqual(new Set(["'self'", ...hashes]))
      // The page is alive: a link is followed without loading another document.
      await seat.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
      await seat.page.getByRole('navigation').getByRole('link', { name: 'Units' }).click()
      await seat.page.waitForURL('**/units')
      expect(await seat.page.evaluate(() => 'sameDocument' in globalThis)).toBe(true)
      expect(seat.faults).toEqual([])
    } finally {
      await browser.close()
      await server.stop()
    }
  })
})
