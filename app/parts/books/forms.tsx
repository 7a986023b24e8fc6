import type { ReactNode } from 'react'
import { pictograms } from '#app/charts/marks/symbols.ts'
import { Field, SelectField } from '#app/parts/field.tsx'
import { type PageAnswer, PageForm } from '#app/parts/page-form.tsx'
import { useWords } from '#app/parts/words.tsx'
import { unitsOfMeasure } from '#figures/measurement.ts'
import { aggregations, measureKinds } from '#rules/shapes/figures.ts'
import type { Code } from '#rules/words/en.ts'

/** What an office can define for all: each kind with its own form. */
export const definable = ['measure', 'product', 'source'] as const
export type Definable = (typeof definable)[number]

interface Asked {
  readonly name: string
  readonly label: Code
  readonly hint: Code | null
  /** Choices make it a list to pick from. */
  readonly choices?: readonly { readonly value: string; readonly word: Code }[]
  readonly input?: Readonly<Record<string, string | number | boolean>>
}

const shortName: Asked = {
  name: 'id',
  label: 'books-short-name',
  hint: 'books-short-name-hint',
  input: { required: true, pattern: '[a-z0-9\\-]+', maxLength: 64 },
}
const line = (name: string, label: Code, most: number): Asked => ({
  name,
  label,
  hint: null,
  input: { required: true, maxLength: most },
})
const list = (name: string, label: Code, values: readonly string[], word: string): Asked => ({
  name,
  label,
  hint: null,
  choices: values.map((value) => ({ value, word: `${word}-${value}` as Code })),
})

const fields: Readonly<Record<Definable, readonly Asked[]>> = {
  measure: [
    line('name', 'books-name', 200),
    shortName,
    list('kind', 'books-kind', measureKinds, 'books-kind'),
    { name: 'unit', label: 'books-unit', hint: 'books-unit-hint', input: { list: 'units-of-measure', maxLength: 16 } },
    {
      name: 'decimals',
      label: 'books-decimals',
      hint: null,
      input: { type: 'number', min: 0, max: 6, required: true },
    },
    list('aggregation', 'books-aggregation', aggregations, 'books-aggregation'),
    line('definition', 'books-definition', 1000),
  ],
  product: [
    line('name', 'books-name', 200),
    shortName,
    {
      name: 'unit',
      label: 'books-unit',
      hint: null,
      input: { list: 'units-of-measure', maxLength: 16, required: true },
    },
    list('pictogram', 'books-pictogram', pictograms, 'symbol'),
  ],
  source: [
    line('producer', 'books-producer', 200),
    line('title', 'books-source-title', 200),
    shortName,
    line('licence', 'books-licence', 300),
    { name: 'url', label: 'books-url', hint: null, input: { type: 'url' } },
  ],
}

const buttons: Readonly<Record<Definable, Code>> = {
  measure: 'books-define-measure',
  product: 'books-define-product',
  source: 'books-define-source',
}

interface DefinitionFormProps {
  readonly kind: Definable
  readonly answer: PageAnswer | undefined
  readonly actId: string
}

/** The form by which somebody who works in an office defines a measure, product or source for all offices. */
export function DefinitionForm({ kind, answer, actId }: DefinitionFormProps): ReactNode {
  const { say } = useWords()
  const labels = Object.fromEntries(fields[kind].map(({ name, label }) => [name, say(label)]))
  return (
    <PageForm name={kind} answer={answer} actId={actId} labels={labels}>
      {({ faults, typed, isBusy }) => (
        <>
          {fields[kind].map(({ name, label, hint, choices, input }) => {
            const common = { name, label: say(label), hint: hint && say(hint), faults, defaultValue: typed[name] }
            if (!choices) return <Field key={name} {...common} {...input} />
            return (
              <SelectField key={name} {...common}>
                {choices.map(({ value, word }) => (
                  <option key={value} value={value}>
                    {say(word)}
                  </option>
                ))}
              </SelectField>
            )
          })}
          <datalist id="units-of-measure">
            {unitsOfMeasure.map((unit) => (
              <option key={unit.code} value={unit.code} />
            ))}
          </datalist>
          <button type="submit" className="button" disabled={isBusy}>
            {say(buttons[kind])}
          </button>
        </>
      )}
    </PageForm>
  )
}
