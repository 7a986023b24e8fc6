import { Form, useActionData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { ErrorSummary } from '#app/parts/error-summary.tsx'
import { AreaField, Field, SelectField } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { statuses } from '#rules/shapes/figures.ts'

type SeriesPage = AnswerOf<'series.page'>

interface CorrectionFormProps {
  readonly series: SeriesPage['series']
  readonly figures: SeriesPage['figures']
  /** The period that somebody came to correct; null: the latest. */
  readonly chosen: string | null
  readonly actId: string
}

/** What the page's action answers. */
interface Answered {
  readonly done: object | null
  /** What was sent, given back where it was refused. */
  readonly sent: Readonly<Record<'period' | 'value' | 'status' | 'note' | 'reason', string | null>> | null
  readonly refused: { readonly sentence: string; readonly fields: Readonly<Record<string, string>> } | null
}

/** One value, its status, a note, and why: the form by which an office corrects a single figure. */
export function CorrectionForm({ series, figures, chosen, actId }: CorrectionFormProps) {
  const words = useWords()
  const answer = useActionData<Answered>()
  const form = useRef<HTMLFormElement>(null)
  const refused = answer?.refused ?? null
  const faults = refused?.fields ?? {}
  const sent = answer?.sent ?? null
  useEffect(() => {
    if (answer?.done) form.current?.reset()
  }, [answer])
  const now = figures.find((figure) => figure.period === chosen) ?? figures.at(-1)
  const labels = {
    period: words.say('card-period'),
    value: words.say('series-correct-value', { unit: series.unit }),
    status: words.say('card-status'),
    note: words.say('series-note'),
    reason: words.say('series-correct-reason'),
  }
  return (
    <Form method="post" action="#correct" ref={form} preventScrollReset>
      {answer?.done && (
        <Notice meaning="figures" title={null} isAnswer>
          <p>{words.say('series-corrected')}</p>
        </Notice>
      )}
      <ErrorSummary refusal={refused} labels={labels} />
      <input type="hidden" name="actId" value={actId} />
      <SelectField
        name="period"
        label={labels.period}
        hint={null}
        faults={faults}
        defaultValue={sent?.period ?? now?.period}
      >
        {figures.toReversed().map((figure) => (
          <option key={figure.period} value={figure.period}>
            {words.period(figure.period)}:{' '}
            {figure.text === null ? words.say('no-figure') : words.amount(figure.text, series.unit)}
          </option>
        ))}
      </SelectField>
      <Field
        name="value"
        label={labels.value}
        hint={words.say('series-correct-value-hint')}
        faults={faults}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={sent ? (sent.value ?? '') : (now?.text ?? '')}
      />
      <SelectField
        name="status"
        label={labels.status}
        hint={null}
        faults={faults}
        defaultValue={sent?.status ?? 'revised'}
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {words.say(`status-${status}`)}
          </option>
        ))}
      </SelectField>
      <Field
        name="note"
        label={labels.note}
        hint={words.say('field-optional')}
        faults={faults}
        maxLength={200}
        defaultValue={sent ? (sent.note ?? '') : (now?.note ?? '')}
      />
      <AreaField
        name="reason"
        label={labels.reason}
        hint={words.say('series-correct-reason-hint')}
        faults={faults}
        required
      />
      <button type="submit" className="button">
        {words.say('series-correct-do')}
      </button>
    </Form>
  )
}
