import { NewPassword } from '#app/parts/account/new-account.tsx'
import { Field } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { doneBy, type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

interface MyAccountProps {
  readonly page: AnswerOf<'me.page'>
  readonly actId: string
  readonly answer: PageAnswer | undefined
}

/** One's name, password and sessions. */
export function MyAccount({ page, actId, answer }: MyAccountProps) {
  const words = useWords()
  return (
    <Section
      id="account"
      title={words.say('me-account')}
      lead={page.signInName === null ? words.say('me-sample') : words.say('me-signed-in-by', { name: page.signInName })}
    >
      <Done answer={answer} form="rename" code="me-renamed" />
      <Done answer={answer} form="password" code="me-password-changed" />
      <div className="beside">
        <PageForm name="rename" answer={answer} actId={actId} labels={{ name: words.say('set-up-person') }}>
          {({ faults, typed, isBusy }) => (
            <>
              <Field
                name="name"
                label={words.say('set-up-person')}
                hint={null}
                faults={faults}
                required
                maxLength={80}
                defaultValue={typed.name ?? page.person.name ?? ''}
              />
              <button type="submit" className="button quiet" disabled={isBusy}>
                {words.say('me-rename')}
              </button>
            </>
          )}
        </PageForm>
        {page.signInName !== null && <ChangePassword answer={answer} />}
      </div>
      <p>{words.say('me-sessions', { count: page.sessions })}</p>
      <PageForm name="everywhere" answer={answer} actId={null} labels={{}}>
        {({ isBusy }) => (
          <button type="submit" className="button quiet" disabled={isBusy}>
            {words.say('me-sign-out-everywhere')}
          </button>
        )}
      </PageForm>
    </Section>
  )
}

function ChangePassword({ answer }: { answer: PageAnswer | undefined }) {
  const words = useWords()
  const labels = { current: words.say('me-password-current'), password: words.say('me-password-new') }
  return (
    <PageForm name="password" answer={answer} actId={null} labels={labels}>
      {({ faults, isBusy }) => (
        <>
          <Field
            name="current"
            type="password"
            label={labels.current}
            hint={null}
            faults={faults}
            autoComplete="current-password"
            required
            maxLength={200}
          />
          <NewPassword faults={faults} label={labels.password} />
          <button type="submit" className="button quiet" disabled={isBusy}>
            {words.say('me-password')}
          </button>
        </>
      )}
    </PageForm>
  )
}

/** Erases oneself: asked for twice, since nothing brings a name back. */
export function Erase({ hasPassword, answer }: { hasPassword: boolean; answer: PageAnswer | undefined }) {
  const words = useWords()
  const label = words.say('me-erase-password')
  const sure = words.say('me-erase-sure')
  return (
    <Section id="erase" title={words.say('me-erase')} lead={words.say('me-erase-why')}>
      <details className="more" open={answer?.form === 'erase' && answer.refused !== null}>
        <summary>{words.say('me-erase')}</summary>
        <PageForm name="erase" answer={answer} actId={null} labels={{ password: label, sure }}>
          {({ faults, isBusy }) => (
            <>
              {hasPassword && (
                <Field
                  name="password"
                  type="password"
                  label={label}
                  hint={null}
                  faults={faults}
                  autoComplete="current-password"
                  required
                />
              )}
              <div className={faults.sure ? 'field faulty' : 'field'}>
                {faults.sure && (
                  <p className="field-fault" id="field-sure-fault">
                    {faults.sure}
                  </p>
                )}
                <label className="choice">
                  <input
                    id="field-sure"
                    type="checkbox"
                    name="sure"
                    value="yes"
                    aria-invalid={faults.sure ? true : undefined}
                    aria-describedby={faults.sure ? 'field-sure-fault' : undefined}
                  />
                  {sure}
                </label>
              </div>
              <button type="submit" className="button" disabled={isBusy}>
                {words.say('me-erase')}
              </button>
            </>
          )}
        </PageForm>
      </details>
    </Section>
  )
}

function Done({
  answer,
  form,
  code,
}: {
  answer: PageAnswer | undefined
  form: string
  code: 'me-renamed' | 'me-password-changed'
}) {
  const words = useWords()
  if (doneBy(answer, form) === null) return null
  return (
    <Notice meaning="fits" title={null} isAnswer>
      <p>{words.say(code)}</p>
    </Notice>
  )
}
