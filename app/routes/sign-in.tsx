import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { Samples } from '#app/parts/account/samples.tsx'
import { Field } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { loader as rootLoader } from '#app/root.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'sign-in-title') }) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const page = await context.ask('sign-in.page', {})
  return { page, isSignedOut: asked.has('out') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const next = placeWithin(new URL(request.url).searchParams.get('next'))
  const enter = (begun: { session: string; expiresAt: string } | null): never => {
    throw redirect(next, begun ? { headers: { 'Set-Cookie': context.cookieFor(begun) } } : {})
  }
  return answered({
    request,
    context,
    forms: {
      'sign-in': async ({ input }) => {
        const { signInName, password } = input as { signInName: string; password: string }
        enter((await context.perform('account.sign-in', { signInName, password })).result)
      },
      sample: async ({ input }) =>
        enter((await context.perform('account.enter-as', { personId: String(input.personId) })).result),
    },
  })
}

/** Where to go on: only ever an address of this site. */
const placeWithin = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/')

export default function SignInPage() {
  const { page, isSignedOut } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const frame = useRouteLoaderData<typeof rootLoader>('root')
  const words = useWords()
  const labels = { signInName: words.say('sign-in-name'), password: words.say('sign-in-password') }
  return (
    <Page
      kicker={null}
      title={words.say('sign-in-title')}
      state={words.say(page.demo ? 'sign-in-state-demo' : 'sign-in-state')}
      next={null}
    >
      {isSignedOut && (
        <Notice meaning={null} title={null} isAnswer>
          <p>{words.say('signed-out')}</p>
        </Notice>
      )}
      {frame?.person && (
        <Notice meaning={null} title={null} isAnswer={false}>
          <p>{words.say('sign-in-already', { name: frame.person.name ?? words.say('person-erased') })}</p>
        </Notice>
      )}
      {page.demo && <Samples samples={page.samples} answer={answer} />}
      <Section id="password" title={words.say('sign-in-with-password')}>
        <PageForm name="sign-in" answer={answer} actId={null} labels={labels}>
          {({ faults, typed, isBusy }) => (
            <>
              <Field
                name="signInName"
                label={labels.signInName}
                hint={null}
                faults={faults}
                autoComplete="username"
                required
                maxLength={80}
                defaultValue={typed.signInName}
              />
              <Field
                name="password"
                type="password"
                label={labels.password}
                hint={null}
                faults={faults}
                autoComplete="current-password"
                required
                maxLength={200}
              />
              <button type="submit" className={page.demo ? 'button quiet' : 'button'} disabled={isBusy}>
                {words.say('sign-in-do')}
              </button>
            </>
          )}
        </PageForm>
        <p className="soft">{words.say('sign-in-lost')}</p>
        <p className="soft">{words.say('sign-in-none')}</p>
      </Section>
    </Page>
  )
}
