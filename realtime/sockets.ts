import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http'
import { Server } from 'socket.io'
import { z } from 'zod'
import { allowance, type Take } from '#realtime/limits.ts'
import { type Answer, protocol, type Refused, type Told } from '#realtime/messages.ts'
import { openPresence } from '#realtime/presence.ts'
import {
  matterRoom,
  personRoom,
  type Rooms,
  sessionRoom,
  streamRoom,
  type TableSocket,
  tokenRoom,
} from '#realtime/rooms.ts'
import type { Caller } from '#rules/caller.ts'
import { isRefusal, Refusal } from '#rules/refusal.ts'
import { Id, Slug } from '#rules/shapes/names.ts'

/** What the doorkeeper hands to the sockets. */
export interface Doorway {
  /** Whether a handshake comes from a page of another site. */
  readonly isFromElsewhere: (headers: IncomingHttpHeaders) => boolean
  /** Who a handshake is from. Refuses a session that has ended and a token that is not good. */
  readonly callerOf: (headers: IncomingHttpHeaders, token: string | null) => Promise<Caller>
  readonly nameOf: (personId: string) => Promise<string | null>
  readonly perform: (
    caller: Caller,
  ) => (
    name: string,
    input: unknown,
    actId: string,
  ) => Promise<{ result: unknown; stream: string; number: number; repeated: boolean }>
  /** Entries of a public stream after a number, oldest first. Refuses `missing`. */
  readonly since: (stream: string, after: number) => Promise<{ told: readonly Told[]; more: boolean }>
  /** The number of a public stream's last entry. Refuses `missing`. */
  readonly numberOf: (stream: string) => Promise<number>
  readonly take: Take
  readonly nowMs: () => number
  readonly onFault: (thrown: unknown, about: object) => string
}

const Place = z.object({ stream: Slug, matter: Id.nullable() })
const Asked = z.object({ name: z.string().max(100), input: z.unknown(), actId: z.string().min(8).max(100) })
const Since = z.object({ stream: Slug, after: z.int().min(0) })

/** Messages beside acts, joining and moving a pen, that one page may send. */
const hints = { burst: 120, perSecond: 60 }
const mostPlaces = 20

/** Opens the sockets on the server's own port: one event for acts, the rest joining, catching up and presence. */
export function openSockets(http: HttpServer, door: Doorway): { io: Rooms; stop: () => void } {
  const io: Rooms = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 1_000_000,
    allowRequest: (request, answer) => answer(null, !door.isFromElsewhere(request.headers)),
  })
  const presence = openPresence(io)
  io.use((socket, next) => {
    admit(socket, door).then(
      () => next(),
      (thrown) => next(isRefusal(thrown) ? thrown : new Error(door.onFault(thrown, { socket: 'handshake' }))),
    )
  })
  io.on('connection', (socket) => {
    socket.emit('hello', { protocol, personId: socket.data.personId })
    const mayHint = allowance({ ...hints, nowMs: door.nowMs })
    const whileAllowed = () => {
      if (!mayHint('')) throw new Refusal('when', 'too-much-at-once')
    }
    socket.on('join', (place, answer) =>
      answering(door, answer, async () => {
        whileAllowed()
        const { stream, matter } = Place.parse(place)
        if (socket.rooms.size > mostPlaces * 2) throw new Refusal('when', 'too-much-at-once')
        await socket.join(streamRoom(stream))
        // After the joining, so that nothing can fall between the number and the first news.
        const number = await door.numberOf(stream)
        if (matter === null) return { number, here: [] }
        await socket.join(matterRoom(matter))
        return { number, here: await presence.come(socket, matter) }
      }),
    )
    socket.on('leave', (place) => {
      const read = Place.safeParse(place)
      if (!read.success) return
      const { stream, matter } = read.data
      void socket.leave(streamRoom(stream))
      if (matter === null) return
      presence.go(socket, matter)
      void socket.leave(matterRoom(matter))
    })
    socket.on('since', (asked, answer) =>
      answering(door, answer, () => {
        whileAllowed()
        const { stream, after } = Since.parse(asked)
        return door.since(stream, after)
      }),
    )
    socket.on('act', (asked, answer) =>
      answering(door, answer, async () => {
        const { name, input, actId } = Asked.parse(asked)
        const caller = await stillGood(socket, door)
        if (!door.take(caller.actor.kind === 'person' ? caller.actor.id : `address ${socket.handshake.address}`))
          throw new Refusal('when', 'too-much-at-once')
        return door.perform(caller)(name, input, actId)
      }),
    )
    socket.on('pen', (held) => {
      if (mayHint('')) presence.hold(socket, held)
    })
    socket.on('disconnect', () => presence.gone(socket))
  })
  return { io, stop: presence.stop }
}

const tokenIn = (socket: TableSocket): string | null => {
  const token: unknown = socket.handshake.auth.token
  return typeof token === 'string' ? token : null
}

/** A session may have ended since the handshake, on another node or by running out: it is looked up anew for every act. */
const stillGood = (socket: TableSocket, door: Doorway): Promise<Caller> =>
  door.callerOf(socket.handshake.headers, tokenIn(socket))

async function admit(socket: TableSocket, door: Doorway): Promise<void> {
  const { actor, by } = await stillGood(socket, door)
  const personId = actor.kind === 'person' ? actor.id : null
  socket.data = { personId, name: personId && (await door.nameOf(personId)), matters: {} }
  if (personId) await socket.join(personRoom(personId))
  if (by.kind === 'session') await socket.join(sessionRoom(by.hash))
  if (by.kind === 'token') await socket.join(tokenRoom(by.id))
}

/** Answers a question, or refuses it; a client that sends something else than was agreed gets no more than a refusal. */
async function answering<R extends object>(
  door: Doorway,
  answer: (said: Answer<R>) => void,
  work: () => Promise<R>,
): Promise<void> {
  if (typeof answer !== 'function') return
  try {
    answer({ ok: true, ...(await work()) })
  } catch (thrown) {
    answer({ ok: false, refused: refusedFor(thrown, door) })
  }
}

function refusedFor(thrown: unknown, door: Doorway): Refused {
  if (isRefusal(thrown)) return { kind: thrown.kind, code: thrown.code, values: thrown.values, fields: thrown.fields }
  if (thrown instanceof z.ZodError) return { kind: 'input', code: 'bad-input', values: {}, fields: {} }
  const reference = door.onFault(thrown, { socket: 'message' })
  return { kind: 'fault', code: 'something-went-wrong', values: { reference }, fields: {} }
}
