import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { shown } from '#app/doorway.server.ts'
import { Page } from '#app/parts/page.tsx'
import { PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import { neededFor } from '#rules/seats.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'seat-title') }) }]

/** Where somebody who was invited asks for their seat, and sees how far their admission has come. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  if (context.actor.kind !== 'person') throw redirect('/sign-in')
  const page = await shown(context.ask('unit.page', { unitId: params.unitId ?? '' }), context.actor)
  const members = page.seats.filter((seat) => seat.role === 'member').map((seat) => seat.personId)
  return {
    unit: { id: page.unit.id, name: page.unit.name },
    isMember: members.includes(context.actor.id),
    backers: page.backings.filter((backing) => backing.cause === 'admit' && backing.for === context.actor.id).length,
    needed: neededFor('admit', page.unit.numbers, members.length),
    actId: crypto.randomUUID(),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const unitId = params.unitId ?? ''
  return answered({
    request,
    context,
    forms: { take: async ({ actId }) => (await context.perform('seat.take', { unitId }, actId)).result },
  })
}

export default function SeatPage() {
  const { unit, isMember, backers, needed, actId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const state = isMember
    ? words.say('invitation-seated', { unit: unit.name })
    : backers > 0
      ? words.say('invitation-waiting', { backers, needed })
      : words.say('seat-state', { unit: unit.name, needed })
  const onward = (
    <Link className="button" to={`/units/${unit.id}`}>
      {words.say('seat-onward', { unit: unit.name })}
    </Link>
  )
  return (
    <Page
      kicker={<Link to={`/units/${unit.id}`}>{unit.name}</Link>}
      title={words.say('seat-title')}
      state={state}
      next={isMember || backers > 0 ? onward : null}
    >
      {!isMember && backers === 0 && (
        <PageForm name="take" answer={answer} actId={actId} labels={{}}>
          {({ isBusy }) => (
            <button type="submit" className="button" disabled={isBusy}>
              {words.say('seat-take')}
            </button>
          )}
        </PageForm>
      )}
    </Page>
  )
}
