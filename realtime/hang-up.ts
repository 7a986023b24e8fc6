import { personRoom, type Rooms, sessionRoom, tokenRoom } from '#realtime/rooms.ts'

/** Which sockets an act has ended: those in a room, but for those in another. */
export interface Ended {
  readonly room: string
  readonly but: string | null
}

/** Tells which sockets end with an act that was done: signing out closes them, on whichever node they are. */
export function endedBy(act: string, actorId: string, input: unknown, result: unknown): Ended | null {
  const field = (of: unknown, name: string): string | null => {
    const value = of !== null && typeof of === 'object' ? (of as Record<string, unknown>)[name] : undefined
    return typeof value === 'string' ? value : null
  }
  const session = field(input, 'session')
  switch (act) {
    case 'account.sign-out':
      return session ? { room: sessionRoom(session), but: null } : null
    case 'account.sign-out-everywhere':
    case 'account.erase-person':
      return { room: personRoom(actorId), but: null }
    case 'account.change-password':
      return { room: personRoom(actorId), but: session && sessionRoom(session) }
    case 'account.use-recovery': {
      const personId = field(result, 'personId')
      return personId ? { room: personRoom(personId), but: null } : null
    }
    case 'account.revoke-token': {
      const tokenId = field(input, 'tokenId')
      return tokenId ? { room: tokenRoom(tokenId), but: null } : null
    }
    default:
      return null
  }
}

/** Closes the sockets that have ended, after telling them so. */
export function hangUp(io: Rooms, { room, but }: Ended): void {
  const those = but === null ? io.in(room) : io.in(room).except(but)
  those.emit('ended')
  those.disconnectSockets(true)
}
