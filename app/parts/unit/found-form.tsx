import type { ReactNode } from 'react'
import { ChoiceField, type Faults, Field, SelectField } from '#app/parts/field.tsx'
import { type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Founding = AnswerOf<'unit.founding'>

interface FoundFormProps {
  readonly founding: Founding
  readonly actId: string
  readonly answer: PageAnswer | undefined
}

const kinds = ['enterprise', 'branch', 'town', 'district', 'region', 'federation'] as const
const sides = ['production', 'consumption', 'both'] as const
const thresholds = ['half', 'threefifths', 'twothirds', 'threequarters', 'all'] as const
const bases = ['yes-and-no', 'with-abstentions', 'entitled'] as const
const quorums = ['none', 'quarter', 'third', 'half', 'twothirds'] as const
const numbers = [
  ['amendmentVote', '3'],
  ['openVote', '3'],
  ['admission', '1'],
  ['delegates', '2'],
  ['moderation', '3'],
] as const
const roles = ['none', 'member', 'delegate', 'office', 'all'] as const

/** Founds a unit: what it is, how its assembly decides, who takes the first seats. */
export function FoundForm({ founding, actId, answer }: FoundFormProps) {
  const words = useWords()
  const labels = {
    name: words.say('found-name'),
    id: words.say('found-id'),
    seats: words.say('found-seats'),
    threshold: words.say('found-threshold'),
    quorum: words.say('found-quorum'),
  }
  return (
    <PageForm name="found" answer={answer} actId={actId} labels={labels}>
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
          <Field
            name="id"
            label={labels.id}
            hint={words.say('found-id-hint')}
            faults={faults}
            maxLength={64}
            pattern="[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?"
            defaultValue={typed.id}
          />
          <div className="field-row">
            <Choices name="kind" label={words.say('found-kind')} faults={faults} chosen={typed.kind ?? 'enterprise'}>
              {kinds.map((kind) => [kind, words.say('unit-kind', { kind })])}
            </Choices>
            <Choices name="side" label={words.say('found-side')} faults={faults} chosen={typed.side ?? 'production'}>
              {sides.map((side) => [side, words.say('unit-side', { side })])}
            </Choices>
          </div>
          <Parents units={founding.units} typed={typed} />
          <h3>{words.say('found-rule')}</h3>
          <div className="field-row">
            <Choices name="threshold" label={labels.threshold} faults={faults} chosen={typed.threshold ?? 'half'}>
              {thresholds.map((each) => [each, words.say(`found-threshold-${each}`)])}
            </Choices>
            <Choices name="base" label={words.say('found-base')} faults={faults} chosen={typed.base ?? 'yes-and-no'}>
              {bases.map((each) => [each, words.say(`found-base-${each}`)])}
            </Choices>
            <Choices name="quorum" label={labels.quorum} faults={faults} chosen={typed.quorum ?? 'none'}>
              {quorums.map((each) => [each, words.say(`found-quorum-${each}`)])}
            </Choices>
          </div>
          <h3>{words.say('found-numbers')}</h3>
          <p className="field-hint">{words.say('found-numbers-lead')}</p>
          <div className="field-row">
            {numbers.map(([name, usual]) => (
              <Field
                key={name}
                name={`numbers.${name}`}
                label={words.say(`found-number-${name}`)}
                hint={null}
                faults={faults}
                type="number"
                min={1}
                max={100_000}
                required
                defaultValue={typed[`numbers.${name}`] ?? usual}
              />
            ))}
          </div>
          <ChoiceField
            name="namesShownTo"
            label={words.say('found-names')}
            hint={null}
            faults={faults}
            choices={(['everybody', 'members'] as const).map((value) => ({
              value,
              label: words.say(`found-names-${value}`),
            }))}
            chosen={typed.namesShownTo ?? 'everybody'}
          />
          <FirstSeats people={founding.people} faults={faults} typed={typed} />
          <button type="submit" className="button" disabled={isBusy}>
            {words.say('found-do')}
          </button>
        </>
      )}
    </PageForm>
  )
}

type Typed = Readonly<Record<string, string>>

function Parents({ units, typed }: { units: Founding['units']; typed: Typed }) {
  const words = useWords()
  const larger = units.filter((unit) => unit.kind !== 'enterprise')
  if (larger.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{words.say('found-parents')}</legend>
      <p className="field-hint">{words.say('found-parents-hint')}</p>
      <div className="choice-columns">
        {larger.map((unit) => (
          <label key={unit.id} className="choice">
            <input type="checkbox" name={`parent.${unit.id}`} defaultChecked={typed[`parent.${unit.id}`] === 'on'} />
            {unit.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function FirstSeats({ people, faults, typed }: { people: Founding['people']; faults: Faults; typed: Typed }) {
  const words = useWords()
  const fault = faults.seats
  return (
    <fieldset className={fault ? 'field faulty' : 'field'} id="field-seats" tabIndex={-1}>
      <legend>{words.say('found-seats')}</legend>
      <p className="field-hint">{words.say('found-seats-lead')}</p>
      {fault && <p className="field-fault">{fault}</p>}
      {people.slice(0, 1).map((person) => (
        <Seat key={person.id} person={person} faults={faults} chosen={typed[`seat.${person.id}`] ?? 'all'} />
      ))}
      {people.length > 1 && (
        <details className="more" open={people.slice(1).some(({ id }) => (typed[`seat.${id}`] ?? 'none') !== 'none')}>
          <summary>{words.say('found-seats-others', { count: people.length - 1 })}</summary>
          <div className="field-row">
            {people.slice(1).map((person) => (
              <Seat key={person.id} person={person} faults={faults} chosen={typed[`seat.${person.id}`] ?? 'none'} />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  )
}

interface SeatProps {
  readonly person: Founding['people'][number]
  readonly faults: Faults
  readonly chosen: string
}

function Seat({ person, faults, chosen }: SeatProps) {
  const words = useWords()
  return (
    <SelectField
      name={`seat.${person.id}`}
      label={person.name ?? words.say('person-erased')}
      hint={null}
      faults={faults}
      defaultValue={chosen}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {words.say('found-seat-role', { role })}
        </option>
      ))}
    </SelectField>
  )
}

interface ChoicesProps {
  readonly name: string
  readonly label: string
  readonly faults: Faults
  readonly chosen: string
  readonly children: readonly (readonly [value: string, label: ReactNode])[]
}

function Choices({ children, chosen, ...field }: ChoicesProps) {
  return (
    <SelectField {...field} hint={null} defaultValue={chosen}>
      {children.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}
