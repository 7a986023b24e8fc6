import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { figuresCsvAddress } from '#app/brief/addresses.ts'
import { measureOf, placeOf } from '#app/brief/shown.ts'
import { LineChart } from '#app/charts/line/chart.tsx'
import { shown } from '#app/doorway.server.ts'
import { wordedSeries } from '#app/parts/chart-series.ts'
import { Notice } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords, wordsIn } from '#app/parts/words.tsx'
import { PlanBar, PlanLegend } from '#app/plan/bar.tsx'
import { FrozenFigures } from '#app/plan/frozen.tsx'
import { Pedigree } from '#app/plan/pedigree.tsx'
import { Proof } from '#app/plan/proof.tsx'
import { planSentence, standsSentence } from '#app/plan/sentence.ts'
import { PlanStands } from '#app/plan/stands.tsx'
import { Consequences } from '#app/table/consequences.tsx'
import type { Consequences as Followed } from '#figures/consequences.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: say('en', 'plan-title') }]
  const title = planSentence(data.page.line, data.page, wordsIn('en', 'UTC'))
  return [{ title: say('en', 'page-title', { title }) }]
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = await shown(context.ask('plan.line', { planLineId: params.lineId ?? '' }), context.actor)
  const site = context.settings.publicUrl ?? new URL(request.url).origin
  return { page, site }
}

export default function PlanLinePage() {
  const { page, site } = useLoaderData<typeof loader>()
  const words = useWords()
  const { line, actuals, units, context, people, siblings } = page
  const inForce = line.state === 'in-force'
  return (
    <Page
      kicker={
        <>
          <Link to="/plan">{words.say('plan-title')}</Link>
          <Stamp meaning="decided" word={words.say(inForce ? 'plan-line-in-force' : 'plan-line-replaced')} />
        </>
      }
      title={planSentence(line, page, words)}
      state={
        <>
          {words.say('plan-line-decided', {
            unit: units[line.unitId] ?? line.unitId,
            delegate: people[line.delegateId] ?? words.say('person-erased'),
            date: words.day(line.at),
          })}{' '}
          {actuals && standsSentence(line, actuals, words)}
        </>
      }
      next={null}
    >
      {siblings.length > 1 && <Siblings page={page} />}
      <Actual page={page} site={site} />
      <Section
        id="context"
        title={words.say('plan-line-context')}
        lead={words.say('plan-line-context-lead', { date: words.day(context.moment) })}
      >
        <div className="beside">
          <div>
            {context.consequences ? (
              <Consequences
                id="follows"
                shown={{
                  name: words.say('plan-line-name'),
                  lines: context.together.map((one) => one.line),
                  followed: ownFirst(context.consequences, context.line.id),
                }}
                beside={null}
                names={page}
                vintage={{ ...context.window, isFrozen: true }}
              />
            ) : (
              <p>{words.say('plan-line-no-consequences')}</p>
            )}
          </div>
          <div>
            <h3>{words.say('plan-line-figures')}</h3>
            <p className="small">
              {words.say('plan-line-figures-lead', {
                series: context.observations.length,
                changed: context.observations.flatMap((one) => one.figures.filter((each) => each.since)).length,
              })}
            </p>
            <FrozenFigures series={context.observations} />
          </div>
        </div>
      </Section>
      <Section id="story" title={words.say('plan-line-story')} lead={words.say('plan-line-story-lead')}>
        <p className="buttons">
          <Link className="button quiet" to={`/proposals/${line.proposalId}`}>
            {words.say('plan-line-proposal')}
          </Link>
          <Link className="button quiet" to={`/votes/${line.voteId}`}>
            {words.say('plan-line-vote')}
          </Link>
          <Link className="button quiet" to={`/proposals/${line.proposalId}/minute`}>
            {words.say('plan-line-minute')}
          </Link>
        </p>
        <Pedigree page={page} />
      </Section>
      <Section id="proof" title={words.say('plan-line-proof')}>
        <Proof page={page} site={site} />
      </Section>
    </Page>
  )
}

/** All lines were decided together; this line's own chain is told first. */
const ownFirst = (followed: Followed, lineId: string): Followed => ({
  ...followed,
  lines: [
    ...followed.lines.filter((one) => one.lineId === lineId),
    ...followed.lines.filter((one) => one.lineId !== lineId),
  ],
})

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

/** What is done beside the plan: in all, then over time. */
function Actual({ page, site }: Loaded) {
  const words = useWords()
  const { line, actuals, figures } = page
  const months = actuals?.months ?? 1
  return (
    <Section
      id="actual"
      title={words.say('plan-line-chart')}
      lead={page.planned && words.say('plan-line-chart-lead', { months })}
    >
      {actuals && (
        <div className="plan-now">
          <PlanStands state={actuals.state} />
          <PlanBar amount={line.amount} unit={line.unit} actuals={actuals} />
          <PlanLegend />
          {actuals.gaps.length > 0 && (
            <p>
              {words.say('plan-line-gaps', {
                count: actuals.gaps.length,
                first: words.period(actuals.gaps[0] ?? line.period),
              })}
            </p>
          )}
        </div>
      )}
      {figures.length === 0 ? (
        <p>{words.say('plan-line-no-series')}</p>
      ) : (
        <LineChart
          id="done"
          series={wordedSeries(figures, words)}
          title={null}
          measure={measureOf(figures, words)}
          place={placeOf(figures)}
          planned={page.planned ? [page.planned] : []}
          download={figuresCsvAddress(
            figures.map((one) => one.id),
            null,
            null,
          )}
          address={`${site}/plan/${line.id}`}
        />
      )}
    </Section>
  )
}

/** What was decided on the same before and after. */
function Siblings({ page }: Pick<Loaded, 'page'>) {
  const words = useWords()
  return (
    <Notice meaning="decided" title={words.say('plan-line-siblings')} isAnswer={false}>
      <p>{words.say('plan-line-siblings-lead')}</p>
      <ul>
        {page.siblings.map((one) => (
          <li key={one.id}>
            {one.id === page.line.id ? (
              <strong>{words.amount(one.amount, unitSymbol(one.unit))}</strong>
            ) : (
              <Link to={`/plan/${one.id}`}>{words.amount(one.amount, unitSymbol(one.unit))}</Link>
            )}
            , {words.day(one.at)}, {one.title} (
            {words.say(one.state === 'in-force' ? 'plan-line-in-force' : 'plan-line-replaced')})
          </li>
        ))}
      </ul>
    </Notice>
  )
}
