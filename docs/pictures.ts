import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startChildServer } from '#test/support/child-server.ts'

// Takes the README's pictures from the real pages of a freshly loaded demonstration.

const folder = join(import.meta.dirname, 'pictures')
mkdirSync(folder, { recursive: true })
const server = await startChildServer({})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
try {
  const hall = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage()
  await take(hall, '/', 'start')
  await take(hall, '/plan', 'plan')
  await visiting(hall, '/sign-in')
  await hall.getByRole('button', { name: 'Marta Kowal' }).click()
  await hall.getByRole('link', { name: 'Signed in as Marta Kowal' }).waitFor()
  await take(hall, await discussed(hall), 'table')
  const telephone = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
  ).newPage()
  await take(telephone, await discussed(telephone), 'telephone')
} finally {
  await browser.close()
  await server.stop()
}

async function visiting(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, server.origin).href, { waitUntil: 'networkidle' })
}

/** The address of the proposal that is under discussion. */
async function discussed(page: Page): Promise<string> {
  const answer = await page.request.get(new URL('/api/v1/proposals.list?stage=discussion', server.origin).href)
  const { proposals } = (await answer.json()) as { proposals: { id: string }[] }
  return `/proposals/${proposals[0]?.id}`
}

async function take(page: Page, path: string, name: string): Promise<void> {
  await visiting(page, path)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
