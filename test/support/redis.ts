import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createClient } from 'redis'
import { onTestFinished, vi } from 'vitest'

/** Whether there is a Redis to test with: one that is named, or a program that can be started. */
export const redisIsHere: boolean = process.env.TEST_REDIS_URL !== undefined || (await starts())

if (!redisIsHere) console.log('Not run: two nodes together, because there is no redis-server.')
if (!redisIsHere && process.env.REQUIRE_ALL === '1')
  throw new Error('Everything must run, and there is no redis-server.')

/** A Redis of the test's own, stopped when the test has finished. Gives its address, and what stops it at once. */
export async function startRedis(): Promise<{ url: string; stop: () => void }> {
  const named = process.env.TEST_REDIS_URL
  if (named !== undefined) return { url: named, stop: () => {} }
  const port = await freePort()
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  })
  onTestFinished(() => void server.kill())
  const url = `redis://127.0.0.1:${port}`
  await vi.waitFor(() => answers(url), { timeout: 10_000, interval: 50 })
  return { url, stop: () => void server.kill('SIGKILL') }
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
