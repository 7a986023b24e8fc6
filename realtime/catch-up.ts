import type { ClientSocket, Listener } from '#realtime/client.ts'
import type { Answer, Around, Here, Pen, Place, Told } from '#realtime/messages.ts'

interface Followed {
  readonly place: Place
  readonly listener: Listener
  /** The last number that the listener was told. */
  last: number
  /** The highest number that was heard of; where it is above `last`, something is missing. */
  heard: number
  asking: boolean
  readonly here: Map<string, Here>
  ended: boolean
}

/** Orders what is told by number; where a number is missing, it asks for everything after the last one. */
export function openCatchUp(socket: ClientSocket) {
  const followed = new Set<Followed>()
  const pens = new Map<string, Pen | null>()

  const deliver = (one: Followed, told: readonly Told[]) => {
    const next = told.filter((entry) => entry.number > one.last)
    const last = next.at(-1)
    if (!last || one.ended) return
    one.last = last.number
    one.listener.told(next)
  }

  const ask = (one: Followed) => {
    if (one.asking || one.ended || !socket.connected) return
    one.asking = true
    const { stream } = one.place
    socket.emit('since', { stream, after: one.last }, (said: Answer<{ told: readonly Told[]; more: boolean }>) => {
      one.asking = false
      if (!said.ok) return
      deliver(one, said.told)
      // What came in meanwhile may not have been in the answer.
      if (said.more || one.heard > one.last) ask(one)
    })
  }

  const join = (one: Followed) => {
    one.asking = false
    socket.emit('join', one.place, (said) => {
      if (!said.ok || one.ended) return
      one.here.clear()
      for (const here of said.here) one.here.set(here.page, here)
      if (one.place.matter !== null) one.listener.here([...one.here.values()])
      one.heard = Math.max(one.heard, said.number)
      if (one.heard > one.last) ask(one)
      const pen = one.place.matter === null ? undefined : pens.get(one.place.matter)
      if (pen && one.place.matter !== null) socket.emit('pen', { matter: one.place.matter, pen })
    })
  }

  return {
    follow: (place: Place, from: number, listener: Listener): (() => void) => {
      const one: Followed = { place, listener, last: from, heard: from, asking: false, here: new Map(), ended: false }
      followed.add(one)
      if (socket.connected) join(one)
      return () => {
        one.ended = true
        followed.delete(one)
        const still = [...followed].some((other) => samePlace(other.place, place))
        if (!still && socket.connected) socket.emit('leave', place)
      }
    },
    /** After the connection came back: everything is joined and asked for anew. */
    again: () => {
      for (const one of followed) join(one)
    },
    news: (told: Told) => {
      for (const one of followed) {
        if (one.place.stream !== told.stream || told.number <= one.last) continue
        one.heard = Math.max(one.heard, told.number)
        if (told.number === one.last + 1) deliver(one, [told])
        else ask(one)
      }
    },
    around: (around: Around) => {
      for (const one of followed) {
        if (one.place.matter !== around.matter) continue
        for (const here of around.here) one.here.set(here.page, here)
        for (const page of around.gone) one.here.delete(page)
        one.listener.here([...one.here.values()])
      }
    },
    /** A pen is shown again after the connection came back. */
    remember: (matter: string, pen: Pen | null) => {
      pens.set(matter, pen)
    },
  }
}

const samePlace = (one: Place, other: Place) => one.stream === other.stream && one.matter === other.matter
