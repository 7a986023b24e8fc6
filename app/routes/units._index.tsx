import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { UnitGroup, UnitRows } from '#app/parts/unit/network.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'network-title') }) }]

export const loader = async ({ context }: LoaderFunctionArgs) => ({
  units: await context.ask('units.list', {}),
  isSignedIn: context.actor.kind === 'person',
})

export default function UnitsPage() {
  const { units, isSignedIn } = useLoaderData<typeof loader>()
  const words = useWords()
  const found = (
    <Link className="button quiet" to="/units/found">
      {words.say('network-found')}
    </Link>
  )
  const members = units.reduce((sum, unit) => sum + unit.members, 0)
  const within = (parentId: string) => units.filter((unit) => unit.parents.includes(parentId))
  const isLarger = (id: string) => units.some((unit) => unit.parents.includes(id))
  const tops = units.filter((unit) => unit.parents.length === 0 && isLarger(unit.id))
  const alone = units.filter((unit) => unit.parents.length === 0 && !isLarger(unit.id))
  const inner = units.filter((unit) => unit.parents.length > 0 && isLarger(unit.id))
  const branches = inner.filter((unit) => unit.kind === 'branch')
  const places = inner.filter((unit) => unit.kind !== 'branch')
  // What stands directly under the whole, and holds nothing itself.
  const direct = units.filter(
    (unit) => !isLarger(unit.id) && unit.parents.some((id) => tops.some((top) => top.id === id)),
  )
  return (
    <Page
      kicker={null}
      title={words.say('network-title')}
      state={words.say('network-state', { units: units.length, members })}
      next={isSignedIn ? found : null}
    >
      {units.length === 0 && (
        <EmptyState
          what={words.say('network-state', { units: 0, members: 0 })}
          who={words.say('set-up-lead')}
          next={null}
        />
      )}
      {tops.length > 0 && (
        <Section id="whole" title={tops.map((unit) => unit.name).join(', ')} lead={words.say('network-lead')}>
          <UnitRows units={[...tops, ...direct]} />
        </Section>
      )}
      {inner.length > 0 && (
        <div className="beside">
          <Section id="trade" title={words.say('network-by-branch')}>
            {branches.map((branch) => (
              <UnitGroup key={branch.id} group={branch} units={within(branch.id)} />
            ))}
          </Section>
          <Section id="place" title={words.say('network-by-place')}>
            {places.map((place) => (
              <UnitGroup key={place.id} group={place} units={within(place.id)} />
            ))}
          </Section>
        </div>
      )}
      {alone.length > 0 && (
        <Section id="others" title={words.say('network-others')} lead={words.say('network-others-lead')}>
          <UnitRows units={alone} />
        </Section>
      )}
    </Page>
  )
}
