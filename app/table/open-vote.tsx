import { useEffect, useState } from 'react'
import { ActForm } from '#app/parts/act-form.tsx'
import { Field } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { TablePage } from '#app/table/page-data.ts'
import { requirementOf } from '#rules/voting/sentences.ts'

interface OpenVoteProps {
  readonly page: TablePage
  /** null: a vote on the proposal itself. */
  readonly amendmentId: string | null
  readonly seed: string
}

/** Opens a vote, or joins those who want one, until a stated day and hour; first it says what the vote will need. */
export function OpenVote({ page, amendmentId, seed }: OpenVoteProps) {
  const words = useWords()
  // The server words the hour in UTC; the browser in the reader's own zone, and says which.
  const [zone, setZone] = useState<number | null>(null)
  useEffect(() => setZone(new Date().getTimezoneOffset()), [])
  const form = amendmentId ? `open-vote-${amendmentId}` : 'open-vote'
  const isProposer = page.reader.id === page.proposal.proposerId
  const rule = requirementOf(page.unit.rule, page.unit.members)
  return (
    <details className="open-vote">
      <summary className="button quiet">
        {words.say(isProposer ? 'open-vote' : 'open-vote-join', { what: amendmentId ? 'amendment' : 'proposal' })}
      </summary>
      <ActForm
        form={form}
        act="vote.open"
        seed={seed}
        values={{
          unitId: page.unit.id,
          proposalId: page.proposal.id,
          amendmentId: amendmentId ?? '',
          _zone: String(zone ?? 0),
        }}
        labels={{ closesAt: words.say('open-vote-closes') }}
      >
        {({ busy, refusal, sent }) => (
          <>
            <p>{words.say('open-vote-means')}</p>
            <p>{words.say(rule.code, rule.values)}</p>
            <Field
              key={zone ?? 'utc'}
              name="closesAt"
              type="datetime-local"
              label={words.say('open-vote-closes')}
              hint={zone === null ? words.say('open-vote-utc') : null}
              faults={refusal?.fields ?? {}}
              required
              defaultValue={sent.closesAt ?? inAWeek(page.now)}
            />
            <button type="submit" className="button" disabled={busy}>
              {words.say('open-vote-do')}
            </button>
          </>
        )}
      </ActForm>
    </details>
  )
}

/** In seven days at six in the evening. */
function inAWeek(now: string): string {
  const day = new Date(Date.parse(now) + 7 * 24 * 3_600_000).toISOString().slice(0, 10)
  return `${day}T18:00`
}
