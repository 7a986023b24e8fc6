import { type Faults, Field } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'

interface NewAccountProps {
  readonly faults: Faults
  readonly typed: Readonly<Record<string, string>>
}

/** The labels of a new account's fields, by which a summary of faults names them. */
export function useAccountLabels() {
  const words = useWords()
  return {
    name: words.say('set-up-person'),
    signInName: words.say('sign-in-name'),
    password: words.say('new-password'),
  }
}

/** What a new account asks for: a name that others read, a name to sign in by, and a password. */
export function NewAccount({ faults, typed }: NewAccountProps) {
  const words = useWords()
  const labels = useAccountLabels()
  return (
    <>
      <Field
        name="name"
        label={labels.name}
        hint={words.say('person-name-hint')}
        faults={faults}
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={typed.name}
      />
      <Field
        name="signInName"
        label={labels.signInName}
        hint={words.say('sign-in-name-hint')}
        faults={faults}
        autoComplete="username"
        required
        maxLength={80}
        defaultValue={typed.signInName}
      />
      <NewPassword faults={faults} label={labels.password} />
    </>
  )
}

/** A password that is chosen. */
export function NewPassword({ faults, label }: { faults: Faults; label: string }) {
  const words = useWords()
  return (
    <Field
      name="password"
      type="password"
      label={label}
      hint={words.say('new-password-hint')}
      faults={faults}
      autoComplete="new-password"
      required
      minLength={10}
      maxLength={200}
    />
  )
}
