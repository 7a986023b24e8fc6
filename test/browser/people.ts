import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** Enters as one of the sample people by one click on the sign-in page. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.getByRole('link', { name: `Signed in as ${name}` }).waitFor()
}

/** Drops a file on a field, as a hand does that drags it out of a folder. */
export async function dropFile(field: Locator, name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-drop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, text)
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('There is no field to drop on.')
  const page = field.page()
  const devtools = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    })
  }
  await devtools.detach()
}

/** Performs an act from within a signed-in page, over REST, with the page's own cookie. */
export const act = (page: Page, name: string, input: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async ({ name, input }) => {
      const answer = await fetch(`/api/v1/acts/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        body: JSON.stringify(input),
      })
      const told = await answer.json()
      if (!answer.ok) throw new Error(JSON.stringify(told))
      return told.result
    },
    { name, input },
  )

/** Says where a page stands and how it begins: printed where a step failed. */
export const whereabouts = async (page: Page): Promise<string> =>
  `${page.url()}: ${(await page.locator('body').innerText()).replace(/\s+/g, ' ').slice(0, 700)}`

/** Says something at the table. */
export async function say(at: Page, words: string): Promise<void> {
  await at.getByLabel('Your words').fill(words)
  await at.getByRole('button', { name: 'Say it' }).click()
  await at.locator('#discussion').getByText(words).waitFor()
}

/** Changes the amount in an open amendment, says why, and tables it. */
export async function amend(at: Page, amount: string, reason: string): Promise<void> {
  const field = at.locator('.amend-amount').getByRole('textbox', { name: 'Amount' })
  await field.fill(amount)
  await field.press('Tab')
  await at.getByLabel('Your reason').fill(reason)
  await at.getByRole('button', { name: 'Table the amendment' }).click()
  await at.getByRole('link', { name: 'Amend words and quantities' }).waitFor()
}

/** Two taps: to the ballot, and on the choice. */
export async function vote(at: Page, choice: string): Promise<void> {
  await at.getByRole('link', { name: 'Vote', exact: true }).click()
  await at.getByRole('button', { name: choice, exact: true }).click()
  await at.getByText('Your vote is recorded').waitFor()
}

/** Recounts a public record, from its address or a file, by the command that anybody can use. */
export const verify = (source: string) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, ['build/cli.js', 'verify', source], (fault, said, wrong) =>
      resolve({ code: Number(fault?.code ?? 0), said: said + wrong }),
    )
  })
