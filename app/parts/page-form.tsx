import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorSummary, type ShownRefusal } from '#app/parts/error-summary.tsx'
import type { Faults } from '#app/parts/field.tsx'

/** What came of one of a page's forms. */
export interface PageAnswer {
  readonly form: string
  /** What the act gave; null where it was refused. */
  readonly done: unknown
  readonly refused: ShownRefusal | null
  /** What was typed, secrets left out; several values of one name stand on lines of their own. */
  readonly typed: Readonly<Record<string, string>>
}

interface PageFormProps {
  /** Its own name on the page, by which the answer finds it. */
  readonly name: string
  readonly answer: PageAnswer | undefined
  /** Makes sending twice harmless; null for acts whose input is secret, which are new each time. */
  readonly actId: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly className?: string
  readonly children: (given: {
    readonly faults: Faults
    readonly typed: Readonly<Record<string, string>>
    readonly isBusy: boolean
  }) => ReactNode
}

/** A form that the page itself answers, with and without JavaScript: a refusal stands over it, what was typed in it. */
export function PageForm({ name, answer, actId, labels, className, children }: PageFormProps) {
  const navigation = useNavigation()
  const own = answer?.form === name ? answer : undefined
  const isBusy = navigation.state !== 'idle' && navigation.formData?.get('_form') === name
  return (
    // A new act id comes with every answer that was not a refusal, and empties the form.
    <Form method="post" className={className} key={actId ?? (own?.done ? 'done' : name)} preventScrollReset>
      <ErrorSummary refusal={own?.refused ?? null} labels={labels} />
      <input type="hidden" name="_form" value={name} />
      {actId !== null && <input type="hidden" name="actId" value={`${actId}-${name}`} />}
      {children({ faults: own?.refused?.fields ?? {}, typed: own?.typed ?? {}, isBusy })}
    </Form>
  )
}

/** What a form of this name gave, where it was the one that was just sent. */
export function doneBy<D>(answer: PageAnswer | undefined, name: string): D | null {
  return answer?.form === name && answer.done !== null ? (answer.done as D) : null
}
