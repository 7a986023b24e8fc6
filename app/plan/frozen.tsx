import { Link } from '@remix-run/react'
import { seriesHref, seriesName } from '#app/parts/chart-series.ts'
import { DataTable } from '#app/parts/data-table.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type FrozenSeries = AnswerOf<'plan.line'>['context']['observations'][number]
type FrozenFigure = FrozenSeries['figures'][number]

/** The figures that a decision rests on, as they were known then; those that were revised since are marked. */
export function FrozenFigures({ series }: { series: readonly FrozenSeries[] }) {
  const words = useWords()
  return (
    <ul className="frozen">
      {series.map((one) => {
        const changed = one.figures.filter((figure) => figure.since)
        return (
          <li key={one.id}>
            <details>
              <summary>
                <Pictogram name={one.pictogram} word={null} />
                <span>
                  {words.say('plan-line-series-name', { name: seriesName(one, words), place: one.unitName })}
                  {one.source.invented && (
                    <>
                      {' '}
                      <span className="invented">{words.say('invented')}</span>
                    </>
                  )}
                  {changed.length > 0 && (
                    <strong className="frozen-changed">
                      {' '}
                      {words.say('plan-line-series-changed', { count: changed.length })}
                    </strong>
                  )}
                </span>
              </summary>
              <DataTable
                isCaptionUnseen
                caption={seriesName(one, words)}
                columns={[
                  { head: words.say('chart-period'), isAmount: false },
                  { head: `${words.say('plan-line-frozen-value')} (${one.unit})`, isAmount: true },
                  { head: words.say('plan-line-since'), isAmount: false },
                ]}
                rows={one.figures.map((figure) => ({
                  id: figure.period,
                  cells: [
                    words.period(figure.period),
                    <FrozenValue key="value" figure={figure} />,
                    figure.since ? (
                      <strong key="since" className="frozen-changed">
                        {words.say('plan-line-changed', {
                          was: valueText(figure.value, words),
                          is: valueText(figure.since.value, words),
                        })}
                      </strong>
                    ) : (
                      <span key="since" className="soft">
                        {words.say('plan-line-unchanged')}
                      </span>
                    ),
                  ],
                }))}
              />
              <p className="small">
                <Link to={seriesHref(one.id)}>{words.say('card-down')}</Link>
              </p>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

function FrozenValue({ figure }: { figure: FrozenFigure }) {
  const words = useWords()
  return (
    <>
      {valueText(figure.value, words)}
      {figure.status !== 'final' && <span className="status-mark"> {words.say(`status-${figure.status}`)}</span>}
    </>
  )
}

const valueText = (value: string | null, words: Wording): string =>
  value === null ? words.say('no-figure') : words.decimal(value)
