import { io, type Socket } from 'socket.io-client'

/** Many members at one table, in a process of their own; tells when the last of them has heard an entry. */
interface Told {
  readonly origin: string
  /** Shared out among the listeners in turn; empty for a server that asks nobody. */
  readonly cookies: readonly string[]
  readonly place: { readonly stream: string; readonly matter: string }
  readonly listeners: number
}

process.on('message', async ({ origin, cookies, place, listeners }: Told) => {
  const heard = new Map<number, number>()
  const hear = (told: { number: number }) => {
    const times = (heard.get(told.number) ?? 0) + 1
    heard.set(told.number, times)
    if (times < listeners) return
    heard.delete(told.number)
    process.send?.({ everybody: { number: told.number, atMs: performance.timeOrigin + performance.now() } })
  }
  // A few at a time: a thousand handshakes at once would time out.
  for (let at = 0; at < listeners; at += 25) {
    const some = Array.from({ length: Math.min(25, listeners - at) }, (_, next) => {
      const cookie = cookies[(at + next) % cookies.length]
      return joined(origin, cookie, place, hear)
    })
    await Promise.all(some)
  }
  process.send?.({ joined: listeners })
})

async function joined(
  origin: string,
  cookie: string | undefined,
  place: Told['place'],
  hear: (told: { number: number }) => void,
): Promise<Socket> {
  const socket = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: cookie ? { Cookie: cookie, Origin: origin } : { Origin: origin },
  })
  socket.on('news', hear)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect_error', reject)
    socket.once('connect', () =>
      socket.emit('join', place, (said: { ok: boolean }) => (said.ok ? resolve() : reject(new Error('Not let in.')))),
    )
  })
  return socket
}
