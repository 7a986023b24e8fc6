import { useCallback, useEffect, useRef, useState } from 'react'
import { useFollowed } from '#app/parts/followed.ts'
import { useWords } from '#app/parts/words.tsx'
import type { TablePage } from '#app/table/page-data.ts'
import { type LineState, line } from '#realtime/client.ts'
import type { Here } from '#realtime/messages.ts'

/** A hand is shown at most so often. */
const penEveryMs = 60

export interface Live {
  readonly here: readonly Here[]
  /** The same without this page. */
  readonly others: readonly Here[]
  readonly state: LineState
  readonly holdPen: (pen: { readonly line: string; readonly value: string } | null) => void
}

/** Keeps the page at the table: it is read anew when something happens, and knows who is here and whose hand is on what. */
export function useLive(page: TablePage): Live {
  const matter = page.proposal.id
  const { here, state } = useFollowed(page.stream, matter)
  const holdPen = usePen(matter)
  const own = state === 'connecting' ? undefined : line().page()
  return { here, others: here.filter((each) => each.page !== own), state, holdPen }
}

/** Shows one's hand: the last place it came to is always told, those between only now and then. */
function usePen(matter: string): Live['holdPen'] {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; pen: Parameters<Live['holdPen']>[0] }>({
    timer: undefined,
    pen: null,
  })
  useEffect(
    () => () => {
      clearTimeout(waiting.current.timer)
      line().pen(matter, null)
    },
    [matter],
  )
  return useCallback(
    (pen) => {
      const held = waiting.current
      held.pen = pen
      held.timer ??= setTimeout(() => {
        held.timer = undefined
        line().pen(matter, held.pen)
      }, penEveryMs)
    },
    [matter],
  )
}

/** Says aloud what came while the page was open: new statements and amendments of others, politely. */
export function News({ page }: { page: TablePage }) {
  const words = useWords()
  const known = useRef({
    statements: page.statements.length,
    amendments: page.amendments.length,
    version: page.version,
  })
  const [said, setSaid] = useState('')
  useEffect(() => {
    const was = known.current
    known.current = {
      statements: page.statements.length,
      amendments: page.amendments.length,
      version: page.version,
    }
    const spoke = page.statements.slice(was.statements).filter((one) => one.personId !== page.reader.id)
    const tabled = page.amendments.slice(was.amendments).filter((one) => one.personId !== page.reader.id)
    const last = spoke.at(-1)
    const sentences = [
      ...(last
        ? [
            words.say('news-statements', {
              count: spoke.length,
              person: page.people[last.personId] ?? words.say('person-erased'),
            }),
          ]
        : []),
      ...(tabled.length > 0 ? [words.say('news-amendments', { count: tabled.length })] : []),
      ...(page.version > was.version ? [words.say('news-version', { version: page.version })] : []),
    ]
    if (sentences.length > 0) setSaid(sentences.join(' '))
  }, [page, words])
  return (
    <p className="news" role="status" aria-live="polite">
      {said}
    </p>
  )
}
