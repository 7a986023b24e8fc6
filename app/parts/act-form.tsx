import { useActionData, useFetcher } from '@remix-run/react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { ErrorSummary, type ShownRefusal } from '#app/parts/error-summary.tsx'
import type { Faults } from '#app/parts/field.tsx'

/** What came of the act that one of a page's forms sent. */
export interface Answered {
  readonly form: string
  readonly act: string
  readonly done: unknown
  readonly refused: ShownRefusal | null
  /** What was typed, by field: given back to the form where it was refused. */
  readonly sent: Readonly<Record<string, string>>
}

export interface FormState {
  readonly busy: boolean
  readonly refusal: ShownRefusal | null
  readonly sent: Readonly<Record<string, string>>
}

interface ActFormProps {
  /** Its own name on the page: the answer comes back to it, with or without JavaScript. */
  readonly form: string
  readonly act: string
  /** Made by the page's loader: with the form's name it makes sending twice harmless. */
  readonly seed: string
  /** Fields that the person does not type. */
  readonly values: Readonly<Record<string, string>>
  /** The label of each typed field, for the summary of faults. */
  readonly labels?: Readonly<Record<string, string>>
  /** Leads faults back to their fields where what was sent was not what was typed, one for one. */
  readonly place?: (fields: Faults, sent: FormState['sent']) => Faults
  readonly className?: string
  /** Called once for each time the act was done; only with JavaScript. */
  readonly onDone?: (result: unknown) => void
  readonly children: ReactNode | ((state: FormState) => ReactNode)
}

const nothing = {}

/** A form that performs one act where it stands: the page stays, a refusal is said in the form, nothing typed is lost. */
export function ActForm(props: ActFormProps) {
  const { form, act, seed, values, labels, place, className, onDone, children } = props
  const fetcher = useFetcher<Answered>()
  const page = useActionData<Answered>()
  const answer = fetcher.data ?? (page?.form === form ? page : undefined)
  const busy = fetcher.state !== 'idle'
  const told = useRef<Answered>()
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (fetcher.state === 'submitting' || !fetcher.data || told.current === fetcher.data) return
    told.current = fetcher.data
    if (fetcher.data.refused === null) done.current?.(fetcher.data.done)
  }, [fetcher.state, fetcher.data])
  const sent = answer?.refused ? answer.sent : nothing
  const refused = answer?.refused ?? null
  const refusal = useMemo(
    () => (refused && place ? { ...refused, fields: place(refused.fields, sent) } : refused),
    [refused, sent, place],
  )
  return (
    <fetcher.Form method="post" className={className}>
      <ErrorSummary refusal={busy ? null : refusal} labels={labels ?? {}} />
      <input type="hidden" name="_form" value={form} />
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="actId" value={`${seed}-${form}`} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === 'function' ? children({ busy, refusal, sent }) : children}
    </fetcher.Form>
  )
}
