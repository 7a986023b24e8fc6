import { Link } from '@remix-run/react'
import { nameIn, type ShownMinute } from '#app/minute/shown.ts'
import { useWords } from '#app/parts/words.tsx'
import type { MajorityResult } from '#rules/voting/majority.ts'
import { sentenceOf } from '#rules/voting/sentences.ts'

/** Each vote with its numbers, the sentence of its result, and the arithmetic. */
export function Votes({ page }: { page: ShownMinute }) {
  const words = useWords()
  if (page.minute.votes.length === 0) return <p>{words.say('minute-votes-none')}</p>
  return (
    <ul>
      {page.minute.votes.map((vote) => (
        <li key={vote.voteId}>
          <OneVote vote={vote} page={page} />
        </li>
      ))}
    </ul>
  )
}

function OneVote({ vote, page }: { vote: ShownMinute['minute']['votes'][number]; page: ShownMinute }) {
  const words = useWords()
  if (!vote.result || !vote.closedAt) return <p>{words.say('minute-vote-open', { version: vote.version })}</p>
  const result = vote.result as MajorityResult
  const said = sentenceOf(result)
  const { yes, no, abstain, entitled, voted } = result
  const all = [...page.minute.amendments.adopted, ...page.minute.amendments.notAdopted]
  const amendment = all.find((each) => each.amendmentId === vote.amendmentId)
  return (
    <>
      <p>
        <Link to={`/votes/${vote.voteId}`}>
          {words.say('minute-vote-on', {
            what: vote.amendmentId ? 'amendment' : 'proposal',
            person: nameIn(page, amendment?.personId ?? null, words),
            version: vote.version,
            opened: words.day(vote.openedAt),
            closed: words.day(vote.closedAt),
            entitled: vote.entitled,
          })}
        </Link>{' '}
        {words.say('minute-vote-counts', { yes, no, abstain, silent: entitled - voted })}
      </p>
      <p>
        <strong>{words.say(said.code, said.values)}</strong>
      </p>
      <ul className="sums">
        {result.steps.map((step) => (
          <li key={step.asks}>
            {words.say(`vote-step-${step.asks}`)}: {step.arithmetic}
          </li>
        ))}
      </ul>
    </>
  )
}
