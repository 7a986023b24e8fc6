import type { ClientSocket } from '#realtime/client.ts'
import type { ActAnswer } from '#realtime/messages.ts'

/** How long an answer is waited for before the act is sent again; the same id makes that harmless. */
const answerWithinMs = 10_000

interface Waiting {
  readonly name: string
  readonly input: unknown
  readonly actId: string
  readonly settle: (answer: ActAnswer) => void
  sending: boolean
}

/** Keeps acts until they are answered, and sends them again after a lost connection, in the order they were made. */
export function openQueue(socket: ClientSocket) {
  const waiting: Waiting[] = []

  const send = (act: Waiting) => {
    if (act.sending || !socket.connected) return
    act.sending = true
    const { name, input, actId } = act
    socket.timeout(answerWithinMs).emit('act', { name, input, actId }, (late: Error | null, answer: ActAnswer) => {
      act.sending = false
      if (late) {
        send(act)
        return
      }
      waiting.splice(waiting.indexOf(act), 1)
      act.settle(answer)
    })
  }

  return {
    perform: (name: string, input: unknown, actId: string): Promise<ActAnswer> =>
      new Promise((settle) => {
        const act = { name, input, actId, settle, sending: false }
        waiting.push(act)
        send(act)
      }),
    /** Sends what is still unanswered, after the connection came back. */
    again: () => {
      for (const act of waiting) {
        act.sending = false
        send(act)
      }
    },
  }
}
