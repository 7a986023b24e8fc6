import { Link } from '@remix-run/react'
import { Moment } from '#app/parts/moment.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { sentenceOf } from '#rules/voting/sentences.ts'

type Start = AnswerOf<'start.page'>

/** The proposals that are open, with what is happening to each. */
export function OpenProposals({ start }: { start: Start }) {
  const words = useWords()
  const waiting = new Set(start.waits.map((wait) => wait.proposalId))
  return (
    <ul className="entries">
      {start.open.map((proposal) => (
        <li key={proposal.id}>
          <h3>
            <Link to={`/proposals/${proposal.id}`}>{proposal.title}</Link>
          </h3>
          <p className="entry-meta">
            <Stamp
              meaning="proposed"
              word={words.say(proposal.stage === 'voting' ? 'start-open-voting' : 'start-open-discussion')}
            />
            <Link to={`/units/${proposal.unitId}`}>{start.units[proposal.unitId] ?? proposal.unitId}</Link>
            {proposal.votes.slice(0, 1).map((vote) => (
              <span key={vote.id}>
                {words.say('start-open-closes')} <Moment at={vote.closesAt} to="minute" />
              </span>
            ))}
            <span>
              {words.say('start-open-counts', { statements: proposal.statements, amendments: proposal.amendments })}
            </span>
            {waiting.has(proposal.id) && <strong>{words.say('start-open-waits')}</strong>}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The votes that closed last, each with the sentence of its result. */
export function Decisions({ start }: { start: Start }) {
  const words = useWords()
  return (
    <ul className="entries">
      {start.decisions.map((decision) => {
        const { code, values } = sentenceOf(decision.result)
        const passed = decision.result.outcome === 'passed'
        return (
          <li key={decision.voteId}>
            <h3>
              <Link to={`/proposals/${decision.proposalId}`}>{decision.title}</Link>
            </h3>
            <p>{words.say(code, values)}</p>
            <p className="entry-meta">
              {passed && <Stamp meaning="decided" word={words.say('start-decided-passed')} />}
              <Link to={`/units/${decision.unitId}`}>{decision.unitName}</Link>
              <Moment at={decision.closesAt} to="day" />
              {passed && (
                <span>{words.say(decision.recordedAt ? 'start-decided-recorded' : 'start-decided-unrecorded')}</span>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
