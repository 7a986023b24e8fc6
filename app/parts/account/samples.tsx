import { Section } from '#app/parts/page.tsx'
import { type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Sample = AnswerOf<'sign-in.page'>['samples'][number]

const roles = ['member', 'delegate', 'office'] as const
const symbols = { member: 'person', delegate: 'hand', office: 'hour' } as const

/** The sample people of a demonstration: one click enters as one of them. */
export function Samples({ samples, answer }: { samples: readonly Sample[]; answer: PageAnswer | undefined }) {
  const words = useWords()
  return (
    <Section id="samples" title={words.say('sign-in-samples')} lead={words.say('sign-in-samples-why')}>
      {/* Entering twice is entering once more: no act id is needed. */}
      <PageForm name="sample" answer={answer} actId={null} labels={{}}>
        {({ isBusy }) =>
          roles.map((role) => {
            const people = samples.filter((sample) => roleOf(sample) === role)
            if (people.length === 0) return null
            return (
              <div key={role}>
                <h3>{words.say('sign-in-as-role', { role })}</h3>
                <p className="soft">{words.say('sign-in-as-role-why', { role })}</p>
                <ul className="people-choices">
                  {people.map((sample) => (
                    <li key={sample.personId}>
                      <button
                        className="person-choice"
                        type="submit"
                        name="personId"
                        value={sample.personId}
                        disabled={isBusy}
                      >
                        <Pictogram name={symbols[role]} word={null} />
                        <strong>{sample.name}</strong>
                        <span className="small">{sentenceWithoutName(sample)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            )
          })
        }
      </PageForm>
    </Section>
  )
}

/** The role that tells somebody from the others: whoever carries a mandate is a member as well. */
const roleOf = ({ seats }: Sample) =>
  seats.some((seat) => seat.role === 'office')
    ? 'office'
    : seats.some((seat) => seat.role === 'delegate')
      ? 'delegate'
      : 'member'

/** The name stands over the sentence already. */
const sentenceWithoutName = ({ name, sentence }: Sample) =>
  sentence.startsWith(`${name}, `) ? sentence.slice(name.length + 2) : sentence
