import { type ChildProcess, fork, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { newFolder } from '#bench/folder.ts'

/** The real server, as `npm start` runs it, in a process of its own, with the demonstration society. */
export interface House {
  readonly origin: string
  readonly file: string
  /** The proposal under discussion on which most has been said, and the sample members who speak about it. */
  readonly unitId: string
  readonly proposalId: string
  readonly members: readonly string[]
  readonly close: () => Promise<void>
}

const here = fileURLToPath(new URL('.', import.meta.url))
/** The project's folder: the bundles of these measurements stand in build/bench. */
export const root = join(here, '..', '..')

/** Ended with the measurement, however that ends. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

export async function openHouse(): Promise<House> {
  const folder = newFolder()
  const child = spawn(process.execPath, [join(root, 'build/server.js')], {
    cwd: root,
    env: { ...process.env, NEGOTIUM_DATA: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /^Negotium is open at .*:(\d+)/.exec(line)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
  })
  const file = join(folder, 'negotium.sqlite')
  return { origin, file, ...whereTalked(file), close: () => ended(child) }
}

function whereTalked(file: string) {
  const books = new Database(file, { readonly: true })
  const most = `SELECT p.id AS proposalId, p.unitId AS unitId FROM proposals p JOIN statements s ON s.proposalId = p.id
    WHERE p.stage = 'discussion' GROUP BY p.id ORDER BY count(*) DESC LIMIT 1`
  const talked = books.prepare(most).get() as { proposalId: string; unitId: string }
  const samples = `SELECT personId FROM seats JOIN marks ON marks.name = 'sample:' || personId
    WHERE unitId = ? AND role = 'member' AND until IS NULL`
  const members = books.prepare(samples).pluck().all(talked.unitId) as string[]
  books.close()
  return { ...talked, members }
}

/** Signs in as a sample person. Gives the cookie. */
export async function enterAs(origin: string, personId: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/acts/account.enter-as`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), Origin: origin },
    body: JSON.stringify({ personId }),
  })
  const cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`Could not enter: ${await answer.text()}`)
  return cookie
}

/** Starts another part of a measurement in a process of its own. Takes: the bundle's name, and what it is told first. */
export function startPart(name: string, told: object): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const child = fork(join(here, `${name}.js`), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  running.add(child)
  child.send(told)
  return child
}

/** The next message of a part that has a certain field. */
export const heard = <T>(child: ChildProcess, field: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const listen = (message: Record<string, unknown>) => {
      if (!(field in message)) return
      child.off('message', listen)
      resolve(message[field] as T)
    }
    child.on('message', listen)
    child.once('exit', (code) => reject(new Error(`A part ended with ${code}.`)))
  })

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    running.delete(child)
    child.removeAllListeners('exit')
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
