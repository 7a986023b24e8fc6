import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Pen, ToBrowser, ToServer } from '#realtime/messages.ts'

/** What a socket carries, seen from every node. */
export interface Carried {
  personId: string | null
  name: string | null
  /** The places it has joined, and the pen it holds in each. */
  matters: Record<string, Pen | null>
}

export type Rooms = Server<ToServer, ToBrowser, DefaultEventsMap, Carried>
export type TableSocket = Socket<ToServer, ToBrowser, DefaultEventsMap, Carried>

export const streamRoom = (stream: string) => `stream:${stream}`
export const matterRoom = (matter: string) => `matter:${matter}`
export const personRoom = (personId: string) => `person:${personId}`
export const sessionRoom = (hash: string) => `session:${hash}`
export const tokenRoom = (tokenId: string) => `token:${tokenId}`
