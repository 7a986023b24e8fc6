import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { Erase, MyAccount } from '#app/parts/account/mine.tsx'
import { Tokens } from '#app/parts/account/tokens.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { placeOf, WaitList } from '#app/parts/start/waits.tsx'
import { useWords } from '#app/parts/words.tsx'
import { Refusal } from '#rules/refusal.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'me-title') }) }]

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.actor.kind !== 'person') throw redirect('/sign-in?next=/me')
  return { page: await context.ask('me.page', {}), actId: crypto.randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const gone = { headers: { 'Set-Cookie': context.cookieFor(null) } }
  return answered({
    request,
    context,
    forms: {
      rename: async ({ actId, input }) =>
        (await context.perform('account.rename', { name: String(input.name ?? '') }, actId)).result,
      password: async ({ input }) => {
        const { current, password } = input as Record<'current' | 'password', string>
        const session = context.session ?? ''
        return (await context.perform('account.change-password', { current, password, session })).result
      },
      token: async ({ actId, input }) => {
        const { name, scope, days } = input as { name: string; scope: 'read' | 'act'; days: string }
        const made = await context.perform('account.make-token', { name, scope, days }, actId)
        return { token: made.result?.token ?? null }
      },
      revoke: async ({ input }) =>
        (await context.perform('account.revoke-token', { tokenId: String(input.tokenId ?? '') })).result,
      everywhere: async () => {
        await context.perform('account.sign-out-everywhere', {})
        throw redirect('/sign-in?out', gone)
      },
      erase: async ({ input }) => {
        if (input.sure !== 'yes')
          throw new Refusal('input', 'bad-input', {}, { sure: { code: 'me-erase-not-sure', values: {} } })
        await context.perform('account.erase-person', { password: String(input.password ?? '') })
        throw redirect('/sign-in?out', gone)
      },
    },
  })
}

export default function MyPage() {
  const { page, actId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const name = page.person.name ?? words.say('person-erased')
  const [wait] = page.waits
  return (
    <Page
      kicker={words.say('me-title')}
      title={name}
      state={words.say('me-state', { waits: page.waits.length, seats: page.seats.length })}
      next={
        <>
          {wait && (
            <Link className="button" to={placeOf(wait)}>
              {words.say(`start-next-${wait.kind}`, { title: wait.title })}
            </Link>
          )}
          <Form method="post" action="/sign-out">
            <button type="submit" className="button quiet">
              {words.say('me-sign-out')}
            </button>
          </Form>
        </>
      }
    >
      <div className="beside">
        <Section id="waits" title={words.say('waits-title')}>
          {page.waits.length > 0 ? (
            <WaitList waits={page.waits} units={page.units} />
          ) : (
            <p>{words.say('waits-none')}</p>
          )}
        </Section>
        <Section id="seats" title={words.say('me-seats')}>
          <MySeats />
          <p>
            <Link to={`/people/${page.person.id}`}>{words.say('me-public')}</Link>
          </p>
        </Section>
      </div>
      <Tokens tokens={page.tokens} actId={actId} answer={answer} />
      <MyAccount page={page} actId={actId} answer={answer} />
      <Erase hasPassword={page.signInName !== null} answer={answer} />
    </Page>
  )
}

/** One's units, with every role that one has there. */
function MySeats() {
  const { page } = useLoaderData<typeof loader>()
  const words = useWords()
  if (page.seats.length === 0) return <p>{words.say('me-no-seats')}</p>
  const units = [...new Set(page.seats.map((seat) => seat.unitId))]
  return (
    <ul className="entries">
      {units.map((unitId) => {
        const own = page.seats.filter((seat) => seat.unitId === unitId)
        return (
          <li key={unitId}>
            <h3>
              <Link to={`/units/${unitId}`}>{own[0]?.unitName ?? unitId}</Link>
            </h3>
            <p className="entry-meta">{own.map((seat) => words.say('me-role', { role: seat.role })).join(', ')}</p>
          </li>
        )
      })}
    </ul>
  )
}
