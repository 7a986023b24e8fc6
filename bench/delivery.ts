import { io, type Socket } from 'socket.io-client'
import { ended, enterAs, heard, openHouse, startPart } from '#bench/house.ts'
import { type Run, share, sorted, tell } from '#bench/told.ts'

/**
 * Delivery of a statement to 500 members at one table: from the act, through the journal on the disk, to the last of them;
 * against a bare Socket.IO server that emits the same payload to as many, with the same senders and listeners.
 */
const listeners = 500
const inFlight = 10
const statements = 150
const slowly = 60
const rounds = 3
const target = 0.8

const house = await openHouse()
const cookies = await Promise.all(house.members.map((personId) => enterAs(house.origin, personId)))
const place = { stream: house.unitId, matter: house.proposalId }
const payload = await payloadOf()
const bare = startPart('bare-socket', { payload })
const bareOrigin = `http://127.0.0.1:${await heard<number>(bare, 'port')}`
const own = await table(house.origin)
const limit = await table(bareOrigin)

await own.rush()
await limit.rush()
const runs: Run[] = []
for (let round = 0; round < rounds; round++) runs.push({ value: await own.rush(), limit: await limit.rush() })
tell({ what: `a statement to ${listeners} members, ${inFlight} in flight`, unit: 'deliveries/s', runs, target })
console.log(`one at a time, from the act to the last member: ${await own.walk()}; bare ${await limit.walk()}`)
await Promise.all([own.leave(), limit.leave()])
await ended(bare)
await house.close()

/** What one listener hears of a statement. */
async function payloadOf(): Promise<object> {
  const socket = await connected(house.origin)
  const news = new Promise<object>((resolve) => socket.once('news', resolve))
  await new Promise((resolve) => socket.emit('join', place, resolve))
  await act(socket, 0)
  const told = await news
  socket.close()
  return told
}

/** Everybody at one table, and the one who speaks. */
async function table(origin: string) {
  const part = startPart('listeners', { origin, cookies: origin === house.origin ? cookies : [], place, listeners })
  await heard(part, 'joined')
  const socket = await connected(origin)
  const reached = new Map<number, (atMs: number) => void>()
  const early = new Map<number, number>()
  part.on('message', ({ everybody }: { everybody: { number: number; atMs: number } }) => {
    const resolve = reached.get(everybody.number)
    if (resolve) resolve(everybody.atMs)
    else early.set(everybody.number, everybody.atMs)
  })
  /** Says something, and waits until the last member has heard it. Gives how long that took, in milliseconds. */
  const say = async (at: number): Promise<number> => {
    const saidMs = performance.timeOrigin + performance.now()
    const number = await act(socket, at)
    const heardMs = early.get(number) ?? (await new Promise<number>((resolve) => reached.set(number, resolve)))
    early.delete(number)
    reached.delete(number)
    return heardMs - saidMs
  }
  return {
    /** Deliveries a second, always so many statements under way. */
    rush: async (): Promise<number> => {
      let begun = 0
      const begunMs = performance.now()
      const speak = async () => {
        while (begun < statements) await say(begun++)
      }
      await Promise.all(Array.from({ length: inFlight }, speak))
      return ((statements * listeners) / (performance.now() - begunMs)) * 1000
    },
    walk: async (): Promise<string> => {
      const times: number[] = []
      for (let at = 0; at < slowly; at++) times.push(await say(at))
      const of = (part: number) => share(sorted(times), part).toFixed(1)
      return `p50 ${of(0.5)} ms, p99 ${of(0.99)} ms`
    },
    leave: async () => {
      socket.close()
      await ended(part)
    },
  }
}

async function connected(origin: string): Promise<Socket> {
  const cookie = cookies[0] ?? ''
  const extraHeaders = { Cookie: cookie, Origin: origin }
  const socket = io(origin, { transports: ['websocket'], forceNew: true, extraHeaders })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

async function act(socket: Socket, at: number): Promise<number> {
  const text = `${at}: we should look at the stock of flour before we promise more bread, because the mill stood still for nine days in autumn.`
  const { stream: unitId, matter: proposalId } = place
  const input = { unitId, proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null, text }
  const answer = await socket
    .timeout(20_000)
    .emitWithAck('act', { name: 'statement.make', input, actId: crypto.randomUUID() })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.number
}
