#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { recountExport } from '#rules/recount/recount.ts'
import { tellReport } from '#rules/recount/tell.ts'
import { isRefusal } from '#rules/refusal.ts'
import type { Code } from '#rules/words/en.ts'
import { say } from '#rules/words/say.ts'
import { readSettings, type Settings } from '#settings.ts'

/** One command of the program. `run` gives the exit code: 0 done, 1 not so, 2 not understood. */
interface Command {
  readonly usage: Code
  readonly run: (words: readonly string[]) => Promise<number>
}

/** How often a call is tried while nobody answers. */
const tries = 3

const commands: Readonly<Record<string, Command>> = {
  verify: { usage: 'recount-usage', run: verify },
  act: { usage: 'cli-act-usage', run: act },
  ask: { usage: 'cli-ask-usage', run: ask },
  backup: { usage: 'cli-backup-usage', run: backup },
  restore: { usage: 'cli-restore-usage', run: restore },
  recover: { usage: 'cli-recover-usage', run: recover },
}

const [word, ...rest] = process.argv.slice(2)
const command = word === undefined || !Object.hasOwn(commands, word) ? undefined : commands[word]
process.exitCode = command ? await command.run(rest) : showUsage()

function showUsage(): number {
  console.error(say('en', 'cli-usage'))
  for (const { usage } of Object.values(commands)) console.error(`  ${say('en', usage)}`)
  console.error(say('en', 'cli-token-file'))
  return 2
}

/** Reads an installation's public export, or a file that holds one, and checks it with the second reader. */
async function verify([source]: readonly string[]): Promise<number> {
  if (source === undefined) {
    console.error(say('en', 'recount-missing'))
    return 2
  }
  console.log(say('en', 'recount-reading', { source }))
  try {
    const report = await recountExport(await bytesFrom(source))
    for (const line of tellReport('en', report)) console.log(line)
    return report.faultCount === 0 ? 0 : 1
  } catch (fault) {
    console.error(say('en', 'recount-unreachable', { source, reason: reasonOf(fault) }))
    return 2
  }
}

async function bytesFrom(source: string): Promise<AsyncIterable<Uint8Array>> {
  if (!/^https?:\/\//.test(source)) return createReadStream(source)
  const answer = await fetch(new URL('/api/v1/export', source))
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${answer.statusText}`)
  // Node's streams can be iterated; the types of the browser do not say so.
  return answer.body as unknown as AsyncIterable<Uint8Array>
}

function reasonOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault
  return cause instanceof Error ? cause.message : String(cause)
}

/** Where a running installation is, and the token by which it knows us. */
function farEnd(words: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://localhost:3000' },
      token: { type: 'string' },
      'token-file': { type: 'string' },
      'act-id': { type: 'string' },
    },
  })
  const file = values['token-file']
  const token = file === undefined ? values.token : readFileSync(file, 'utf8').trim()
  return { url: values.url, token, actId: values['act-id'] ?? randomUUID(), positionals }
}

/** Performs an act as a REST call; a lost connection is tried again under the same act id, which does no harm. */
async function act(words: readonly string[]): Promise<number> {
  const { url, token, actId, positionals } = farEnd(words)
  const [name, text] = positionals
  if (name === undefined || text === undefined) return missing('cli-act-usage')
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': actId }
  const body = jsonOf(text)
  if (body === undefined) return 2
  return call(url, `/api/v1/acts/${encodeURIComponent(name)}`, { method: 'POST', headers, body }, token)
}

async function ask(words: readonly string[]): Promise<number> {
  const { url, token, positionals } = farEnd(words)
  const [name, text] = positionals
  if (name === undefined) return missing('cli-ask-usage')
  const input = jsonOf(text ?? '{}')
  if (input === undefined) return 2
  return call(url, `/api/v1/${encodeURIComponent(name)}?input=${encodeURIComponent(input)}`, {}, token)
}

async function call(url: string, path: string, asked: RequestInit, token: string | undefined): Promise<number> {
  const headers = { ...asked.headers, ...(token && { Authorization: `Bearer ${token}` }) }
  for (let left = tries; left > 0; left -= 1) {
    try {
      const answer = await fetch(new URL(path, url), { ...asked, headers })
      console.log(await answer.text())
      return answer.ok ? 0 : 1
    } catch (fault) {
      if (left === 1) console.error(say('en', 'cli-unreachable', { url, reason: reasonOf(fault) }))
    }
  }
  return 2
}

function jsonOf(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch (fault) {
    console.error(say('en', 'cli-not-json', { reason: reasonOf(fault) }))
    return undefined
  }
}

function missing(usage: Code): number {
  console.error(say('en', 'cli-words-missing', { usage: say('en', usage) }))
  return 2
}

/** Opens this machine's database for what only its operator does, and closes it again. */
async function withDatabase(
  work: (db: import('#db/open.ts').Db, settings: Settings) => Promise<number>,
): Promise<number> {
  const read = readSettings(process.env)
  if ('faults' in read) {
    for (const sentence of read.faults) console.error(sentence)
    return 2
  }
  const { dataFolder, databaseUrl } = read.settings
  const { openDb } = await import('#db/open.ts')
  mkdirSync(dataFolder, { recursive: true })
  const db = await openDb(
    databaseUrl ? { postgresUrl: databaseUrl } : { sqliteFile: join(dataFolder, 'negotium.sqlite') },
  )
  try {
    return await work(db, read.settings)
  } catch (fault) {
    console.error(isRefusal(fault) ? say('en', fault.code as Code, fault.values) : reasonOf(fault))
    return 1
  } finally {
    await db.close()
  }
}

async function backup([file]: readonly string[]): Promise<number> {
  if (file === undefined) return missing('cli-backup-usage')
  return withDatabase(async (db) => {
    const { backupTo } = await import('#db/backup.ts')
    console.log(say('en', 'cli-backed-up', { rows: await backupTo(db, file), file }))
    return 0
  })
}

async function restore([file]: readonly string[]): Promise<number> {
  if (file === undefined) return missing('cli-restore-usage')
  return withDatabase(async (db) => {
    const { restoreFrom } = await import('#db/backup.ts')
    console.log(say('en', 'cli-restored', { rows: await restoreFrom(file, db), file }))
    return 0
  })
}

async function recover([signInName]: readonly string[]): Promise<number> {
  if (signInName === undefined) return missing('cli-recover-usage')
  return withDatabase(async (db, { publicUrl, port }) => {
    const { openActs } = await import('#acts/perform.ts')
    const { randomTools } = await import('#acts/tools.ts')
    const { operator } = await import('#rules/standing.ts')
    const house = { db, tools: randomTools, clock: () => new Date(), broadcast: () => {}, onFault: console.error }
    const by = { actor: operator, actId: randomTools.newId() }
    const { result } = await openActs(house).perform('account.recover', { signInName }, by)
    console.log(say('en', 'cli-recovery', { until: result.expiresAt }))
    console.log(`${publicUrl ?? `http://localhost:${port}`}/recovery/${result.recovery}`)
    return 0
  })
}
