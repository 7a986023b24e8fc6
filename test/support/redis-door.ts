import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test of several nodes says that it could not run. */
    redisDoor: string
  }
}

/** Vitest's global set-up: says once, at the end, where there was no Redis to join nodes with. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let notRun = false
  const door = createServer((_question, response) => {
    notRun = true
    response.end()
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('redisDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    if (!notRun) return
    console.log('Not run: two nodes together, because no redis-server was found.')
    if (process.env.REQUIRE_ALL === '1') process.exitCode = 1
  }
}
