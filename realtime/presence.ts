import { z } from 'zod'
import type { Here, Pen } from '#realtime/messages.ts'
import type { Rooms, TableSocket } from '#realtime/rooms.ts'
import { matterRoom } from '#realtime/rooms.ts'
import { Id } from '#rules/shapes/names.ts'

/** Changes in one place are told together, at most so often: twenty times a second moves as one hand. */
const tellEveryMs = 50

const PenHeld = z.object({
  matter: Id,
  pen: z.object({ line: z.string().min(1).max(100), value: z.string().max(100) }).nullable(),
})

export interface Presence {
  /** Somebody came to a place; gives who is there, on every node. */
  readonly come: (socket: TableSocket, matter: string) => Promise<readonly Here[]>
  readonly go: (socket: TableSocket, matter: string) => void
  readonly hold: (socket: TableSocket, held: unknown) => void
  readonly gone: (socket: TableSocket) => void
  readonly stop: () => void
}

/** Keeps who is here and whose pen is on what: shared, never kept. It lives in the sockets themselves, on all nodes. */
export function openPresence(io: Rooms): Presence {
  const changed = new Map<string, Map<string, Here | null>>()
  let timer: NodeJS.Timeout | undefined

  const tell = () => {
    timer = undefined
    for (const [matter, pages] of changed) {
      const here = [...pages.values()].filter((page) => page !== null)
      const gone = [...pages].filter(([, page]) => page === null).map(([page]) => page)
      io.to(matterRoom(matter)).emit('around', { matter, here, gone })
    }
    changed.clear()
  }
  const note = (matter: string, page: string, here: Here | null) => {
    const pages = changed.get(matter) ?? new Map<string, Here | null>()
    changed.set(matter, pages.set(page, here))
    timer ??= setTimeout(tell, tellEveryMs)
  }

  return {
    come: async (socket, matter) => {
      socket.data.matters[matter] = null
      const own = hereOf(socket.id, socket.data, matter)
      if (own) note(matter, socket.id, own)
      const room = matterRoom(matter)
      // Where the other nodes cannot be asked, those who are on this one are shown.
      const others = await io
        .in(room)
        .fetchSockets()
        .catch(() => io.local.in(room).fetchSockets())
      return others.flatMap((other) => hereOf(other.id, other.data, matter) ?? [])
    },
    go: (socket, matter) => {
      if (!(matter in socket.data.matters)) return
      delete socket.data.matters[matter]
      if (socket.data.personId !== null) note(matter, socket.id, null)
    },
    hold: (socket, held) => {
      const read = PenHeld.safeParse(held)
      if (!read.success || !Object.hasOwn(socket.data.matters, read.data.matter)) return
      const { matter, pen } = read.data
      socket.data.matters[matter] = pen
      const here = hereOf(socket.id, socket.data, matter)
      if (here) note(matter, socket.id, here)
    },
    gone: (socket) => {
      if (socket.data.personId === null) return
      for (const matter of Object.keys(socket.data.matters)) note(matter, socket.id, null)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Visitors look on unseen. */
function hereOf(page: string, data: TableSocket['data'], matter: string): Here | null {
  if (data.personId === null) return null
  const pen: Pen | null = data.matters[matter] ?? null
  return { page, personId: data.personId, name: data.name, pen }
}
