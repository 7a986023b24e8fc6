import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const program = fileURLToPath(new URL('./node-program.ts', import.meta.url))

/** A running node: where it listens, what it said on its error output, and how it is killed. */
export interface Node {
  readonly origin: string
  readonly foundingToken: string | null
  readonly said: () => string
  /** Ends it at once, as a power cut would; resolved when it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts a node in a process of its own; killed when the test has finished, if it still runs. */
export async function startNode(environment: Readonly<Record<string, string>>): Promise<Node> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH, HOME, NODE_ENV: 'production', HOST: '127.0.0.1', NEGOTIUM_DEMO: 'off', ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (data) => {
    said += String(data)
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  const opened = await openedBy(child, () => said)
  return { origin: `http://127.0.0.1:${opened.port}`, foundingToken: opened.foundingToken, said: () => said, kill }
}

interface Opened {
  readonly port: number
  readonly foundingToken: string | null
}

const openedBy = (child: ChildProcess, said: () => string): Promise<Opened> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Opened))
    child.once('exit', () => reject(new Error(`The node ended before it was open. ${said()}`)))
  })

/** A port on which nobody listens just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
