import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { answered } from '#app/answered.server.ts'
import { shown } from '#app/doorway.server.ts'
import { Page } from '#app/parts/page.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { Assembly } from '#app/parts/unit/assembly.tsx'
import { Books, UnitMatters, UnitPlan } from '#app/parts/unit/matters.tsx'
import { unitSymbols } from '#app/parts/unit/network.tsx'
import { Invite, PlaceUnit } from '#app/parts/unit/openings.tsx'
import { Seats } from '#app/parts/unit/seats.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { SeatCause } from '#rules/seats.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: say('en', 'page-title', { title: data?.page.unit.name ?? say('en', 'network-title') }) },
]

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = await shown(context.ask('unit.page', { unitId: params.unitId ?? '' }), context.actor)
  const origin = context.settings.publicUrl ?? new URL(request.url).origin
  return { page, origin, actId: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const unitId = params.unitId ?? ''
  return answered({
    request,
    context,
    forms: {
      back: async ({ input, actId }) => {
        const { cause, personId } = input as { cause: SeatCause; personId: string }
        return (await context.perform('seat.back', { unitId, cause, personId }, actId)).result
      },
      leave: async ({ input, actId }) => {
        const role = String(input.role ?? '') as 'member'
        return (await context.perform('seat.leave', { unitId, role }, actId)).result
      },
      invite: async ({ actId }) => {
        const { result } = await context.perform('invitation.make', { unitId }, actId)
        return { invitation: result?.invitation ?? null, expiresAt: result?.expiresAt ?? null }
      },
      place: async ({ input, actId }) =>
        (await context.perform('unit.place', { unitId, parentId: String(input.parentId ?? '') }, actId)).result,
    },
  })
}

export default function UnitPage() {
  const { page, origin, actId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords()
  const { unit, may } = page
  const open = page.proposals.filter(({ stage }) => stage === 'discussion' || stage === 'voting').length
  const members = page.seats.filter((seat) => seat.role === 'member').length
  const waiting = page.proposals.find(({ stage }) => stage === 'voting' || stage === 'discussion')
  return (
    <Page
      kicker={
        <>
          <Link to="/units">{words.say('network-title')}</Link>
          <span>
            <Pictogram name={unitSymbols[unit.kind]} word={null} /> {words.say('unit-kind', { kind: unit.kind })}
          </span>
        </>
      }
      title={unit.name}
      state={words.say('unit-state', { kind: unit.kind, side: unit.side, members, open, plan: page.plan.length })}
      next={
        <>
          {may.propose.ok && (
            <Link className="button" to={`/units/${unit.id}/propose`}>
              {words.say('unit-propose')}
            </Link>
          )}
          {!may.propose.ok && waiting && (
            <Link className="button" to={`/proposals/${waiting.id}`}>
              {words.say('start-next-open', { title: waiting.title })}
            </Link>
          )}
          {may.publish.ok && (
            <Link className="button" to={`/units/${unit.id}/desk`}>
              {words.say('unit-desk')}
            </Link>
          )}
        </>
      }
    >
      <dl className="facts">
        <dt>{words.say('unit-belongs')}</dt>
        <dd>
          <UnitLinks ids={page.parents} />
        </dd>
        {page.children.length > 0 && (
          <>
            <dt>{words.say('unit-holds')}</dt>
            <dd>
              <UnitLinks ids={page.children} />
            </dd>
          </>
        )}
      </dl>
      <UnitMatters page={page} />
      <UnitPlan page={page} />
      <Books page={page} origin={origin} />
      <Assembly page={page} members={members} />
      <Seats page={page} actId={actId} answer={answer} />
      {page.reader.roles.includes('member') && <Invite origin={origin} actId={actId} answer={answer} />}
      {page.reader.placesUnder.length > 0 && <PlaceUnit page={page} actId={actId} answer={answer} />}
    </Page>
  )
}

function UnitLinks({ ids }: { ids: readonly string[] }) {
  const { page } = useLoaderData<typeof loader>()
  const words = useWords()
  if (ids.length === 0) return words.say('unit-belongs-none')
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to={`/units/${id}`}>{page.units[id] ?? id}</Link>
    </span>
  ))
}
