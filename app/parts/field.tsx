import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

/** What is wrong with each field, in words, by its name: the fields of a refusal. */
export type Faults = Readonly<Record<string, string>>

interface FieldFrame {
  /** Also the path by which a refusal names it ("lines.0.amount"). */
  readonly name: string
  readonly label: string
  /** One sentence on what to enter; null where the label says it all. */
  readonly hint: string | null
  /** The faults of the last refusal; what was typed is given back as `defaultValue`. */
  readonly faults: Faults
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'className'>
type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name' | 'className'>
type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'className'>

/** One line to type into, with its label, hint and fault. */
export function Field({ name, label, hint, faults, ...input }: FieldFrame & Input) {
  return <Framed {...{ name, label, hint, faults }}>{(given) => <input {...input} {...given} />}</Framed>
}

/** Several lines to type into. */
export function AreaField({ name, label, hint, faults, ...area }: FieldFrame & Area) {
  return <Framed {...{ name, label, hint, faults }}>{(given) => <textarea {...area} {...given} />}</Framed>
}

/** One of a list. */
export function SelectField({ name, label, hint, faults, children, ...select }: FieldFrame & Select) {
  return (
    <Framed {...{ name, label, hint, faults }}>
      {(given) => (
        <select {...select} {...given}>
          {children}
        </select>
      )}
    </Framed>
  )
}

interface ChoiceFieldProps extends FieldFrame {
  readonly choices: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly chosen: string | null
}

/** One of a few, all in sight. */
export function ChoiceField({ name, label, hint, faults, choices, chosen }: ChoiceFieldProps) {
  const fault = faults[name]
  return (
    <fieldset className={fault ? 'field faulty' : 'field'} id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {fault && <p className="field-fault">{fault}</p>}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input type="radio" name={name} value={choice.value} defaultChecked={choice.value === chosen} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

/** The id of a field's input: where the error summary leads to. */
export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`

interface Given {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

function Framed({ name, label, hint, faults, children }: FieldFrame & { children: (given: Given) => ReactNode }) {
  const fault = faults[name]
  const id = fieldId(name)
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children({
        id,
        name,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': fault ? true : undefined,
      })}
    </div>
  )
}
