import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { shown } from '#app/doorway.server.ts'
import { NewAccount, useAccountLabels } from '#app/parts/account/new-account.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { loader as rootLoader } from '#app/root.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: say('en', 'page-title', { title: say('en', 'invitation-title', { unit: data?.page.unitName ?? '' }) }) },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await shown(context.ask('invitation.page', { secret: params.secret ?? '' }), context.actor)
  return { page, secret: params.secret ?? '' }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const invitation = params.secret ?? ''
  return answered({
    request,
    context,
    forms: {
      // The new session holds from the next request on: there the seat is asked for.
      register: async ({ input }) => {
        const { name, signInName, password } = input as Record<'name' | 'signInName' | 'password', string>
        const { result } = await context.perform('account.register', { invitation, name, signInName, password })
        throw redirect(`/units/${result.unitId}/seat`, { headers: { 'Set-Cookie': context.cookieFor(result) } })
      },
      accept: async () => {
        const { result } = await context.perform('invitation.accept', { invitation })
        throw redirect(`/units/${result.unitId}/seat`)
      },
    },
  })
}

export default function JoinPage() {
  const { page, secret } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const frame = useRouteLoaderData<typeof rootLoader>('root')
  const words = useWords()
  const labels = useAccountLabels()
  const by = page.invitedBy.name ?? words.say('person-erased')
  const title = words.say('invitation-title', { unit: page.unitName })
  if (!page.open) {
    return <Page kicker={null} title={title} state={words.say('invitation-not-open')} next={<UnitLink />} />
  }
  return (
    <Page
      kicker={<UnitLink />}
      title={title}
      state={words.say('invitation-state', { name: by, until: words.day(page.expiresAt) })}
      next={null}
    >
      {frame?.person ? (
        <Section
          id="accept"
          title={words.say('invitation-accept')}
          lead={words.say('invitation-as', { name: frame.person.name ?? words.say('person-erased') })}
        >
          <PageForm name="accept" answer={answer} actId={null} labels={{}}>
            {({ isBusy }) => (
              <button type="submit" className="button" disabled={isBusy}>
                {words.say('invitation-accept')}
              </button>
            )}
          </PageForm>
        </Section>
      ) : (
        <div className="beside">
          <Section id="register" title={words.say('invitation-register')}>
            <PageForm name="register" answer={answer} actId={null} labels={labels}>
              {({ faults, typed, isBusy }) => (
                <>
                  <NewAccount faults={faults} typed={typed} />
                  <button type="submit" className="button" disabled={isBusy}>
                    {words.say('invitation-do')}
                  </button>
                </>
              )}
            </PageForm>
          </Section>
          <Section id="sign-in" title={words.say('invitation-have-account')}>
            <p>{words.say('invitation-sign-in')}</p>
            <Link className="button quiet" to={`/sign-in?next=${encodeURIComponent(`/join/${secret}`)}`}>
              {words.say('invitation-sign-in-do')}
            </Link>
          </Section>
        </div>
      )}
    </Page>
  )
}

function UnitLink() {
  const { page } = useLoaderData<typeof loader>()
  return <Link to={`/units/${page.unitId}`}>{page.unitName}</Link>
}
