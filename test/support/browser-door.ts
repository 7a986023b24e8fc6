import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a browser test asks for the built pages (`/built`), or says that it could not run (`/not-run`). */
    browserDoor: string
  }
}

/** Vitest's global set-up: builds the pages once for all browser tests, and only where one of them asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let built: Promise<string> | undefined
  let notRun = false
  const door = createServer(async (question, response) => {
    if (question.url === '/not-run') notRun = true
    else built ??= build()
    response.end((await built) ?? '')
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('browserDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    if (!notRun) return
    console.log('Not run: everything in a browser, because no Chromium was found (CHROMIUM may name one).')
    if (process.env.REQUIRE_ALL === '1') process.exitCode = 1
  }
}

/** Gives nothing where the build is well, else what it said. */
function build(): Promise<string> {
  return new Promise((resolve) => {
    const said: string[] = []
    // Under Vitest the build file leaves the pages' own part out.
    const { VITEST, ...environment } = process.env
    const child = spawn(process.execPath, ['build.js'], { env: { ...environment, NODE_ENV: 'production' } })
    child.stdout.on('data', (text) => said.push(String(text)))
    child.stderr.on('data', (text) => said.push(String(text)))
    child.on('error', (fault) => resolve(fault.message))
    child.on('close', (code) => resolve(code === 0 ? '' : `The build ended with ${code}.\n${said.join('')}`))
  })
}
