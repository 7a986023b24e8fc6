import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { LineChart } from '#app/charts/line/chart.tsx'
import { shown, tried } from '#app/doorway.server.ts'
import { readForm } from '#app/form.server.ts'
import { seriesHref, seriesName, wordedSeries } from '#app/parts/chart-series.ts'
import { Moment } from '#app/parts/moment.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Page, Section } from '#app/parts/page.tsx'
import { CorrectionForm } from '#app/parts/series/correction.tsx'
import { AllFigures, Batches, Revisions } from '#app/parts/series/history.tsx'
import { useWords, wordsIn } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: say('en', 'figures-title') }]
  const { series } = data.page
  const title = `${seriesName(series, wordsIn('en', 'UTC'))}, ${series.place}`
  return [{ title: say('en', 'page-title', { title }) }]
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url)
  const asOf = asked.searchParams.get('as-of')
  const input = { id: idIn(params['*']), asOf: asOf === '' ? null : asOf }
  const page = await shown(context.ask('series.page', input), context.actor)
  const address = `${context.settings.publicUrl ?? asked.origin}${seriesHref(page.series.id)}`
  return { page, address, chosen: asked.searchParams.get('correct'), actId: crypto.randomUUID() }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { actId, input } = readForm(form)
  const seriesId = idIn(params['*'])
  const unitId = seriesId.split('/')[0] ?? ''
  const emptied = (name: string) => (String(input[name] ?? '').trim() === '' ? null : String(input[name]))
  const wanted = {
    unitId,
    seriesId,
    period: String(input.period ?? ''),
    value: emptied('value'),
    status: String(input.status ?? '') as 'revised',
    note: emptied('note'),
    reason: String(input.reason ?? ''),
  }
  const answer = await tried(context.perform('figure.correct', wanted, actId), context.actor)
  return data({ ...answer.data, sent: answer.data.done ? null : wanted }, answer.init ?? undefined)
}

/** A series' id has four parts; those at the end that are empty are left out in an address. */
const idIn = (path: string | undefined) => [...(path ?? '').split('/'), '', '', ''].slice(0, 4).join('/')

export default function SeriesPage() {
  const { page, address } = useLoaderData<typeof loader>()
  const words = useWords()
  const { series } = page
  const latest = page.figures.findLast((figure) => figure.text !== null)
  const download = `/figures.csv?${new URLSearchParams({ series: series.id, ...(page.asOf ? { asOf: page.asOf } : {}) })}`
  return (
    <Page
      kicker={<Link to={`/figures?unit=${series.unitId}`}>{words.say('series-kicker', { unit: series.place })}</Link>}
      title={seriesName(series, words)}
      state={words.say('series-state', {
        count: page.figures.length,
        latest: latest ? words.period(latest.period) : '',
        amount: latest?.text ? words.amount(latest.text, series.unit) : words.say('no-figure'),
      })}
      next={null}
    >
      {page.asOf && (
        <Notice meaning="figures" title={null} isAnswer={false}>
          <p>
            {words.say('series-as-of', { date: words.day(page.asOf) })} (<Moment at={page.asOf} to="minute" />){' '}
            <Link to={seriesHref(series.id)}>{words.say('series-as-of-now')}</Link>
          </p>
        </Notice>
      )}
      <LineChart
        id="chart"
        series={wordedSeries([series], words)}
        title={null}
        measure={seriesName(series, words)}
        place={series.place}
        download={download}
        address={page.asOf ? `${address}?as-of=${page.asOf}` : address}
        planned={[]}
      />
      <Section id="definition" title={words.say('series-definition')}>
        <p>{series.definition}</p>
      </Section>
      <Section id="all" title={words.say('series-all')}>
        <AllFigures page={page} />
      </Section>
      <Section id="revisions" title={words.say('series-revisions')}>
        <Revisions page={page} />
      </Section>
      <Section id="batches" title={words.say('series-batches')}>
        <Batches page={page} />
      </Section>
      {page.may.correct.ok && page.figures.length > 0 && (
        <Section id="correct" title={words.say('series-correct')} lead={words.say('series-correct-lead')}>
          <Correction />
        </Section>
      )}
    </Page>
  )
}

function Correction() {
  const { page, chosen, actId } = useLoaderData<typeof loader>()
  return <CorrectionForm series={page.series} figures={page.figures} chosen={chosen} actId={actId} />
}
