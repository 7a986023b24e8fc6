import { ActForm } from '#app/parts/act-form.tsx'
import { useMomentWords } from '#app/parts/moment.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { ShownVote } from '#app/vote/shown.ts'
import { Choice } from '#rules/shapes/decision-rule.ts'

interface BallotProps {
  readonly page: ShownVote
  readonly seed: string
}

/** Three large buttons: the first tap opens the page at them, the second votes. Each says aloud what it does. */
export function Ballot({ page, seed }: BallotProps) {
  const words = useWords()
  const { vote, may, ownChoice } = page
  const closes = useMomentWords(vote.closesAt, 'minute')
  if (!may.cast.ok) return <p className="soft">{words.sayCode(may.cast.code, may.cast.values)}</p>
  return (
    <ActForm form="cast" act="vote.cast" seed={seed} values={{ unitId: vote.unitId, voteId: vote.id }}>
      {({ busy }) => (
        <>
          {ownChoice ? (
            <Notice meaning="fits" title={words.say('vote-page-recorded')} isAnswer>
              <p>{words.say('vote-page-own', { choice: ownChoice, closes })}</p>
            </Notice>
          ) : (
            <p>{words.say('vote-page-ask', { closes })}</p>
          )}
          <fieldset className="cast-choices" disabled={busy}>
            <legend className="unseen">{words.say('vote-page-ballot')}</legend>
            <div className="cast">
              {Choice.options.map((choice) => (
                <button
                  key={choice}
                  type="submit"
                  name="choice"
                  value={choice}
                  className="cast-button"
                  data-own={ownChoice === choice || undefined}
                  aria-label={words.say('vote-page-cast-aria', { choice })}
                >
                  {words.say(`choice-${choice}`)}
                  <span>{words.say('vote-page-cast-sub', { choice })}</span>
                </button>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </ActForm>
  )
}
