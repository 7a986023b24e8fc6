import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { shown } from '#app/doorway.server.ts'
import { NewPassword } from '#app/parts/account/new-account.tsx'
import { Page } from '#app/parts/page.tsx'
import { PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'recovery-title') }) }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { page: await shown(context.ask('recovery.page', { secret: params.secret ?? '' }), context.actor) }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const recovery = params.secret ?? ''
  return answered({
    request,
    context,
    forms: {
      recover: async ({ input }) => {
        const password = String(input.password ?? '')
        const { result } = await context.perform('account.use-recovery', { recovery, password })
        throw redirect('/me', { headers: { 'Set-Cookie': context.cookieFor(result) } })
      },
    },
  })
}

export default function RecoverPage() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const title = words.say('recovery-title')
  const label = words.say('me-password-new')
  if (!page.open) {
    return (
      <Page
        kicker={null}
        title={title}
        state={words.say('recovery-not-open')}
        next={<Link to="/sign-in">{words.say('sign-in')}</Link>}
      />
    )
  }
  return (
    <Page kicker={null} title={title} state={words.say('recovery-state')} next={null}>
      <PageForm name="recover" answer={answer} actId={null} labels={{ password: label }}>
        {({ faults, isBusy }) => (
          <>
            <NewPassword faults={faults} label={label} />
            <button type="submit" className="button" disabled={isBusy}>
              {words.say('recovery-do')}
            </button>
          </>
        )}
      </PageForm>
    </Page>
  )
}
