import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import type { Told } from '#realtime/messages.ts'
import { matterRoom, type Rooms, streamRoom } from '#realtime/rooms.ts'

/** Tells one committed entry to everybody who listens to its stream or its matter, once each. */
export function broadcastTo(io: Rooms, told: Told): void {
  const listeners = io.to(streamRoom(told.stream))
  const all = told.matter === null ? listeners : listeners.to(matterRoom(told.matter))
  all.emit('news', told)
}

/**
 * Joins several nodes by Redis, so that news and presence reach everybody wherever they are connected.
 * A lost Redis is logged and waited for: nodes live on, and browsers catch up by number.
 */
export async function joinNodes(io: Rooms, redisUrl: string, onFault: (thrown: unknown) => void) {
  // Without the offline queue a lost Redis refuses at once; with it, even this node's own people would wait.
  const client = createClient({ url: redisUrl, disableOfflineQueue: true })
  client.on('error', onFault)
  await client.connect()
  io.adapter(createAdapter(client, { streamName: 'negotium', maxLen: 10_000 }))
  return { leave: async () => client.destroy() }
}
