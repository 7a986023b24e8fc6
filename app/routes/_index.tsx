import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Made } from '#app/parts/start/made.tsx'
import { PlanLines } from '#app/parts/start/plan-lines.tsx'
import { Decisions, OpenProposals } from '#app/parts/start/proposals.tsx'
import { placeOf, WaitList } from '#app/parts/start/waits.tsx'
import { OverTheYears } from '#app/parts/start/years.tsx'
import { useWords } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [
  { title: say('en', 'page-title', { title: say('en', 'start-title') }) },
  { name: 'description', content: say('en', 'site-says') },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const start = await context.ask('start.page', {})
  // Nothing has been founded here yet.
  if (start.counts.units === 0) throw redirect(`/set-up${new URL(request.url).search}`)
  return { start, address: `${context.settings.publicUrl ?? new URL(request.url).origin}/` }
}

export default function StartPage() {
  const { start, address } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Page
      kicker={
        <>
          <span>{words.say('start-kicker')}</span> <Link to="/about">{words.say('start-about')}</Link>
        </>
      }
      title={words.say('start-title')}
      state={words.say('start-state', start.counts)}
      next={<Next />}
    >
      {start.waits.length > 0 && (
        <Section id="waits" title={words.say('waits-title')}>
          <WaitList waits={start.waits} units={start.units} />
        </Section>
      )}
      <Made start={start} address={address} />
      <OverTheYears start={start} address={address} />
      <Section id="open" title={words.say('start-open-title')}>
        {start.open.length > 0 ? (
          <OpenProposals start={start} />
        ) : (
          <EmptyState what={words.say('start-open-none')} who={words.say('start-open-none-who')} next={null} />
        )}
        <p>
          <Link to="/proposals">{words.say('start-open-all')}</Link>
        </p>
      </Section>
      <div className="beside">
        <Section id="decided" title={words.say('start-decided-title')}>
          {start.decisions.length > 0 ? (
            <Decisions start={start} />
          ) : (
            <EmptyState what={words.say('start-decided-none')} who={words.say('start-decided-none-who')} next={null} />
          )}
        </Section>
        <Section id="plan" title={words.say('start-plan-title')}>
          {start.plan.length > 0 ? (
            <PlanLines lines={start.plan} units={start.units} products={start.productNames} />
          ) : (
            <EmptyState what={words.say('start-plan-none')} who={words.say('start-plan-none-who')} next={null} />
          )}
          <p>
            <Link to="/plan">{words.say('start-plan-all')}</Link>
          </p>
        </Section>
      </div>
    </Page>
  )
}

/** The one thing to do next: what waits for this reader, else the newest open proposal. */
function Next() {
  const { start } = useLoaderData<typeof loader>()
  const words = useWords()
  const [wait] = start.waits
  if (wait) {
    return (
      <Link className="button" to={placeOf(wait)}>
        {words.say(`start-next-${wait.kind}`, { title: wait.title })}
      </Link>
    )
  }
  const newest = [...start.open].sort((one, other) => (one.openedAt < other.openedAt ? 1 : -1)).at(0)
  if (!newest) return null
  return (
    <Link className="button" to={`/proposals/${newest.id}`}>
      {words.say('start-next-open', { title: newest.title })}
    </Link>
  )
}
