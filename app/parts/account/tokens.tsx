import { ChoiceField, Field } from '#app/parts/field.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { doneBy, type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

interface TokensProps {
  readonly tokens: AnswerOf<'me.page'>['tokens']
  readonly actId: string
  readonly answer: PageAnswer | undefined
}

/** One's tokens for programs: a new one is shown once, every one can be revoked at once. */
export function Tokens({ tokens, actId, answer }: TokensProps) {
  const words = useWords()
  const made = doneBy<{ token: string | null }>(answer, 'token')
  return (
    <Section id="tokens" title={words.say('me-tokens')} lead={words.say('me-token-why')}>
      {made && (
        <Notice meaning={null} title={null} isAnswer>
          <p>{words.say(made.token === null ? 'me-token-gone' : 'me-token-once')}</p>
          {made.token !== null && <code className="secret">{made.token}</code>}
        </Notice>
      )}
      {doneBy(answer, 'revoke') !== null && (
        <Notice meaning={null} title={null} isAnswer>
          <p>{words.say('me-token-revoked')}</p>
        </Notice>
      )}
      {tokens.length === 0 ? (
        <p>{words.say('me-token-none')}</p>
      ) : (
        <ul className="entries causes">
          {tokens.map((token) => (
            <li key={token.id}>
              <div>
                <h3>{token.name}</h3>
                <p className="entry-meta">
                  <span>{words.say(`me-token-${token.scope}`)}</span>
                  <span>
                    {words.say('me-token-until')} <Moment at={token.expiresAt} to="day" />
                  </span>
                </p>
              </div>
              <PageForm name="revoke" answer={undefined} actId={null} labels={{}}>
                {({ isBusy }) => (
                  <>
                    <input type="hidden" name="tokenId" value={token.id} />
                    <button type="submit" className="button quiet" disabled={isBusy}>
                      {words.say('me-token-revoke')}
                      <span className="unseen">: {token.name}</span>
                    </button>
                  </>
                )}
              </PageForm>
            </li>
          ))}
        </ul>
      )}
      <details className="more" open={answer?.form === 'token' && answer.refused !== null}>
        <summary>{words.say('me-token-make')}</summary>
        <MakeToken actId={actId} answer={answer} />
      </details>
    </Section>
  )
}

function MakeToken({ actId, answer }: Omit<TokensProps, 'tokens'>) {
  const words = useWords()
  const labels = {
    name: words.say('me-token-name'),
    scope: words.say('me-token-scope'),
    days: words.say('me-token-days'),
  }
  return (
    <PageForm name="token" answer={answer} actId={actId} labels={labels}>
      {({ faults, typed, isBusy }) => (
        <>
          <Field
            name="name"
            label={labels.name}
            hint={null}
            faults={faults}
            required
            maxLength={200}
            defaultValue={typed.name}
          />
          <ChoiceField
            name="scope"
            label={labels.scope}
            hint={null}
            faults={faults}
            choices={[
              { value: 'read', label: words.say('me-token-read') },
              { value: 'act', label: words.say('me-token-act') },
            ]}
            chosen={typed.scope ?? 'read'}
          />
          <Field
            name="days"
            label={labels.days}
            hint={null}
            faults={faults}
            type="number"
            min={1}
            max={366}
            defaultValue={typed.days ?? '90'}
          />
          <button type="submit" className="button" disabled={isBusy}>
            {words.say('me-token-make')}
          </button>
        </>
      )}
    </PageForm>
  )
}
