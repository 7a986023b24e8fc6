import { Link } from '@remix-run/react'
import { SelectField } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Section } from '#app/parts/page.tsx'
import { doneBy, type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { groupedBy } from '#figures/grouped.ts'
import { neededFor, type SeatCause } from '#rules/seats.ts'

interface SeatsProps {
  readonly page: AnswerOf<'unit.page'>
  readonly actId: string
  readonly answer: PageAnswer | undefined
}

const groups = [
  ['delegate', 'seats-delegates', 'seats-delegates-none'],
  ['office', 'seats-office', 'seats-office-none'],
  ['member', 'seats-members', 'seats-members-none'],
] as const

/** Who sits where, and how members change it together. */
export function Seats(props: SeatsProps) {
  const { page, answer } = props
  const words = useWords()
  const backed = doneBy<{ done: boolean; backers: number; needed: number }>(answer, 'back')
  return (
    <Section id="seats" title={words.say('person-seats')}>
      {backed && (
        <Notice meaning="fits" title={null} isAnswer>
          <p>{words.say('seats-done', { ...backed, done: backed.done ? 'yes' : 'no' })}</p>
        </Notice>
      )}
      {doneBy(answer, 'leave') !== null && (
        <Notice meaning="fits" title={null} isAnswer>
          <p>{words.say('seats-left')}</p>
        </Notice>
      )}
      <div className="seat-groups">
        {groups.map(([role, title, none]) => {
          const held = page.seats.filter((seat) => seat.role === role)
          return (
            <div key={role}>
              <h3>{words.say(title)}</h3>
              {held.length === 0 && <p className="soft">{words.say(none)}</p>}
              <ul className="seat-list">
                {held.map((seat) => (
                  <li key={seat.personId}>
                    <Link to={`/people/${seat.personId}`}>
                      <PersonName name={page.people[seat.personId] ?? null} seat={null} />
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      <BeingDecided {...props} />
      {page.may.backSeats.ok && <Begin {...props} />}
      <MySeats {...props} />
    </Section>
  )
}

/** Causes that some members back already, each with a button for those who may join. */
function BeingDecided({ page, actId, answer }: SeatsProps) {
  const words = useWords()
  const causes = [...groupedBy(page.backings, (backing) => `${backing.cause} ${backing.for}`)]
  if (causes.length === 0) return null
  const members = page.seats.filter((seat) => seat.role === 'member').map((seat) => seat.personId)
  return (
    <>
      <h3>{words.say('seats-backed-title')}</h3>
      <p className="soft">{words.say('seats-backed-lead')}</p>
      <ul className="entries causes">
        {causes.map(([key, backers]) => {
          const [{ cause, for: personId } = { cause: 'admit' as SeatCause, for: '' }] = backers
          const counted = backers.filter((backing) => members.includes(backing.personId))
          const mine = counted.some((backing) => backing.personId === page.reader.id)
          const needed = neededFor(cause, page.unit.numbers, members.length)
          const name = page.people[personId] ?? words.say('person-erased')
          return (
            <li key={key}>
              <div>
                <p>{words.say('seats-cause', { cause, name })}</p>
                <p className="entry-meta">{words.say('seats-backers', { backers: counted.length, needed })}</p>
              </div>
              {page.may.backSeats.ok && (mine ? <span>{words.say('seats-backed-by-me')}</span> : null)}
              {page.may.backSeats.ok && !mine && (
                <PageForm name="back" answer={answer} actId={`${actId}-${cause}-${personId}`} labels={{}}>
                  {({ isBusy }) => (
                    <>
                      <input type="hidden" name="cause" value={cause} />
                      <input type="hidden" name="personId" value={personId} />
                      <button type="submit" className="button quiet" disabled={isBusy}>
                        {words.say('seats-back')}
                        <span className="unseen">: {words.say('seats-cause', { cause, name })}</span>
                      </button>
                    </>
                  )}
                </PageForm>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const causes = ['admit', 'appoint', 'dismiss', 'elect', 'recall'] as const

/** The first to back a cause. */
function Begin({ page, actId, answer }: SeatsProps) {
  const words = useWords()
  const labels = { cause: words.say('seats-begin-what'), personId: words.say('seats-begin-who') }
  return (
    <details className="more" open={answer?.form === 'back' && answer.refused !== null}>
      <summary>{words.say('seats-begin')}</summary>
      <p className="soft">{words.say('seats-begin-lead')}</p>
      <PageForm name="back" answer={answer} actId={actId} labels={labels}>
        {({ faults, typed, isBusy }) => (
          <>
            <SelectField
              name="cause"
              label={labels.cause}
              hint={null}
              faults={faults}
              defaultValue={typed.cause ?? 'elect'}
            >
              {causes.map((cause) => (
                <option key={cause} value={cause}>
                  {words.say(`seats-begin-${cause}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              name="personId"
              label={labels.personId}
              hint={null}
              faults={faults}
              defaultValue={typed.personId ?? ''}
            >
              <option value="">{words.say('seats-begin-choose')}</option>
              {page.known.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </SelectField>
            <button type="submit" className="button quiet" disabled={isBusy}>
              {words.say('seats-begin-do')}
            </button>
          </>
        )}
      </PageForm>
    </details>
  )
}

/** Giving up what one holds here. */
function MySeats({ page, actId, answer }: SeatsProps) {
  const words = useWords()
  if (page.reader.roles.length === 0) return null
  return (
    <details className="more">
      <summary>{words.say('seats-my')}</summary>
      <div className="buttons">
        {page.reader.roles.map((role) => (
          <PageForm key={role} name="leave" answer={answer} actId={`${actId}-${role}`} labels={{}}>
            {({ isBusy }) => (
              <>
                <input type="hidden" name="role" value={role} />
                <button type="submit" className="button quiet" disabled={isBusy}>
                  {words.say('seats-leave', { role })}
                </button>
              </>
            )}
          </PageForm>
        ))}
      </div>
    </details>
  )
}
