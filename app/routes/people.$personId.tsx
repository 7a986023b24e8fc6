import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shown } from '#app/doorway.server.ts'
import { Entries } from '#app/parts/journal/told.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: say('en', 'page-title', { title: data?.page.person.name ?? say('en', 'person-erased') }) },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { page: await shown(context.ask('people.page', { id: params.personId ?? '' }), context.actor) }
}

export default function PersonPage() {
  const { page } = useLoaderData<typeof loader>()
  const { person, seats, did } = page
  const words = useWords()
  const units = [...new Set(seats.map((seat) => seat.unitId))]
  return (
    <Page
      kicker={null}
      title={person.name ?? words.say('person-erased')}
      state={
        person.erasedAt
          ? words.say('person-state-erased')
          : words.say('person-state', { seats: seats.length, since: words.day(person.joinedAt) })
      }
      next={null}
    >
      <Section id="seats" title={words.say('person-seats')}>
        {seats.length === 0 && <p>{words.say('person-no-seats')}</p>}
        <ul className="entries">
          {units.map((unitId) => {
            const held = seats.filter((seat) => seat.unitId === unitId)
            return (
              <li key={unitId}>
                <h3>
                  <Link to={`/units/${unitId}`}>{held[0]?.unitName}</Link>
                </h3>
                <p className="entry-meta">{held.map((seat) => words.say('me-role', { role: seat.role })).join(', ')}</p>
              </li>
            )
          })}
        </ul>
      </Section>
      <Section id="did" title={words.say('person-did')} lead={words.say('person-did-lead')}>
        {did.length === 0 ? (
          <p>{words.say('person-did-none')}</p>
        ) : (
          <Entries entries={did} units={page.units} namesStreams />
        )}
        {page.hidesVotes && <p className="soft">{words.say('person-voted-hidden')}</p>}
      </Section>
    </Page>
  )
}
