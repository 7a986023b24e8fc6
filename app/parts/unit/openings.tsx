import { SelectField } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { doneBy, type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

interface Given {
  readonly actId: string
  readonly answer: PageAnswer | undefined
}

/** A member's way to bring somebody in: a link that is shown once. */
export function Invite({ origin, actId, answer }: Given & { origin: string }) {
  const words = useWords()
  const made = doneBy<{ invitation: string | null; expiresAt: string | null }>(answer, 'invite')
  return (
    <Section id="invite" title={words.say('invite-title')} lead={words.say('invite-lead')}>
      {made && (
        <Notice meaning={null} title={null} isAnswer>
          <p>
            {made.expiresAt === null
              ? words.say('invite-gone')
              : words.say('invite-once', { until: words.day(made.expiresAt) })}
          </p>
          {made.invitation !== null && <code className="secret">{`${origin}/join/${made.invitation}`}</code>}
        </Notice>
      )}
      <PageForm name="invite" answer={answer} actId={actId} labels={{}}>
        {({ isBusy }) => (
          <button type="submit" className="button quiet" disabled={isBusy}>
            {words.say('invite-do')}
          </button>
        )}
      </PageForm>
    </Section>
  )
}

/** A delegate's way to place a unit under a larger one of which they are a delegate too. */
export function PlaceUnit({ page, actId, answer }: Given & { page: AnswerOf<'unit.page'> }) {
  const words = useWords()
  const label = words.say('unit-place-which')
  const open = page.reader.placesUnder.filter((id) => !page.parents.includes(id))
  if (open.length === 0) return null
  return (
    <Section id="place" title={words.say('unit-place-title')} lead={words.say('unit-place-lead')}>
      {doneBy(answer, 'place') !== null && (
        <Notice meaning="fits" title={null} isAnswer>
          <p>{words.say('unit-placed')}</p>
        </Notice>
      )}
      <PageForm name="place" answer={answer} actId={actId} labels={{ parentId: label }}>
        {({ faults, typed, isBusy }) => (
          <>
            <SelectField name="parentId" label={label} hint={null} faults={faults} defaultValue={typed.parentId}>
              {open.map((id) => (
                <option key={id} value={id}>
                  {page.units[id] ?? id}
                </option>
              ))}
            </SelectField>
            <button type="submit" className="button quiet" disabled={isBusy}>
              {words.say('unit-place-do')}
            </button>
          </>
        )}
      </PageForm>
    </Section>
  )
}
