import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { SourceLine } from '#app/charts/source.tsx'
import { shown } from '#app/doorway.server.ts'
import { SelectField } from '#app/parts/field.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import { PlanLegend } from '#app/plan/bar.tsx'
import { PlanRow } from '#app/plan/row.tsx'
import { onCourseShare } from '#figures/actuals.ts'
import { groupedBy } from '#figures/grouped.ts'
import { formatShare } from '#rules/words/numbers.ts'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction = () => [{ title: say('en', 'page-title', { title: say('en', 'plan-title') }) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const chosen = (name: string) => asked.get(name) || null
  const choice = { unit: chosen('unit'), product: chosen('product'), period: chosen('period') }
  const state = chosen('state') === 'replaced' ? ('replaced' as const) : ('in-force' as const)
  const page = await shown(context.ask('plan.list', { ...choice, state }), context.actor)
  return { page, choice: { ...choice, state } }
}

export default function PlanPage() {
  const { page, choice } = useLoaderData<typeof loader>()
  const words = useWords()
  const { lines, units } = page
  const having = (state: string) => lines.filter((line) => line.actuals?.state === state).length
  const given = Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return (
    <Page
      kicker={<Stamp meaning="decided" word={words.say('plan-kicker')} />}
      title={words.say('plan-title')}
      state={words.say('plan-state', { lines: page.inForce, behind: having('behind'), ahead: having('ahead') })}
      next={null}
    >
      {page.inForce + page.replaced > 0 && <Choice page={page} choice={choice} />}
      {lines.length === 0 ? (
        <EmptyState
          what={words.say(page.inForce + page.replaced > 0 ? 'plan-none-chosen' : 'plan-none')}
          who={words.say('plan-none-who')}
          next={null}
        />
      ) : (
        <>
          <PlanLegend />
          {[...groupedBy(lines, (line) => line.doerId)].map(([unitId, own]) => (
            <Section key={unitId} id={`unit-${unitId}`} title={units[unitId] ?? unitId}>
              <ul className="plan-rows">
                {own.map((line) => (
                  <PlanRow key={line.id} line={line} units={units} products={page.products} />
                ))}
              </ul>
            </Section>
          ))}
          <p className="small">
            {words.say('plan-how', { percent: formatShare(words.language, onCourseShare, 0) })}{' '}
            <a href={`/plan.csv?${new URLSearchParams(given)}`} download>
              {words.say('plan-download')}
            </a>
          </p>
          <p className="figure-source">
            {page.sources.map((source) => (
              <SourceLine key={source.id} source={source} />
            ))}
          </p>
        </>
      )}
      {choice.state === 'in-force' && page.replaced > 0 && (
        <p>
          <Link to="/plan?state=replaced">{words.say('plan-replaced-link', { count: page.replaced })}</Link>
        </p>
      )}
    </Page>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Choice({ page, choice }: Loaded) {
  const words = useWords()
  const field = { hint: null, faults: {} }
  const isChosen = choice.state === 'replaced' || [choice.unit, choice.product, choice.period].some(Boolean)
  return (
    <details className="chooser" open={isChosen}>
      <summary>{words.say('plan-choose')}</summary>
      <Form method="get" action="/plan" className="choose">
        <SelectField {...field} name="unit" label={words.say('plan-unit')} defaultValue={choice.unit ?? ''}>
          <option value="">{words.say('plan-all-units')}</option>
          {page.choices.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField {...field} name="product" label={words.say('plan-product')} defaultValue={choice.product ?? ''}>
          <option value="">{words.say('plan-all-products')}</option>
          {page.choices.products.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField {...field} name="period" label={words.say('plan-period')} defaultValue={choice.period ?? ''}>
          <option value="">{words.say('plan-all-periods')}</option>
          {page.choices.periods.map((period) => (
            <option key={period} value={period}>
              {words.period(period)}
            </option>
          ))}
        </SelectField>
        <SelectField {...field} name="state" label={words.say('plan-which')} defaultValue={choice.state}>
          <option value="in-force">{words.say('plan-which-in-force')}</option>
          <option value="replaced">{words.say('plan-which-replaced')}</option>
        </SelectField>
        <button type="submit" className="button quiet">
          {words.say('plan-show')}
        </button>
      </Form>
    </details>
  )
}
