import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { type LineState, line } from '#realtime/client.ts'
import type { Here } from '#realtime/messages.ts'

/** News are gathered before the page is asked for anew, and not by everybody in the same moment. */
const gatherMs = 150
const spreadMs = 600

/**
 * Keeps a page about one matter alive: it is read anew when something is recorded on the matter.
 * Takes: the stream and the number up to which the page was read, and the matter. Gives: who is here, and how the line stands.
 */
export function useFollowed(stream: { readonly id: string; readonly number: number }, matter: string) {
  const { revalidate, state: reading } = useRevalidator()
  const navigation = useNavigation()
  const busy = useRef(false)
  busy.current = reading !== 'idle' || navigation.state !== 'idle'
  const [here, setHere] = useState<readonly Here[]>([])
  const [state, setState] = useState<LineState>('connecting')
  const from = useRef(stream.number)
  const { id } = stream
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined
          // Asked for anew while it is still being read, the page would never arrive at a lively table.
          if (busy.current) soon()
          else revalidate()
        },
        gatherMs + Math.random() * spreadMs,
      )
    }
    const open = line()
    const leave = open.follow({ stream: id, matter }, from.current, {
      told: (told) => {
        from.current = told.at(-1)?.number ?? from.current
        if (told.some((entry) => entry.matter === matter)) soon()
      },
      here: setHere,
    })
    const unwatch = open.onState(setState)
    setState(open.state())
    return () => {
      clearTimeout(timer)
      leave()
      unwatch()
    }
  }, [id, matter, revalidate])
  return { here, state }
}
