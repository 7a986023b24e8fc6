import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { buildSync } from 'esbuild'
import { chromium } from 'playwright-core'
import { root } from '#bench/house.ts'

/** The consequences of a changed line, measured by the same file in a real browser, where one is found. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = (process.env.PATH ?? '').split(delimiter)
const found = places.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path))

if (found) await measure(found)
else console.log('consequences in the browser: not measured, because no Chromium was found.')

async function measure(executablePath: string): Promise<void> {
  const [bundle] = buildSync({
    entryPoints: [join(root, 'bench/consequences.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.exitCode': 'globalThis.exitCode' },
    write: false,
  }).outputFiles
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  page.on('console', (said) => console.log(`in Chromium: ${said.text()}`))
  const thrown: Error[] = []
  page.on('pageerror', (fault) => thrown.push(fault))
  await page.addScriptTag({ type: 'module', content: `${bundle?.text}\nglobalThis.measured = true` })
  // The browser says when it has counted; a broken script would never say so.
  await page.waitForFunction(() => 'measured' in globalThis, null, { timeout: 60_000 }).catch(() => {})
  if (thrown[0]) throw thrown[0]
  if ((await page.evaluate(() => Reflect.get(globalThis, 'exitCode') ?? 0)) !== 0) process.exitCode = 1
  await browser.close()
}
