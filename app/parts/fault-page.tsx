import { isRouteErrorResponse, Link } from '@remix-run/react'
import { z } from 'zod'
import { Page } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'

/** What the doorway answers where a page cannot be shown: a refusal, or a fault's reference. */
const Answer = z.object({
  kind: z.string().optional(),
  code: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  reference: z.string().optional(),
})

const titles = {
  401: 'refused-who-title',
  403: 'refused-who-title',
  400: 'refused-input-title',
  409: 'refused-title',
} as const

/** A refusal says why and what now; anything else is a fault and gives its reference. */
export function FaultPage({ thrown }: { thrown: unknown }) {
  const words = useWords()
  const status = isRouteErrorResponse(thrown) ? thrown.status : 500
  const answer = isRouteErrorResponse(thrown) ? Answer.safeParse(thrown.data).data : undefined
  const home = (
    <Link to="/" className="button quiet">
      {words.say('missing-next')}
    </Link>
  )
  if (status === 404) {
    return <Page kicker={null} title={words.say('missing-title')} state={words.say('missing-state')} next={home} />
  }
  const title = titles[status as keyof typeof titles]
  if (title) {
    const state = answer?.code ? words.refusal({ code: answer.code, values: answer.values ?? {} }) : null
    const signIn = (
      <Link to="/sign-in" className="button">
        {words.say('sign-in')}
      </Link>
    )
    return <Page kicker={null} title={words.say(title)} state={state} next={status === 401 ? signIn : home} />
  }
  const reference = answer?.reference
  const state = reference ? words.say('fault-reference', { reference }) : words.say('fault-state')
  return <Page kicker={null} title={words.say('fault-title')} state={state} next={home} />
}
