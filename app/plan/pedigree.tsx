import { Link } from '@remix-run/react'
import { Moment } from '#app/parts/moment.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { sentenceOf } from '#rules/voting/sentences.ts'

type LinePage = AnswerOf<'plan.line'>
type Step = LinePage['story'][number]

/** How a plan line came about, step by step, each with the entry of the journal that holds it. */
export function Pedigree({ page }: { page: LinePage }) {
  const words = useWords()
  return (
    <ol className="pedigree">
      {page.story.map((step) => {
        const address = `/journal/${step.stream}/${step.number}`
        return (
          <li key={`${step.number} ${step.kind} ${step.version}`}>
            <p>{stepSentence(step, page, words)}</p>
            <p className="entry-meta">
              <Moment at={step.at} to="minute" />
              {step.kind === 'vote.closed' && step.voteId && (
                <Link to={`/votes/${step.voteId}`}>{words.say('plan-line-vote')}</Link>
              )}
              <Link to={address} data-address={address}>
                {words.say('plan-line-entry', { number: step.number })}
              </Link>
            </p>
          </li>
        )
      })}
    </ol>
  )
}

function stepSentence(step: Step, page: LinePage, words: Wording): string {
  const own = step.kind === 'vote.closed' && step.voteId === page.line.voteId ? page.vote?.result : null
  const said = own ? sentenceOf(own) : null
  return words.sayCode(`pedigree-${step.kind.replace('.', '-')}`, {
    person: (step.personId && page.people[step.personId]) ?? words.say('person-erased'),
    title: page.title,
    version: step.version ?? 0,
    more: step.more,
    passed: step.passed ? 'yes' : 'no',
    sentence: said ? words.say(said.code, said.values) : '',
  })
}
