import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { Page } from '#app/parts/page.tsx'
import { FoundForm } from '#app/parts/unit/found-form.tsx'
import { foundFromForm } from '#app/parts/unit/founded.server.ts'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'found-title') }) }]

export const loader = async ({ context }: LoaderFunctionArgs) => ({
  founding: await context.ask('unit.founding', {}),
  actId: crypto.randomUUID(),
})

export const action = ({ request, context }: ActionFunctionArgs) =>
  answered({
    request,
    context,
    forms: {
      found: async (sent) => {
        throw redirect(`/units/${await foundFromForm(context, sent)}`)
      },
    },
  })

export default function FoundPage() {
  const { founding, actId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const { found } = founding.may
  const signIn = (
    <Link className="button" to="/sign-in?next=/units/found">
      {words.say('sign-in')}
    </Link>
  )
  return (
    <Page
      kicker={<Link to="/units">{words.say('network-title')}</Link>}
      title={words.say('found-title')}
      state={found.ok ? words.say('found-state') : words.sayCode(found.code, found.values)}
      next={found.ok ? null : signIn}
    >
      {found.ok && <FoundForm founding={founding} actId={actId} answer={answer} />}
    </Page>
  )
}
