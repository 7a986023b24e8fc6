import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { done, foundBakery } from '#test/support/far-person.ts'
import { startNode } from '#test/support/node.ts'
import { breadProposal } from '#test/support/world.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Run {
  readonly out: () => string
  readonly err: () => string
  /** Resolved with the exit code when the program has ended. */
  readonly ended: Promise<number | null>
  /** Resolved when the output matches; rejected where the program ends before. */
  readonly saying: (form: RegExp) => Promise<RegExpExecArray>
  readonly signal: (name: NodeJS.Signals) => void
}

/** Runs a program of the project as a shell would, with these settings and no others. */
function run(words: readonly string[], settings: Readonly<Record<string, string>>): Run {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const saying = (form: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = form.exec(out)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`It ended without saying ${form}: ${out} ${err}`)))
      look()
    })
  child.stdout.on('data', (text) => {
    out += String(text)
  })
  child.stderr.on('data', (text) => {
    err += String(text)
  })
  return { out: () => out, err: () => err, ended, saying, signal: (name) => void child.kill(name) }
}

const open = /^Negotium is open at (\S+)$/m
const cli = (words: readonly string[], settings: Readonly<Record<string, string>>) =>
  run(['cli.ts', ...words], settings)

test('every fault in the settings is one sentence, and nothing is made', { timeout: 60_000 }, async () => {
  const folder = join(newFolder(), 'not-made')
  const server = run(['server.ts'], {
    PORT: 'many',
    NEGOTIUM_DATA: folder,
    NEGOTIUM_DEMO: 'maybe',
    REDIS_URL: 'http://localhost',
    SESSION_SECRET: 'short',
  })
  expect(await server.ended).toBe(1)
  expect(server.out()).toBe('')
  expect(server.err().trim().split('\n').sort()).toEqual([
    'NEGOTIUM_DEMO must be "on" or "off".',
    'PORT must be a whole number from 0 to 65535.',
    'REDIS_URL must begin with redis:// or rediss:// .',
    'SESSION_SECRET must have at least 32 characters.',
  ])
  expect(() => statSync(folder)).toThrow()
})

test('an empty installation says where to set it up, with a token that founds it once, and SIGTERM closes it cleanly', {
  timeout: 120_000,
}, async () => {
  const settings = { NEGOTIUM_DATA: newFolder(), NEGOTIUM_DEMO: 'off' }
  const first = run(['server.ts'], settings)
  const [, offered = ''] = await first.saying(open)
  const { origin, pathname, searchParams } = new URL(offered)
  expect(pathname).toBe('/set-up')
  const page = await fetch(offered)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<form')])
  await foundBakery(origin, searchParams.get('token') ?? '')
  first.signal('SIGTERM')
  expect(await first.ended).toBe(0)
  // A clean end leaves no log beside the database.
  expect(readdirSync(settings.NEGOTIUM_DATA).sort()).toEqual(['negotium.sqlite', 'session-secret'])

  const second = run(['server.ts'], settings)
  const [, again = ''] = await second.saying(open)
  expect(new URL(again).pathname).toBe('/')
  second.signal('SIGINT')
  expect(await second.ended).toBe(0)
})

test('the demonstration is loaded once, into an empty database only, and never where a public address is set', {
  timeout: 240_000,
}, async () => {
  const settings = { NEGOTIUM_DATA: newFolder() }
  const first = run(['server.ts'], settings)
  const [, address = ''] = await first.saying(open)
  expect(first.out()).toContain('Loading the demonstration society')
  const exportOf = async (origin: string) => (await fetch(new URL('/api/v1/export', origin))).text()
  const told = await exportOf(address)
  first.signal('SIGTERM')
  expect(await first.ended).toBe(0)

  const second = run(['server.ts'], settings)
  const [, again = ''] = await second.saying(open)
  expect(second.out()).not.toContain('Loading')
  expect((await exportOf(again)) === told).toBe(true)
  second.signal('SIGTERM')
  expect(await second.ended).toBe(0)

  const shown = run(['server.ts'], { ...settings, PUBLIC_URL: 'https://plan.example.org' })
  expect(await shown.ended).toBe(1)
  expect(shown.err().trim()).toBe(
    'This database is a demonstration: where PUBLIC_URL is set, NEGOTIUM_DATA must name an empty folder.',
  )
})

test('a backup is made while the server runs, and restores into an empty installation alone', {
  timeout: 120_000,
}, async () => {
  const settings = { NEGOTIUM_DATA: newFolder(), NEGOTIUM_DEMO: 'off' }
  const node = await startNode({ ...settings, PORT: '0' })
  const ada = await foundBakery(node.origin, node.foundingToken ?? '')
  await done(node.origin, 'proposal.open', { unitId: 'bakery', body: breadProposal('bakery') }, ada)
  const file = join(newFolder(), 'negotium.backup')
  const backup = cli(['backup', file], settings)
  expect([await backup.ended, backup.err()]).toEqual([0, ''])
  const told = await (await fetch(`${node.origin}/api/v1/export`)).text()
  // What happens after it is not in it.
  await done(node.origin, 'proposal.open', { unitId: 'bakery', body: breadProposal('bakery') }, ada)

  const over = cli(['restore', file], settings)
  expect(await over.ended).not.toBe(0)
  expect(over.err().trim()).toBe('A backup is restored only into an empty database.')
  const elsewhere = { NEGOTIUM_DATA: newFolder(), NEGOTIUM_DEMO: 'off' }
  const restored = cli(['restore', file], elsewhere)
  expect([await restored.ended, restored.err()]).toEqual([0, ''])
  const other = await startNode({ ...elsewhere, PORT: '0' })
  expect(other.foundingToken).toBeNull()
  expect(await (await fetch(`${other.origin}/api/v1/export`)).text()).toBe(told)
  const verified = cli(['verify', other.origin], {})
  expect(await verified.ended).toBe(0)
  // Whoever was there is there again.
  const account = { signInName: 'Ada', password: 'correct horse battery' }
  expect((await done(other.origin, 'account.sign-in', account, {})).result).toBeTruthy()
})
