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
  const table = await discussed(hall)
  const other = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage()
  await entered(hall, 'Marta Kowal')
  await entered(other, 'Greta Lindqvist')
  await visiting(hall, table)
  await visiting(other, `${table}?amend=new`)
  const slider = other.getByRole('slider', { name: /Move the amount/ }).first()
  await slider.focus()
  for (let press = 0; press < 6; press += 1) await slider.press('ArrowLeft')
  const hand = hall.getByRole('button', { name: 'Greta Lindqvist is moving this to' })
  await hand.waitFor()
  await hall.setViewportSize({ width: 1400, height: 740 })
  await hand.evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().top - 560))
  await hand.hover()
  await hall.screenshot({ path: join(folder, 'table.png') })
  const telephone = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
  ).newPage()
  await take(telephone, table, 'telephone')
} finally {
  await browser.close()
  await server.stop()
}

async function entered(page: Page, name: string): Promise<void> {
  await visiting(page, '/sign-in')
  await page.getByRole('button', { name }).click()
  await page.getByRole('link', { name: `Signed in as ${name}` }).waitFor()
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
