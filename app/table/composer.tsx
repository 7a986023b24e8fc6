import { Link, useNavigate } from '@remix-run/react'
import { ActForm } from '#app/parts/act-form.tsx'
import { fieldId } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'
import { anchorText } from '#app/table/anchor.ts'
import { anchorName } from '#app/table/anchor-name.ts'
import { useKeptText } from '#app/table/draft.ts'
import { useMounted } from '#app/table/mounted.ts'
import type { TablePage, TableStatement } from '#app/table/page-data.ts'
import type { Anchor, StatementKind } from '#rules/shapes/statement.ts'

interface ComposerProps {
  readonly page: TablePage
  readonly seed: string
  readonly about: Anchor
  readonly replyTo: TableStatement | null
}

/** Where a member speaks, asks or objects, and the office answers; what is typed stays until it is said. */
export function Composer({ page, seed, about, replyTo }: ComposerProps) {
  const words = useWords()
  const mounted = useMounted()
  const navigate = useNavigate()
  const [text, setText] = useKeptText(`words ${page.proposal.id}`)
  const asked = replyTo?.id ?? (about.kind === 'proposal' ? null : anchorText(about))
  const answers = replyTo?.kind === 'question' && page.may.answer.ok
  if (!page.may.speak.ok && !answers) {
    const { may } = page
    return (
      <div className="composer" id="say">
        <p className="soft">{may.speak.ok ? null : words.sayCode(may.speak.code, may.speak.values)}</p>
        {page.reader.id === null && <Link to="/sign-in">{words.say('sign-in')}</Link>}
      </div>
    )
  }
  const kinds: StatementKind[] = [
    ...(answers ? (['answer'] as const) : []),
    ...(page.may.speak.ok ? (['statement', 'question', 'objection'] as const) : []),
  ]
  const { name } = anchorName(about, page, words)
  const person = replyTo ? (page.people[replyTo.personId] ?? words.say('person-erased')) : ''
  return (
    <div className="composer" id="say">
      <h3>{replyTo ? words.say('say-reply', { person }) : words.say('say-title')}</h3>
      <p className="soft small">
        {words.say('say-about', { what: name })}{' '}
        {asked !== null && (
          <Link to="?#say" preventScrollReset>
            {words.say('say-about-all')}
          </Link>
        )}
      </p>
      <ActForm
        form="say"
        act="statement.make"
        seed={seed}
        values={{
          unitId: page.unit.id,
          proposalId: page.proposal.id,
          anchor: anchorText(about),
          replyTo: replyTo?.id ?? '',
        }}
        labels={{ text: words.say('say-text') }}
        onDone={() => {
          setText('')
          if (asked !== null) navigate('?', { preventScrollReset: true })
        }}
      >
        {({ busy, refusal, sent }) => (
          <>
            <fieldset className="kinds">
              <legend className="unseen">{words.say('say-kind')}</legend>
              {kinds.map((kind, index) => (
                <label key={`${kind} ${answers}`} className="choice">
                  <input
                    type="radio"
                    name="kind"
                    value={kind}
                    defaultChecked={sent.kind ? sent.kind === kind : index === 0}
                  />
                  {words.say(`say-${kind}`)}
                </label>
              ))}
            </fieldset>
            <div className={refusal?.fields.text ? 'field faulty' : 'field'}>
              <label htmlFor={fieldId('text')}>{words.say('say-text')}</label>
              {refusal?.fields.text && <p className="field-fault">{refusal.fields.text}</p>}
              <textarea
                id={fieldId('text')}
                name="text"
                required
                maxLength={10_000}
                value={mounted ? text : (sent.text ?? '')}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </div>
            <button type="submit" className="button" disabled={busy}>
              {words.say('say-do')}
            </button>
          </>
        )}
      </ActForm>
    </div>
  )
}
