import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, proposalAt } from '#test/browser/addresses.ts'
import { enterAs, say } from '#test/browser/people.ts'
import { type ChildServer, startChildServer } from '#test/support/child-server.ts'
import { built, chromiumPath, expectAccessible, launch, sayNotRun, sitDown } from '#test/support/chromium.ts'

if (!chromiumPath) await sayNotRun()

describe.skipIf(!chromiumPath)('the pages under other conditions', { timeout: 120_000 }, () => {
  let server: ChildServer
  let browser: Browser

  beforeAll(async () => {
    await built()
    server = await startChildServer({})
    browser = await launch()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const sit = async (name: string | null, options: Parameters<typeof sitDown>[2]) => {
    const seat = await sitDown(browser, server.origin, options)
    if (name) await enterAs(seat.page, name)
    return seat
  }

  test('without JavaScript every page says what it has to say, its charts included', async () => {
    const seat = await sit(null, { javaScriptEnabled: false })
    const charts: Record<string, number> = {}
    for (const { path, status } of await addresses(server.origin)) {
      const answer = await seat.page.goto(path)
      expect(answer?.status(), path).toBe(status)
      expect(await seat.page.locator('main h1').count(), `headings of ${path}`).toBe(1)
      expect((await seat.page.locator('main').innerText()).length, `words of ${path}`).toBeGreaterThan(30)
      charts[path] = await seat.page.locator('main figure svg').count()
    }
    const series = '/figures/riverside-bakery/output/bread/'
    for (const path of ['/', series]) expect(charts[path], `charts of ${path}`).toBeGreaterThan(0)
    expect(await seat.page.goto('/plan').then(() => seat.page.locator('main .plan-bar').count())).toBeGreaterThan(0)
    expect(seat.faults).toEqual([])
    await seat.context.close()
  })

  test('without JavaScript a member enters, speaks, amends and votes', async () => {
    const { page, faults, context } = await sit('Marta Kowal', { javaScriptEnabled: false })
    const discussed = await proposalAt(server.origin, 'discussion', 'bread-branch')
    await page.goto(discussed)
    await say(page, 'This was said without a script.')
    expect(await page.locator('#discussion').getByText('This was said without a script.').count()).toBe(1)
    await page.goto(`${discussed}?amend=new`)
    const amount = page.locator('.amend-lines input[inputmode="decimal"]').first()
    const before = await amount.inputValue()
    await amount.fill(String(Number(before) + 1))
    await page.getByLabel('Your reason').fill('One tonne for the school.')
    await page.getByRole('button', { name: 'Table the amendment' }).click()
    await page.getByText('One tonne for the school.').first().waitFor()
    await page.goto(await proposalAt(server.origin, 'voting', 'riverside-bakery'))
    await page.getByRole('button', { name: 'Yes', exact: true }).click()
    await page.getByText('Your vote is recorded').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('by the keyboard alone a member moves an amount and votes', async () => {
    const { page, faults, context } = await sit('Idris Bello', {})
    await page.goto(await proposalAt(server.origin, 'voting', 'riverside-bakery'))
    await tabTo(page.getByRole('button', { name: 'No', exact: true }))
    await page.keyboard.press('Enter')
    await page.getByText('Your vote is recorded').waitFor()
    await page.goto(await proposalAt(server.origin, 'discussion', 'bread-branch'))
    await tabTo(page.getByRole('link', { name: 'Amend words and quantities' }))
    await page.keyboard.press('Enter')
    const field = page.locator('.amend-amount').getByRole('textbox', { name: 'Amount' }).first()
    const slider = page.getByRole('slider', { name: /Move the amount/ }).first()
    await field.waitFor()
    await tabTo(field)
    const amount = async () => Number((await field.inputValue()).replaceAll(',', ''))
    const typed = await amount()
    await page.keyboard.press('ArrowUp')
    await expect.poll(amount).toBe(typed + 1)
    await tabTo(slider)
    await page.keyboard.press('ArrowRight')
    await expect.poll(amount).toBeGreaterThan(typed + 1)
    expect(faults).toEqual([])
    await context.close()
  })

  test('a lost connection keeps what was being typed, and catches up', async () => {
    const away = await sit('Greta Lindqvist', {})
    const other = await sit('Samuel Okoro', {})
    const path = await proposalAt(server.origin, 'discussion', 'bread-branch')
    for (const { page } of [away, other]) await page.goto(path)
    const words = away.page.getByLabel('Your words')
    await words.fill('Before the line was cut,')
    await away.context.setOffline(true)
    await away.page.getByText('The connection is lost').waitFor({ timeout: 60_000 })
    await words.press('End')
    await words.pressSequentially(' and after.')
    await say(other.page, 'Somebody spoke meanwhile.')
    await away.context.setOffline(false)
    await away.page.locator('#discussion').getByText('Somebody spoke meanwhile.').waitFor({ timeout: 30_000 })
    expect(await words.inputValue()).toBe('Before the line was cut, and after.')
    await away.page.getByRole('button', { name: 'Say it' }).click()
    await other.page.locator('#discussion').getByText('Before the line was cut, and after.').waitFor()
    await away.page.reload()
    expect(await words.inputValue()).toBe('')
    expect(other.faults).toEqual([])
    await Promise.all([away.context.close(), other.context.close()])
  })

  test('an empty installation begins with a page on which the first person founds it', async () => {
    const empty = await startChildServer({ NEGOTIUM_DEMO: 'off' })
    const { page, faults, context } = await sitDown(browser, empty.origin, {})
    try {
      await page.goto(empty.address)
      await expectAccessible(page)
      await page.goto('/')
      expect(await page.locator('main h1').count()).toBe(1)
      await expectAccessible(page)
      expect([...faults, ...empty.faults]).toEqual([])
    } finally {
      await context.close()
      await empty.stop()
    }
  })
})

/** Presses Tab until something has the focus, and holds that one can see it there. */
async function tabTo(wanted: Locator): Promise<void> {
  const page: Page = wanted.page()
  for (let press = 0; press < 150; press += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return expectFocusSeen(wanted)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${wanted}.`)
}

async function expectFocusSeen(wanted: Locator): Promise<void> {
  const isSeen = await wanted.evaluate((one) => {
    // What stands for an unseen field may be drawn around it.
    for (let at: Element | null = one; at && at.tagName !== 'MAIN'; at = at.parentElement) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      if ((outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 1) || boxShadow !== 'none') return true
    }
    return false
  })
  expect(isSeen, 'the focus can be seen').toBe(true)
}
