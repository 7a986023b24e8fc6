import { LineChart } from '#app/charts/line/chart.tsx'
import { seriesHref, seriesName, wordedSeries } from '#app/parts/chart-series.ts'
import { Section } from '#app/parts/page.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { csvOf, drawn } from '#app/parts/start/made.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Start = AnswerOf<'start.page'>

/** One product over all its months, and a real series beside it. */
export function OverTheYears({ start, address }: { start: Start; address: string }) {
  const words = useWords()
  const { told, real } = start
  if (!told) return null
  return (
    <Section
      id="years"
      title={words.say('start-long-title')}
      lead={words.say(real ? 'start-long-lead' : 'start-long-lead-one')}
    >
      <div className="beside">
        <div>
          {start.demo && (
            <p>
              <span className="invented">{words.say('invented')}</span>
            </p>
          )}
          <LineChart
            id="years-told"
            series={[{ ...drawn(told, words), points: told.points }]}
            title={null}
            measure={seriesName({ ...told, counterpartName: null }, words)}
            place={words.say('start-long-place')}
            download={csvOf(told.productId)}
            address={`${address}#years-told`}
            planned={[]}
          />
        </div>
        {real && (
          <div>
            {start.demo && (
              <p>
                <Stamp meaning="figures" word={words.say('start-real')} />
              </p>
            )}
            <LineChart
              id="years-real"
              series={wordedSeries([real], words)}
              title={sinceItsHighest(real, words)}
              measure={seriesName(real, words)}
              place={real.place}
              download={`/figures.csv?${new URLSearchParams({ series: real.id })}`}
              address={`${address.replace(/\/$/, '')}${seriesHref(real.id)}`}
              planned={[]}
            />
          </div>
        )}
      </div>
    </Section>
  )
}

/** A rise and a fall are both told: from the first to the last figure alone, little seems to have happened. */
function sinceItsHighest(series: NonNullable<Start['real']>, words: Wording): string | null {
  const valued = series.points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const last = valued.at(-1)
  const highest = valued.reduce((most, point) => (point.value > most.value ? point : most), { period: '', value: 0 })
  if (!last || highest.value === 0 || last.value > highest.value / 2) return null
  return words.say('start-real-fell', {
    name: seriesName(series, words),
    highest: words.period(highest.period),
    last: words.period(last.period),
    percent: Math.floor((1 - last.value / highest.value) * 100),
  })
}
