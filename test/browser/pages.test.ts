import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Address, addresses } from '#test/browser/addresses.ts'
import { enterAs } from '#test/browser/people.ts'
import { type ChildServer, startChildServer } from '#test/support/child-server.ts'
import {
  built,
  chromiumPath,
  expectAccessible,
  expectContrast,
  expectNoSidewaysScrolling,
  launch,
  type Seat,
  sayNotRun,
  sitDown,
} from '#test/support/chromium.ts'

/** A small telephone, a usual one, a hall's screen. */
const widths = [320, 360, 1400]

if (!chromiumPath) await sayNotRun()

describe.skipIf(!chromiumPath)('the pages of the demonstration', { timeout: 240_000 }, () => {
  let server: ChildServer
  let browser: Browser
  let pages: Address[] = []

  beforeAll(async () => {
    await built()
    server = await startChildServer({})
    browser = await launch()
    pages = await addresses(server.origin)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Looks at pages one after another and gives everything that is wrong, so that one run names all of it. */
  const wrongWith = async (seat: Seat, asked: readonly Address[], look: (seat: Seat) => Promise<void>) => {
    const wrong: string[] = []
    for (const { path, status } of asked) {
      const answer = await seat.page.goto(path)
      if (answer?.status() !== status) wrong.push(`${path} answered ${answer?.status()}`)
      await look(seat).catch((fault: Error) => wrong.push(fault.message))
    }
    return [...wrong, ...seat.faults]
  }
  const fitsEveryWidth = async ({ page }: Seat) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoSidewaysScrolling(page)
    }
  }

  test('every page answers, is accessible and fits every width, for a visitor', async () => {
    const seat = await sitDown(browser, server.origin, { colorScheme: 'light' })
    const wrong = await wrongWith(seat, pages, async (own) => {
      await fitsEveryWidth(own)
      await expectAccessible(own.page)
    })
    expect(wrong).toEqual([])
    await seat.context.close()
  })

  test('every page can be read in the dark, and on a telephone', async () => {
    const seat = await sitDown(browser, server.origin, { colorScheme: 'dark', viewport: { width: 360, height: 740 } })
    expect(await wrongWith(seat, pages, (own) => expectContrast(own.page))).toEqual([])
    await seat.context.close()
  })

  test.each([
    ['a member', 'Marta Kowal'],
    ['an office worker', 'Yusuf Demirel'],
    ['a delegate', 'Aino Virtala'],
  ])('every page that differs for %s is accessible and fits every width', async (_role, name) => {
    const seat = await sitDown(browser, server.origin, {})
    await enterAs(seat.page, name)
    const own = pages.filter((page) => page.isOwn)
    const wrong = await wrongWith(seat, own, async (one) => {
      await fitsEveryWidth(one)
      await expectAccessible(one.page)
    })
    expect(wrong).toEqual([])
    await seat.context.close()
  })

  test('every page moves nothing for people who asked for rest', async () => {
    const seat = await sitDown(browser, server.origin, { reducedMotion: 'reduce' })
    const own = pages.filter((page) => page.isOwn)
    const wrong = await wrongWith(seat, own, async ({ page }) => {
      const longest = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((one) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(one)
          const seconds = [
            ...transitionDuration.split(','),
            ...(animationName === 'none' ? [] : animationDuration.split(',')),
          ]
          return seconds.map(Number.parseFloat)
        }),
      )
      expect(Math.max(...longest), `motion on ${page.url()}`).toBeLessThan(0.02)
    })
    expect(wrong).toEqual([])
    await seat.context.close()
  })

  test('the server knows of no fault', () => {
    expect(server.faults).toEqual([])
  })
})
