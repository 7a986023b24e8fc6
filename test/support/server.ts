import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { io } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { type ClientSocket, type Line, openLine } from '#realtime/client.ts'
import type { House } from '#server.ts'
import { openHouse } from '#server.ts'
import { readSettings } from '#settings.ts'
import { actId } from '#test/support/world.ts'

/** A real server on a free port, with REST and sockets, on a fresh SQLite file; closed when the test has finished. */
export async function serve(environment: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'negotium-server-'))
  const given = { PORT: '0', HOST: '127.0.0.1', NEGOTIUM_DEMO: 'off', NEGOTIUM_DATA: folder, ...environment }
  const read = readSettings(given)
  if ('faults' in read) throw new Error(read.faults.join(' '))
  const faults: unknown[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(JSON.parse(line)) })
  const house = await openHouse({ settings: read.settings, pages: 'none', log, clock: () => new Date(), say: () => {} })
  onTestFinished(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { ...house, ...doorwaysOf(house), faults }
}

/** Ways in: REST as a browser or a program sends it, and sockets. */
export function doorwaysOf(house: House) {
  const origin = `http://127.0.0.1:${house.port}`
  /** Posts an act as a browser's own page would. */
  const post = (name: string, input: object, headers: Readonly<Record<string, string>>) =>
    fetch(`${origin}/api/v1/acts/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': actId(), ...headers },
      body: JSON.stringify(input),
    })
  const get = (path: string, headers: Readonly<Record<string, string>>) => fetch(`${origin}${path}`, { headers })
  const socket = (headers: Readonly<Record<string, string>>, auth: object = {}): ClientSocket =>
    closing(
      io(origin, {
        autoConnect: false,
        transports: ['websocket'],
        extraHeaders: headers,
        auth,
        forceNew: true,
        reconnectionDelay: 20,
        reconnectionDelayMax: 100,
      }),
    )
  const line = (headers: Readonly<Record<string, string>>): { line: Line; socket: ClientSocket } => {
    const own = socket(headers)
    return { line: openLine(own), socket: own }
  }
  /** Founds the installation and a first unit, which knows of bread. Gives the founder's cookie. */
  const found = async () => {
    const token = house.foundingToken
    const answer = await post('account.found', { token, ...account('Ada') }, {})
    const as = { Cookie: cookieIn(answer), Origin: origin }
    const { result } = (await answer.json()) as { result: { personId: string } }
    const seats = ['member', 'delegate', 'office'].map((role) => ({ personId: result.personId, role }))
    const founded = await post('unit.found', { ...bakery, seats }, as)
    if (!founded.ok) throw new Error(await founded.text())
    await house.db.transaction((tx) =>
      tx.insert(house.db.tables.products).values({ id: 'bread', name: 'Bread', unit: 't', pictogram: 'loaf' }),
    )
    return { as, personId: result.personId, unitId: bakery.id }
  }
  /** Brings another person in by invitation, with a member's seat. */
  const join = async (by: Readonly<Record<string, string>>, name: string) => {
    const invited = (await (await post('invitation.make', { unitId: bakery.id }, by)).json()) as Given<'invitation'>
    const answer = await post('account.register', { invitation: invited.result.invitation, ...account(name) }, {})
    const as = { Cookie: cookieIn(answer), Origin: origin }
    const { result } = (await answer.json()) as Given<'personId'>
    const seated = await post('seat.take', { unitId: bakery.id }, as)
    if (!seated.ok) throw new Error(await seated.text())
    return { as, personId: result.personId }
  }
  return { origin, post, get, socket, line, found, join }
}

interface Given<K extends string> {
  readonly result: Readonly<Record<K, string>>
}

export const password = 'correct horse battery'
export const account = (name: string) => ({ name, signInName: name, password })

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieIn = (answer: Response): string => answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? ''

const bakery = {
  id: 'bakery',
  name: 'The Bakery',
  kind: 'enterprise',
  side: 'production',
  parents: [],
  rule: {
    method: 'majority',
    base: 'yes-and-no',
    threshold: { num: 1, den: 2 },
    strict: true,
    quorum: { num: 0, den: 1 },
  },
  numbers: { amendmentVote: 2, openVote: 2, admission: 1, delegates: 1, moderation: 2 },
  namesShownTo: 'everybody',
}

function closing(socket: ClientSocket): ClientSocket {
  onTestFinished(() => {
    socket.disconnect()
  })
  return socket
}
