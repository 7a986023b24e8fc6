import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import type { Told } from '#realtime/messages.ts'
import { type Rooms, streamRoom } from '#realtime/rooms.ts'

/** Tells one committed entry to everybody who listens to its stream: whoever sits at a matter listens to its stream too. */
export function broadcastTo(io: Rooms, told: Told): void {
  io.to(streamRoom(told.stream)).emit('news', told)
}

/**
 * Joins several nodes by Redis, so that news and presence reach everybody wherever they are connected.
 * While Redis is lost, each node tells its own people and tries again; browsers elsewhere catch up by number.
 * Gives: what leaves Redis, to be called once the sockets are closed.
 */
export async function joinNodes(io: Rooms, redisUrl: string, onFault: (thrown: unknown) => void) {
  // Writing refuses at once while Redis is lost: with the client's own queue, even this node's people would wait for it.
  const writer = createClient({ url: redisUrl, disableOfflineQueue: true })
  writer.on('error', onFault)
  await writer.connect()
  const readers: { destroy: () => void; readonly isOpen: boolean }[] = []
  const duplicate = () => {
    // Reading waits: the adapter asks again at once whenever it is refused, and would never let go of the processor.
    const reader = createClient({ url: redisUrl })
    reader.on('error', onFault)
    // The adapter disconnects readers without looking whether they still are connected.
    reader.disconnect = async () => {
      if (reader.isOpen) reader.destroy()
    }
    readers.push(reader)
    return reader
  }
  const adapter = createAdapter(Object.assign(writer, { duplicate }), {
    streamName: 'negotium',
    maxLen: 10_000,
    // A reader that waits shorter closes sooner.
    blockTimeInMs: 1000,
  })
  io.adapter(adapter)
  return {
    leave: () => {
      for (const client of [writer, ...readers]) if (client.isOpen) client.destroy()
    },
  }
}
