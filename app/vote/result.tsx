import { useMomentWords } from '#app/parts/moment.tsx'
import { Mark, Stamp } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import { VoteBars } from '#app/vote/bars.tsx'
import type { ShownVote } from '#app/vote/shown.ts'
import type { MajorityResult } from '#rules/voting/majority.ts'
import { tipSentenceOf } from '#rules/voting/sentences.ts'

interface ResultProps {
  readonly page: ShownVote
  readonly result: MajorityResult
}

/** The bars, the arithmetic step by step, and what would have tipped it. */
export function Result({ page, result }: ResultProps) {
  const words = useWords()
  const closed = useMomentWords(page.vote.closesAt, 'minute')
  const tip = tipSentenceOf(result)
  return (
    <>
      <p>{words.say('vote-page-closed', { closed, voted: result.voted, entitled: result.entitled })}</p>
      <div className="beside">
        <VoteBars result={result} />
        <div>
          <h3>{words.say('vote-page-steps')}</h3>
          <ol className="steps">
            {result.steps.map((step) => (
              <li key={step.asks}>
                <span>
                  <strong>{words.say(`vote-step-${step.asks}`)}</strong>{' '}
                  {words.say(`vote-page-step-${step.asks}`, {
                    voted: result.voted,
                    entitled: result.entitled,
                    yes: result.yes,
                    base: result.base,
                  })}
                </span>
                <span className="arithmetic">{step.arithmetic}</span>
                <span className={step.holds ? 'step-mark means-fits' : 'step-mark means-proposed'}>
                  <Mark meaning={step.holds ? 'fits' : 'proposed'} />{' '}
                  {words.say(step.holds ? 'vote-page-holds' : 'vote-page-fails')}
                </span>
              </li>
            ))}
          </ol>
          {tip && <p>{words.say(tip.code, tip.values)}</p>}
        </div>
      </div>
    </>
  )
}

/** Whether it passed, as a stamp. */
export function PassedStamp({ passed }: { passed: boolean }) {
  const words = useWords()
  if (passed) return <Stamp meaning="decided" word={words.say('vote-page-passed')} />
  return <span className="stamp soft">{words.say('vote-page-not-passed')}</span>
}
