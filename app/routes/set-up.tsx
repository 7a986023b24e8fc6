import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { NewAccount, useAccountLabels } from '#app/parts/account/new-account.tsx'
import { Field } from '#app/parts/field.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { PageForm } from '#app/parts/page-form.tsx'
import { FoundForm } from '#app/parts/unit/found-form.tsx'
import { foundFromForm } from '#app/parts/unit/founded.server.ts'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'set-up-title') }) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  return {
    page: await context.ask('set-up.page', {}),
    founding: await context.ask('unit.founding', {}),
    token: asked.get('token') ?? '',
    actId: crypto.randomUUID(),
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answered({
    request,
    context,
    forms: {
      account: async ({ input }) => {
        const { token, name, signInName, password } = input as Record<
          'token' | 'name' | 'signInName' | 'password',
          string
        >
        const { result } = await context.perform('account.found', {
          token: String(token).trim(),
          name,
          signInName,
          password,
        })
        throw redirect('/set-up', { headers: { 'Set-Cookie': context.cookieFor(result) } })
      },
      found: async (sent) => {
        throw redirect(`/units/${await foundFromForm(context, sent)}#invite`)
      },
    },
  })

export default function SetUpPage() {
  const { page } = useLoaderData<typeof loader>()
  const words = useWords()
  const title = words.say('set-up-title')
  const go = (to: string, code: 'sign-in' | 'missing-next') => (
    <Link className="button" to={to}>
      {words.say(code)}
    </Link>
  )
  if (page.waitsForFounder) {
    return (
      <Page kicker={null} title={title} state={words.say('set-up-lead')} next={null}>
        <FirstAccount />
      </Page>
    )
  }
  if (!page.waitsForUnit) {
    return <Page kicker={null} title={title} state={words.say('set-up-state-done')} next={go('/', 'missing-next')} />
  }
  if (!page.signedIn) {
    const next = go('/sign-in?next=/set-up', 'sign-in')
    return <Page kicker={null} title={title} state={words.say('set-up-sign-in-first')} next={next} />
  }
  return (
    <Page kicker={title} title={words.say('set-up-do')} state={words.say('set-up-state-found')} next={null}>
      <FirstUnit />
    </Page>
  )
}

function FirstAccount() {
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const labels = { token: words.say('set-up-token'), ...useAccountLabels() }
  return (
    <Section id="account" title={words.say('set-up-account')} lead={words.say('set-up-then')}>
      <PageForm name="account" answer={answer} actId={null} labels={labels}>
        {({ faults, typed, isBusy }) => (
          <>
            <Field
              name="token"
              label={labels.token}
              hint={null}
              faults={faults}
              required
              autoComplete="off"
              defaultValue={token}
            />
            <NewAccount faults={faults} typed={typed} />
            <button type="submit" className="button" disabled={isBusy}>
              {words.say('set-up-account-do')}
            </button>
          </>
        )}
      </PageForm>
    </Section>
  )
}

function FirstUnit() {
  const { founding, actId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <FoundForm founding={founding} actId={actId} answer={answer} />
}
