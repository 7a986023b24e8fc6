import type { ShownMinute } from '#app/minute/shown.ts'
import { ActForm } from '#app/parts/act-form.tsx'
import { AreaField } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'

interface ConfirmProps {
  readonly page: ShownMinute
  readonly seed: string
}

/** One button for the delegate, and a remark for whoever has something to add. */
export function Confirm({ page, seed }: ConfirmProps) {
  const words = useWords()
  const label = words.say('minute-confirm-remark')
  return (
    <ActForm
      form="confirm"
      act="minute.confirm"
      seed={seed}
      values={{ unitId: page.unit.id, proposalId: page.proposal.id, draftHash: page.hash }}
      labels={{ remark: label }}
    >
      {({ busy, refusal, sent }) => (
        <>
          <AreaField
            name="remark"
            label={label}
            hint={words.say('minute-confirm-remark-hint')}
            faults={refusal?.fields ?? {}}
            defaultValue={sent.remark ?? ''}
            maxLength={10_000}
          />
          <button type="submit" className="button" disabled={busy}>
            {words.say('minute-confirm-do')}
          </button>
        </>
      )}
    </ActForm>
  )
}
