import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A server in a process of its own, as `npm start` runs it, on a data folder of its own. */
export interface ChildServer {
  readonly origin: string
  /** What it printed: where a person begins. */
  readonly address: string
  readonly folder: string
  /** What it logged as a fault. */
  readonly faults: readonly string[]
  readonly stop: () => Promise<void>
}

/**
 * Starts the built server with the demonstration, on a free port, and waits until it says where it is open.
 * Takes: settings beside those; the pages must have been built.
 */
export async function startChildServer(settings: Readonly<Record<string, string>>): Promise<ChildServer> {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-browser-'))
  const own = { PORT: '0', HOST: '127.0.0.1', NEGOTIUM_DATA: folder, NEGOTIUM_DEMO: 'on', LOG_LEVEL: 'error' }
  const { DATABASE_URL, REDIS_URL, PUBLIC_URL, ...environment } = process.env
  const child = spawn(process.execPath, ['build/server.js'], {
    env: { ...environment, ...own, ...settings, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const faults: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => faults.push(line))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const address = await new Promise<string | null>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Negotium is open at (\S+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
    void ended.then(() => resolve(null))
  })
  if (address === null) {
    await stop()
    throw new Error(`The server did not open: ${faults.join(' ')}`)
  }
  // Not by the name localhost: there Socket.IO's client does not heed that the browser has lost its network.
  const reached = address.replace('localhost', '127.0.0.1')
  return { origin: new URL(reached).origin, address: reached, folder, faults, stop }
}
