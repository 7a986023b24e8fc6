import { isRouteErrorResponse, Link } from '@remix-run/react'
import { useContext, useEffect, useState } from 'react'
import { AnswerContext } from '#app/answer-context.ts'
import { Page } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'

const titles = new Map([
  [400, 'refused-input-title'],
  [401, 'refused-who-title'],
  [403, 'refused-who-title'],
  [404, 'missing-title'],
  [409, 'refused-title'],
  [413, 'refused-title'],
  [429, 'refused-title'],
] as const)

/** Stands where a page cannot: a refusal says why and what now; anything else is a fault and gives its reference. */
export function FaultPage({ thrown }: { thrown: unknown }) {
  const words = useWords()
  const reference = useReference()
  const home = (
    <Link to="/" className="button quiet">
      {words.say('missing-next')}
    </Link>
  )
  const refusal = isRouteErrorResponse(thrown) ? thrown : null
  const title = titles.get(refusal?.status as Parameters<typeof titles.get>[0])
  if (refusal && title) {
    const signIn = (
      <Link to="/sign-in" className="button">
        {words.say('sign-in')}
      </Link>
    )
    const state = sentenceOf(refusal.data) ?? words.say(title === 'missing-title' ? 'missing-state' : 'refused-state')
    return <Page kicker={null} title={words.say(title)} state={state} next={refusal.status === 401 ? signIn : home} />
  }
  const state = (
    <span data-reference={reference}>
      {reference ? words.say('fault-reference', { reference }) : words.say('fault-state')}
    </span>
  )
  return <Page kicker={null} title={words.say('fault-title')} state={state} next={home} />
}

/** Only the first page of a visit comes with its reference: the browser then finds it in what the server wrote. */
let isFirstPage = true

function useReference(): string | undefined {
  const { reference } = useContext(AnswerContext)
  const [written] = useState(() =>
    typeof document === 'undefined' || !isFirstPage
      ? undefined
      : document.querySelector<HTMLElement>('[data-reference]')?.dataset.reference,
  )
  useEffect(() => {
    isFirstPage = false
  }, [])
  return reference ?? written
}

/** The doorway answers a refusal with its sentence. */
function sentenceOf(data: unknown): string | null {
  if (data === null || typeof data !== 'object' || !('sentence' in data)) return null
  return typeof data.sentence === 'string' ? data.sentence : null
}
