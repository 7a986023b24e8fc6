import { Link } from '@remix-run/react'
import { findingOf } from '#app/charts/finding.ts'
import { LineChart } from '#app/charts/line/chart.tsx'
import { seriesHref, seriesName, wordedSeries } from '#app/parts/chart-series.ts'
import { Moment } from '#app/parts/moment.tsx'
import { EmptyState } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { PlanLines } from '#app/parts/start/plan-lines.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { groupedBy } from '#figures/grouped.ts'

type UnitPage = AnswerOf<'unit.page'>

const meanings = {
  discussion: 'proposed',
  voting: 'proposed',
  adopted: 'decided',
  recorded: 'decided',
  rejected: null,
  withdrawn: null,
} as const

/** What has been proposed in a unit's assembly, the one that moved last first. */
export function UnitMatters({ page }: { page: UnitPage }) {
  const words = useWords()
  return (
    <Section id="proposals" title={words.say('unit-proposals')}>
      {page.proposals.length === 0 ? (
        <EmptyState what={words.say('unit-proposals-none')} who={words.say('unit-proposals-none-who')} next={null} />
      ) : (
        <ul className="entries">
          {page.proposals.map((proposal) => {
            const stage = words.say('unit-stage', { stage: proposal.stage })
            const meaning = meanings[proposal.stage]
            return (
              <li key={proposal.id}>
                <h3>
                  <Link to={`/proposals/${proposal.id}`}>{proposal.title}</Link>
                </h3>
                <p className="entry-meta">
                  {meaning ? <Stamp meaning={meaning} word={stage} /> : <span>{stage}</span>}
                  <Moment at={proposal.movedAt} to="day" />
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

/** The plan lines that a unit carries out, with how each stands. */
export function UnitPlan({ page }: { page: UnitPage }) {
  const words = useWords()
  return (
    <Section id="plan" title={words.say('unit-plan')}>
      {page.plan.length === 0 ? (
        <EmptyState what={words.say('unit-plan-none')} who={words.say('unit-plan-none-who')} next={null} />
      ) : (
        <PlanLines lines={page.plan} units={page.units} products={page.products} />
      )}
    </Section>
  )
}

/** Everything that a unit's office has published: its output as a chart, its series by measure. */
export function Books({ page, origin }: { page: UnitPage; origin: string }) {
  const words = useWords()
  const [output] = page.output
  const finding = output && findingOf(wordedSeries([output], words), seriesName(output, words), null, words)
  const measures = [...groupedBy(page.books, (one) => one.measureId).values()]
  return (
    <Section id="books" title={words.say('unit-books')} lead={words.say('unit-books-lead')}>
      {page.books.length === 0 && (
        <EmptyState what={words.say('unit-books-none')} who={words.say('unit-books-none-who')} next={null} />
      )}
      <div className="beside">
        {output && (
          <LineChart
            id="output"
            series={wordedSeries(page.output, words)}
            title={finding ? words.say(finding.code, finding.values) : null}
            measure={words.say(page.output.length > 1 ? 'unit-output-capacity' : 'unit-output', {
              product: (output.productName ?? '').toLowerCase(),
            })}
            place={page.unit.name}
            download={`/figures.csv?${new URLSearchParams(page.output.map((one) => ['series', one.id]))}`}
            address={`${origin}/units/${page.unit.id}#output`}
            planned={[]}
          />
        )}
        <div>
          {measures.map((series) => (
            <details className="more" key={series[0]?.measureId} open={series.length <= 2 && measures.length <= 3}>
              <summary>
                {series[0]?.measureName}{' '}
                <span className="soft">&nbsp;({words.say('unit-books-count', { count: series.length })})</span>
              </summary>
              <ul>
                {series.map((one) => (
                  <li key={one.id}>
                    <Pictogram name={one.pictogram} word={null} />{' '}
                    <Link to={seriesHref(one.id)}>{seriesName(one, words)}</Link>
                  </li>
                ))}
              </ul>
            </details>
          ))}
          <p>
            <Link to={`/figures?unit=${page.unit.id}`}>{words.say('unit-books-all')}</Link>
          </p>
          <p>
            <Link to={`/units/${page.unit.id}/desk`}>{words.say('unit-desk')}</Link>
          </p>
          <p>
            <Link to={`/journal/${page.unit.id}`}>{words.say('unit-record')}</Link>
          </p>
        </div>
      </div>
    </Section>
  )
}
