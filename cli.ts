#!/usr/bin/env node
import { createReadStream } from 'node:fs'
import { recountExport } from '#rules/recount/recount.ts'
import { tellReport } from '#rules/recount/tell.ts'
import type { Code } from '#rules/words/en.ts'
import { say } from '#rules/words/say.ts'

/** One command of the program. `run` gives the exit code: 0 done, 1 not so, 2 not understood. */
interface Command {
  readonly usage: Code
  readonly run: (words: readonly string[]) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  verify: { usage: 'recount-usage', run: verify },
}

const [word, ...rest] = process.argv.slice(2)
const command = word === undefined || !Object.hasOwn(commands, word) ? undefined : commands[word]
process.exitCode = command ? await command.run(rest) : showUsage()

function showUsage(): number {
  console.error(say('en', 'cli-usage'))
  for (const { usage } of Object.values(commands)) console.error(`  ${say('en', usage)}`)
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
