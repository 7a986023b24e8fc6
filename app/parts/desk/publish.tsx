import { Form, useActionData, useSearchParams } from '@remix-run/react'
import { ErrorSummary, type ShownRefusal } from '#app/parts/error-summary.tsx'
import { SelectField } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

type Preview = AnswerOf<'desk.preview'>
export type Previewed = NonNullable<Preview['intake']>

interface PublishFormProps {
  readonly preview: Preview
  readonly intake: Previewed
  readonly actId: string
}

/** The last step: where the figures come from, whether faulty rows are left out, and the button that publishes. */
export function PublishForm({ preview, intake, actId }: PublishFormProps) {
  const words = useWords()
  const [asked] = useSearchParams()
  const answer = useActionData<{ refused: ShownRefusal | null; sent: { sourceId: string; leaveOutFaulty: boolean } }>()
  const refused = answer?.refused ?? null
  const label = words.say('preview-source')
  const nothing = intake.counts.added + intake.counts.revised + intake.counts.unchanged === 0
  return (
    <Form method="post" action={`?${asked}`} preventScrollReset>
      <ErrorSummary refusal={refused} labels={{ sourceId: label }} />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="json" value={JSON.stringify({ mapping: intake.mapping })} />
      <SelectField
        name="sourceId"
        label={label}
        hint={preview.sources.length === 0 ? words.say('preview-source-none') : words.say('preview-source-hint')}
        faults={refused?.fields ?? {}}
        defaultValue={answer?.sent.sourceId ?? preview.lastSourceId ?? ''}
        required
      >
        {preview.sources.map((source) => (
          <option key={source.id} value={source.id}>
            {source.producer}: {source.title}
          </option>
        ))}
      </SelectField>
      {intake.faultyRows > 0 && (
        <label className="choice">
          <input type="checkbox" name="leaveOutFaulty" defaultChecked={answer?.sent.leaveOutFaulty ?? false} />
          {words.say('preview-leave-out', { count: intake.faultyRows })}
        </label>
      )}
      {preview.already && <p>{words.say('preview-already', { date: words.day(preview.already.at) })}</p>}
      {intake.gaps > 0 && <p>{words.say('preview-gaps', { count: intake.gaps })}</p>}
      <button type="submit" className="button" disabled={nothing}>
        {words.say('preview-publish')}
      </button>
    </Form>
  )
}
