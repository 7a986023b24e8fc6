import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createClient } from 'redis'
import { inject, onTestFinished, vi } from 'vitest'

/** Whether there is a Redis to test with: one that is named, or a program that can be started. */
export const redisIsHere: boolean = process.env.TEST_REDIS_URL !== undefined || (await starts())

if (!redisIsHere) await fetch(inject('redisDoor'))

interface Redis {
  readonly url: string
  /** Kills it at once; resolved when it is gone. */
  readonly stop: () => Promise<void>
  /** Starts it again where it was, empty; resolved when it answers. */
  readonly again: () => Promise<void>
}

/** A Redis of the test's own, stopped when the test has finished; one that was named in the environment is left alone. */
export async function startRedis(): Promise<Redis> {
  const named = process.env.TEST_REDIS_URL
  if (named !== undefined) return { url: named, stop: async () => {}, again: async () => {} }
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  let server: ChildProcess
  const again = async () => {
    server = spawn('redis-server', options, { stdio: 'ignore' })
    await vi.waitFor(() => answers(url), { timeout: 10_000, interval: 50 })
  }
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGKILL')
    await gone
  }
  await again()
  onTestFinished(stop)
  return { url, stop, again }
}

async function answers(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: false } })
  client.on('error', () => {})
  await client.connect()
  client.destroy()
}

function starts(): Promise<boolean> {
  return new Promise((resolve) => {
    const asked: ChildProcess = spawn('redis-server', ['--version'], { stdio: 'ignore' })
    asked.on('error', () => resolve(false))
    asked.on('exit', (code) => resolve(code === 0))
  })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
