import { Link } from '@remix-run/react'
import { ActForm } from '#app/parts/act-form.tsx'
import { useMomentWords } from '#app/parts/moment.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Mark, Stamp } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { TablePage, TableVote } from '#app/table/page-data.ts'
import { Choice } from '#rules/shapes/decision-rule.ts'
import { countMajority } from '#rules/voting/majority.ts'
import { requirementOf, sentenceOf, tipSentenceOf } from '#rules/voting/sentences.ts'

interface VotesProps {
  readonly page: TablePage
  readonly seed: string
}

/** The votes of a proposal: the open one with its ballot first, then the results. */
export function Votes({ page, seed }: VotesProps) {
  const words = useWords()
  if (page.votes.length === 0) return null
  const inOrder = [...page.votes].sort((one, other) => Number(other.state === 'open') - Number(one.state === 'open'))
  return (
    <section className="section votes" id="vote" aria-labelledby="vote-title">
      <header>
        <h2 id="vote-title">{words.say('votes-title', { count: page.votes.length })}</h2>
      </header>
      {inOrder.map((vote) =>
        vote.state === 'open' ? (
          <Ballot key={vote.id} vote={vote} page={page} seed={seed} />
        ) : (
          <Result key={vote.id} vote={vote} page={page} />
        ),
      )}
    </section>
  )
}

interface VoteProps {
  readonly vote: TableVote
  readonly page: TablePage
}

/** Three large buttons, two taps; how many have voted, and nothing of how. */
function Ballot({ vote, page, seed }: VoteProps & { seed: string }) {
  const words = useWords()
  const closes = useMomentWords(vote.closesAt, 'minute')
  const requirement = requirementOf(vote.rule, vote.entitled)
  return (
    <div className="ballot">
      <h3>{what(vote, page, words)}</h3>
      <p>
        <Stamp meaning="proposed" word={words.say('vote-open')} />{' '}
        {words.say('vote-state', { closes, cast: vote.cast, entitled: vote.entitled })}
      </p>
      <p>{words.say(requirement.code, requirement.values)}</p>
      {vote.mine === 'not-entitled' ? (
        <p className="soft">{words.say(page.reader.id === null ? 'not-signed-in' : 'not-on-the-roll')}</p>
      ) : (
        <ActForm
          form={`vote-${vote.id}`}
          act="vote.cast"
          seed={seed}
          values={{ unitId: page.unit.id, voteId: vote.id }}
          className="ballot-form"
        >
          {({ busy }) => (
            <>
              {vote.mine === 'cast' && (
                <Notice meaning="fits" title={null} isAnswer>
                  <p>{words.say('vote-cast-already')}</p>
                </Notice>
              )}
              <fieldset disabled={busy}>
                <legend>{words.say(vote.mine === 'cast' ? 'vote-again' : 'vote-ask')}</legend>
                <div className="choices">
                  {Choice.options.map((choice) => (
                    <button
                      key={choice}
                      type="submit"
                      name="choice"
                      value={choice}
                      className={`choice-${choice} button`}
                    >
                      {words.say(`choice-${choice}`)}
                    </button>
                  ))}
                </div>
              </fieldset>
              <p className="small soft">{words.say('vote-changeable', { closes })}</p>
            </>
          )}
        </ActForm>
      )}
      <p>
        <Link to={`/votes/${vote.id}`}>{words.say('vote-more')}</Link>
      </p>
    </div>
  )
}

/** Whether it passed, in one sentence, and the arithmetic. */
function Result({ vote, page }: VoteProps) {
  const words = useWords()
  const closed = useMomentWords(vote.closesAt, 'day')
  if (!vote.result) return null
  const result = countMajority(vote.result)
  const said = sentenceOf(result)
  const tip = tipSentenceOf(result)
  const passed = result.outcome === 'passed'
  return (
    <div className="result">
      <h3>{what(vote, page, words)}</h3>
      <p>
        {passed && <Mark meaning="decided" />} <strong>{words.say(said.code, said.values)}</strong>
      </p>
      <p>
        {words.say('vote-counts', { yes: result.yes, no: result.no, abstain: result.abstain, closed })}{' '}
        {tip && words.say(tip.code, tip.values)}
      </p>
      <details>
        <summary>{words.say('vote-arithmetic')}</summary>
        <ul>
          {result.steps.map((step) => (
            <li key={step.asks}>
              {words.say(`vote-step-${step.asks}`)}: <code>{step.arithmetic}</code>
            </li>
          ))}
        </ul>
      </details>
      <p>
        <Link to={`/votes/${vote.id}`}>{words.say('vote-more')}</Link>
      </p>
    </div>
  )
}

function what(vote: TableVote, page: TablePage, words: ReturnType<typeof useWords>): string {
  if (vote.amendmentId === null) return words.say('vote-on-proposal', { version: vote.version })
  const by = page.amendments.find((one) => one.id === vote.amendmentId)?.personId ?? ''
  return words.say('vote-on-amendment', { person: page.people[by] ?? words.say('person-erased') })
}
