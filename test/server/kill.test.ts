import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type ClientSocket, openLine } from '#realtime/client.ts'
import { recountExport } from '#rules/recount/recount.ts'
import { type Answered, done, foundBakery, joinBakery, postTo } from '#test/support/far-person.ts'
import { freePort, type Node, startNode } from '#test/support/node.ts'
import { actId, breadProposal } from '#test/support/world.ts'

const [acts, kills] = [1000, 3]
type Sent = Readonly<Record<string, string>>

interface Spoken {
  readonly text: string
  readonly statementId: string
  readonly number: number
  readonly repeated: boolean
}

/** Sends by REST until it is answered, under one id: whatever happens to the server meanwhile. */
async function insist(origin: string, input: object, as: Sent): Promise<Answered> {
  const id = actId()
  for (;;) {
    try {
      const answer = await postTo(origin, 'statement.make', input, as, id)
      if (answer.ok) return (await answer.json()) as Answered
      throw new Refused(`${answer.status} ${await answer.text()}`)
    } catch (thrown) {
      if (thrown instanceof Refused) throw thrown
      // Nobody listens: the server is being started again.
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
class Refused extends Error {}

/** A page with a socket that sends again by itself. */
function openPage(origin: string, as: Sent) {
  const socket: ClientSocket = io(origin, {
    autoConnect: false,
    transports: ['websocket'],
    extraHeaders: as,
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
  })
  onTestFinished(() => void socket.disconnect())
  return openLine(socket)
}

/** Everything that was said, from the public export alone. */
async function exported(origin: string) {
  const answer = await fetch(`${origin}/api/v1/export`)
  const text = await answer.text()
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  const { faults } = await recountExport(bytes())
  const said: { number: number; statementId: string; text: string }[] = []
  const ids = new Map<number, string>()
  for (const line of text.trimEnd().split('\n')) {
    const read = JSON.parse(line) as { kind: string; text?: string; number?: number; name?: string; value?: string }
    if (read.kind === 'entry') {
      const { number, act, events } = JSON.parse(read.text ?? '') as {
        number: number
        act: string
        events: { statementId: string }[]
      }
      if (act === 'statement.make') ids.set(number, events[0]?.statementId ?? '')
    } else if (read.kind === 'opened' && read.name === 'text' && read.number !== undefined)
      said.push({ number: read.number, statementId: ids.get(read.number) ?? '', text: read.value ?? '' })
  }
  return { faults, said }
}

test('a server killed in the middle of a thousand acts loses none that it acknowledged and doubles none that is sent again', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const environment = { PORT: String(await freePort()), NEGOTIUM_DATA: folder }
  let node: Node = await startNode(environment)
  const { origin } = node
  const ada = await foundBakery(origin, node.foundingToken ?? '')
  const people = [ada]
  for (const name of ['Ben', 'Cleo', 'Dora']) people.push(await joinBakery(origin, ada, name))
  const body = breadProposal('bakery')
  const { proposalId } = (await done(origin, 'proposal.open', { unitId: 'bakery', body }, ada)).result
  const about = { unitId: 'bakery', proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null }

  const acknowledged: Spoken[] = []
  const pages = people.slice(2).map((as) => openPage(origin, as))
  const say = async (n: number) => {
    const input = { ...about, text: `No. ${n}` }
    const [as, page] = [people[n % 4] ?? ada, pages[n % 4]]
    const answer = page ? await page.perform('statement.make', input, actId()) : await insist(origin, input, as)
    if ('ok' in answer && !answer.ok) throw new Error(answer.refused.code)
    const { result, number, repeated } = answer as Answered
    acknowledged.push({ text: input.text, statementId: result.statementId ?? '', number, repeated })
  }
  // Forty at a time: most are on their way whenever the server dies.
  let next = 0
  const worker = async () => {
    while (next < acts) {
      next += 1
      await say(next)
    }
  }
  const all = Promise.all(Array.from({ length: 40 }, worker))
  const moments = fc.sample(fc.integer({ min: 30, max: 280 }), { seed: 9, numRuns: kills })
  const before: Spoken[][] = []
  for (const moment of moments) {
    const from = acknowledged.length
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThanOrEqual(Math.min(from + moment, acts - 1)), {
      timeout: 60_000,
      interval: 5,
    })
    await node.kill()
    before.push([...acknowledged])
    node = await startNode(environment)
  }
  await all

  const { faults, said } = await exported(origin)
  expect(faults).toEqual([])
  expect(acknowledged).toHaveLength(acts)
  const told = (spoken: Omit<Spoken, 'repeated'>) => `${spoken.number} ${spoken.statementId} ${spoken.text}`
  expect(said.map(told).sort()).toEqual(acknowledged.map(told).sort())
  expect(new Set(said.map((one) => one.text)).size).toBe(acts)
  // The kills came in the midst: each after some were acknowledged and before all were.
  for (const earlier of before) expect(earlier.length).toBeLessThan(acts)
  expect(node.said()).toBe('')
})
