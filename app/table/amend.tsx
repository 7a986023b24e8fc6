import { Link } from '@remix-run/react'
import { ActForm } from '#app/parts/act-form.tsx'
import { AreaField } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import { AmendBlocks } from '#app/table/amend-blocks.tsx'
import { AmendLines } from '#app/table/amend-lines.tsx'
import type { Draft, Drafting } from '#app/table/draft.ts'
import type { HandsProps } from '#app/table/hands.tsx'
import { useMounted } from '#app/table/mounted.ts'
import type { Names, TableAmendment } from '#app/table/page-data.ts'
import { changesBetween } from '#rules/changes-between.ts'
import type { Change, Line } from '#rules/shapes/proposal.ts'

export interface AmendProps {
  readonly unitId: string
  readonly proposalId: string
  readonly newest: number
  readonly drafting: Drafting
  /** The amendment that is rewritten; null for a new one. */
  readonly rewritten: TableAmendment | null
  readonly names: Names
  readonly seed: string
  readonly hands: Omit<HandsProps, 'line'>
  /** Shows one's hand on a line to everybody at the table; null takes it away. */
  readonly onHand: (line: Line | null) => void
  readonly onDone: () => void
}

/** Words and quantities amended together, against a stated version; nothing that is typed is lost. */
export function Amend(props: AmendProps) {
  const { unitId, proposalId, newest, drafting, rewritten, names, seed, hands, onHand, onDone } = props
  const words = useWords()
  const mounted = useMounted()
  const { draft, change, forget, isKept } = drafting
  const changes = changesBetween(draft.baseBody, draft.wanted)
  const form = rewritten ? `rewrite-${rewritten.id}` : 'amend'
  const json = mounted ? { json: JSON.stringify({ base: draft.base, changes }) } : { base: String(draft.base) }
  const about: Record<string, string> = rewritten
    ? { unitId, amendmentId: rewritten.id, ...json }
    : { unitId, proposalId, ...json }
  return (
    <ActForm
      form={form}
      act={rewritten ? 'amendment.rewrite' : 'amendment.table'}
      seed={seed}
      values={about}
      labels={{ reason: words.say('amend-reason'), ...labelsOf(changes, draft, words) }}
      className="amend"
      onDone={() => {
        forget()
        onDone()
      }}
    >
      {({ busy, refusal, sent }) => (
        <>
          <p className="amend-base">
            {words.say(rewritten ? 'rewrite-against' : 'amend-against', { version: draft.base })}
          </p>
          {draft.base !== newest && <p className="soft">{words.say('amend-older', { version: draft.base, newest })}</p>}
          {isKept && (
            <Notice meaning="proposed" title={null} isAnswer>
              <p>
                {words.say('draft-kept')}{' '}
                <button type="button" className="button plain" onClick={forget}>
                  {words.say('draft-forget')}
                </button>
              </p>
            </Notice>
          )}
          <AmendBlocks drafting={drafting} mounted={mounted} sent={sent} />
          <AmendLines
            drafting={drafting}
            mounted={mounted}
            sent={sent}
            names={names}
            unitId={unitId}
            hands={hands}
            onHand={onHand}
          />
          {!rewritten && (
            <AreaField
              name="reason"
              label={words.say('amend-reason')}
              hint={words.say('amend-reason-hint')}
              faults={refusal?.fields ?? {}}
              required
              maxLength={10_000}
              value={mounted ? draft.reason : (sent.reason ?? '')}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          )}
          <div className="buttons">
            <button type="submit" className="button" disabled={busy || (mounted && changes.length === 0)}>
              {words.say(rewritten ? 'rewrite-do' : 'amend-do')}
            </button>
            <Link to="?" className="button quiet" preventScrollReset>
              {words.say('amend-leave')}
            </Link>
          </div>
          {mounted && (
            <p className="soft small">
              {changes.length === 0 ? words.say('amend-nothing') : words.say('amend-count', { count: changes.length })}
            </p>
          )}
        </>
      )}
    </ActForm>
  )
}

/** A refusal names a change by its place in the list; a reader knows it by its paragraph or line. */
function labelsOf(changes: readonly Change[], draft: Draft, words: Wording): Record<string, string> {
  const paragraph = (id: string) =>
    words.say('amend-block', { number: draft.wanted.blocks.findIndex((block) => block.id === id) + 1 })
  return Object.fromEntries(
    changes.flatMap((change, at) => {
      const path = `changes.${at}`
      if (change.kind === 'title') return [[`${path}.text`, words.say('amend-title')]]
      if (change.kind === 'words') return [[`${path}.text`, paragraph(change.blockId)]]
      if (change.kind === 'insert-block') return [[`${path}.block.text`, paragraph(change.block.id)]]
      return [[`${path}.to`, words.say('amend-amount')]]
    }),
  )
}
