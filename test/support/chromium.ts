import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** The program that browser tests run in; null where none was found, and then they are named as not run at the end. */
export const chromiumPath: string | null = findChromium()

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** What a browser test needs: the built pages. Fails where they cannot be built. */
export async function built(): Promise<void> {
  const fault = await (await fetch(`${inject('browserDoor')}/built`)).text()
  if (fault) throw new Error(fault)
}

/** Says to the run that browser tests were passed over. */
export async function sayNotRun(): Promise<void> {
  await fetch(`${inject('browserDoor')}/not-run`)
}

/** One browser of one person: its page, and everything that went wrong in it. */
export interface Seat {
  readonly context: BrowserContext
  readonly page: Page
  readonly faults: string[]
}

/**
 * Opens a browser context of its own whose console errors, uncaught errors, breaches of the content policy and failed requests
 * to the server are gathered. An answer below 500 is no fault in itself: a refusal is one.
 */
export async function sitDown(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Seat> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 }, ...options })
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  const note = (page: Page, what: string) => faults.push(`${new URL(page.url()).pathname}: ${what}`)
  context.on('page', (page) => {
    page.on('console', (said) => {
      // A refused act and a page that is not there answer with 4xx, which Chromium calls an error.
      if (said.type() === 'error' && !/status of 4\d\d/.test(said.text())) note(page, said.text())
    })
    page.on('pageerror', (thrown) => note(page, thrown.stack ?? thrown.message))
    page.on('response', (answer) => {
      if (answer.status() >= 500 && answer.url().startsWith(origin)) note(page, `${answer.status()} ${answer.url()}`)
    })
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      // Without JavaScript Chromium turns scripts away, and says it was a content policy.
      if (options.javaScriptEnabled === false && request.resourceType() === 'script') return
      // Whoever goes to another page gives up what the last one was still fetching.
      if (request.url().startsWith(origin) && why !== 'net::ERR_ABORTED') note(page, `${why} ${request.url()}`)
    })
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) =>
      console.error(`content policy: ${breach.violatedDirective} ${breach.blockedURI}`),
    )
  })
  return { context, page: await context.newPage(), faults }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Holds that axe finds nothing on the page as it stands; what it finds is printed with the place and the reason. */
export const expectAccessible = (page: Page): Promise<void> => expectNothing(page, (axe) => axe.withTags(rules))

/** Holds that everything on the page can be told from its ground, as its colours are now. */
export const expectContrast = (page: Page): Promise<void> =>
  expectNothing(page, (axe) => axe.withRules(['color-contrast', 'link-in-text-block']))

async function expectNothing(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await settled(page)
  const { violations } = await choose(new AxeBuilder({ page })).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 4).map((node) => `${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/** Holds that nothing on the page is wider than the window. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    return beyond.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`)
  })
  expect(wide, `wider than the window on ${page.url()} at ${page.viewportSize()?.width} px`).toEqual([])
}

/** Waits until everything that moves on the page has come to rest, so that colours are measured as they stay. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map((one) => one.finished))
  })
}

function findChromium(): string | null {
  const { CHROMIUM, PATH = '', PROGRAMFILES, LOCALAPPDATA } = process.env
  if (CHROMIUM) return existsSync(CHROMIUM) ? CHROMIUM : null
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const windows = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')]
      : [],
  )
  const places = [
    ...names.map((name) => `/usr/bin/${name}`),
    ...PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows,
  ]
  return places.find((place) => existsSync(place)) ?? null
}
