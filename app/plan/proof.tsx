import { Link } from '@remix-run/react'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

/** By what the context of a plan line is known and can be recounted: method, hash, and the numbers of the journals it was read up to. */
export function Proof({ page, site }: { page: AnswerOf<'plan.line'>; site: string }) {
  const words = useWords()
  const { context, line, units } = page
  const streams = Object.entries(context.asOf).sort(([one], [other]) => (one < other ? -1 : 1))
  return (
    <>
      <dl className="facts">
        <dt>{words.say('plan-line-engine')}</dt>
        <dd>{words.say('plan-line-engine-words', { engine: context.engine, tolerance: String(context.tolerance) })}</dd>
        <dt>{words.say('plan-line-months')}</dt>
        <dd>
          {words.say('plan-line-months-words', {
            first: words.period(context.window.first),
            last: words.period(context.window.last),
          })}
        </dd>
        <dt>{words.say('plan-line-hash')}</dt>
        <dd className="hash">{line.contextHash}</dd>
        <dt>{words.say('plan-line-streams')}</dt>
        <dd>
          <details>
            <summary>{words.say('plan-line-streams-open', { count: streams.length })}</summary>
            <ul className="streams">
              {streams.map(([stream, number]) => (
                <li key={stream}>
                  {units[stream] ?? stream}:{' '}
                  {number > 0 ? (
                    <Link to={`/journal/${stream}/${number}`}>{words.say('plan-line-entry', { number })}</Link>
                  ) : (
                    words.say('plan-line-entry', { number })
                  )}
                </li>
              ))}
            </ul>
          </details>
        </dd>
      </dl>
      <p className="small">
        {words.say('plan-line-recount', { command: '' })}
        <code>npm run -s cli -- verify {site}</code>
      </p>
    </>
  )
}
