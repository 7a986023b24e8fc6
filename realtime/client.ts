import { io, type Socket } from 'socket.io-client'
import { openCatchUp } from '#realtime/catch-up.ts'
import type { ActAnswer, Here, Pen, Place, ToBrowser, Told, ToServer } from '#realtime/messages.ts'
import { protocol } from '#realtime/messages.ts'
import { openQueue } from '#realtime/queue.ts'

/** live: news arrive. away: the connection is lost, and is looked for. ended: signed out elsewhere. outdated: load the page anew. */
export type LineState = 'connecting' | 'live' | 'away' | 'ended' | 'outdated'

/** What a page wants to hear of a place. */
export interface Listener {
  /** Entries after `from`, each once and in order, whatever the connection does. */
  readonly told: (told: readonly Told[]) => void
  /** Everybody who is here, whenever that changes; own pages too. */
  readonly here: (here: readonly Here[]) => void
}

/** One line to the server for the whole page. */
export interface Line {
  /** Follows a stream from a number on, and who is at a matter. Gives: the end of it. */
  readonly follow: (place: Place, from: number, listener: Listener) => () => void
  /** Performs an act: kept until it is answered, and sent again after a lost connection under the same id. */
  readonly perform: (name: string, input: unknown, actId: string) => Promise<ActAnswer>
  /** Shows one's pen on a line, or takes it away. */
  readonly pen: (matter: string, pen: Pen | null) => void
  readonly state: () => LineState
  readonly onState: (listener: (state: LineState) => void) => () => void
  /** Which of those here is this page. */
  readonly page: () => string | undefined
  readonly close: () => void
}

export type ClientSocket = Socket<ToBrowser, ToServer>

let pageLine: Line | undefined

/** The page's own line, opened at the first call: one a page, whatever React mounts twice. */
export function line(): Line {
  pageLine ??= openLine(io({ autoConnect: false, transports: ['websocket'] }))
  return pageLine
}

/** Opens a line on a socket that is not connected yet. */
export function openLine(socket: ClientSocket): Line {
  let state: LineState = 'connecting'
  const watchers = new Set<(state: LineState) => void>()
  const become = (next: LineState) => {
    if (state === next || state === 'outdated') return
    state = next
    for (const watcher of watchers) watcher(next)
  }
  const catchUp = openCatchUp(socket)
  const queue = openQueue(socket)

  socket.on('hello', (said) => {
    if (said.protocol !== protocol) {
      become('outdated')
      socket.disconnect()
      return
    }
    become('live')
    catchUp.again()
    queue.again()
  })
  socket.on('news', catchUp.news)
  socket.on('around', catchUp.around)
  socket.on('ended', () => become('ended'))
  socket.on('disconnect', () => {
    if (state !== 'ended') become('away')
  })
  socket.on('connect_error', (fault) => become(fault.message === 'session-ended' ? 'ended' : 'away'))
  socket.connect()

  return {
    follow: catchUp.follow,
    perform: queue.perform,
    pen: (matter, pen) => {
      if (socket.connected) socket.emit('pen', { matter, pen })
      catchUp.remember(matter, pen)
    },
    state: () => state,
    onState: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    page: () => socket.id,
    close: () => socket.disconnect(),
  }
}
