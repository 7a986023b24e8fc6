import { Link, useNavigate } from '@remix-run/react'
import { useMemo } from 'react'
import { ActForm } from '#app/parts/act-form.tsx'
import { AreaField, Field } from '#app/parts/field.tsx'
import { Notice } from '#app/parts/notice.tsx'
import { Page } from '#app/parts/page.tsx'
import { useWords } from '#app/parts/words.tsx'
import { faultsInPlace } from '#app/table/body-from.ts'
import { Consequences } from '#app/table/consequences.tsx'
import { engineOf } from '#app/table/engine.ts'
import { LineFields } from '#app/table/line-fields.tsx'
import { useMounted } from '#app/table/mounted.ts'
import { begun, type Proposing, plainLines, useProposing } from '#app/table/proposing.ts'
import { Spoken, Underneath } from '#app/table/spoken.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { Line } from '#rules/shapes/proposal.ts'

interface ProposeProps {
  readonly page: AnswerOf<'propose.page'>
  readonly seed: string
}

/** Opens a proposal: words and quantities, and beside them at once what would follow. */
export function Propose({ page, seed }: ProposeProps) {
  const words = useWords()
  const navigate = useNavigate()
  const mounted = useMounted()
  const { typed, set, forget, addBlock, addLine } = useProposing(page)
  const engine = useMemo(() => engineOf(page), [page])
  const lines = useMemo(() => readLines(typed), [typed])
  const names = { ...page, people: {} }
  const followed = engine && lines.length > 0 ? engine.follow(lines) : null
  const shown = followed && { name: words.say('propose-name'), lines, followed }
  const form = mounted ? typed : begun(page, plainLines)
  const { may } = page
  return (
    <Page
      kicker={<Link to={`/units/${page.unit.id}`}>{page.unit.name}</Link>}
      title={words.say('propose-title')}
      state={words.say('propose-state', { unit: page.unit.name })}
      next={null}
    >
      {!may.propose.ok && (
        <Notice meaning={null} title={null} isAnswer={false}>
          <p>{words.sayCode(may.propose.code, may.propose.values)}</p>
        </Notice>
      )}
      <div className="beside propose">
        <ActForm
          form="propose"
          act="proposal.open"
          seed={seed}
          values={{}}
          labels={labelsOf(form, words.say)}
          place={faultsInPlace}
          onDone={(result) => {
            forget()
            navigate(`/proposals/${(result as { proposalId: string }).proposalId}`)
          }}
        >
          {({ busy, refusal, sent }) => (
            <>
              <Field
                name="body.title"
                label={words.say('propose-heading')}
                hint={words.say('propose-heading-hint')}
                faults={refusal?.fields ?? {}}
                required
                maxLength={200}
                value={mounted ? typed.title : (sent['body.title'] ?? '')}
                onChange={(event) => set({ ...typed, title: event.currentTarget.value })}
              />
              {form.blocks.map((block, at) => (
                <div key={block.id}>
                  <input type="hidden" name={`body.blocks.${at}.id`} value={block.id} />
                  <AreaField
                    name={`body.blocks.${at}.text`}
                    label={words.say('amend-block', { number: at + 1 })}
                    hint={at === 0 ? words.say('propose-words-hint') : null}
                    faults={refusal?.fields ?? {}}
                    required={at === 0}
                    maxLength={10_000}
                    value={mounted ? block.text : (sent[`body.blocks.${at}.text`] ?? '')}
                    onChange={(event) => {
                      const text = event.currentTarget.value
                      set({
                        ...typed,
                        blocks: typed.blocks.map((one) => (one.id === block.id ? { ...one, text } : one)),
                      })
                    }}
                  />
                  {mounted && at > 0 && (
                    <button
                      type="button"
                      className="button plain"
                      onClick={() => set({ ...typed, blocks: typed.blocks.filter((one) => one.id !== block.id) })}
                    >
                      {words.say('amend-remove')}
                    </button>
                  )}
                </div>
              ))}
              {mounted && (
                <button type="button" className="button quiet" onClick={addBlock}>
                  {words.say('propose-block')}
                </button>
              )}
              <h2 className="lines-title">{words.say('lines-title')}</h2>
              <p className="soft">{words.say('propose-lines-hint')}</p>
              {Object.keys(page.products).length === 0 && (
                <p>
                  {words.say('propose-no-product')} <Link to="/books">{words.say('books-title')}</Link>
                </p>
              )}
              {form.lines.map((line, at) => (
                <fieldset key={line.id} className="propose-line">
                  <legend>{words.say('propose-line', { number: at + 1 })}</legend>
                  <input type="hidden" name={`body.lines.${at}.id`} value={line.id} />
                  <LineFields
                    typed={mounted ? line : sentLine(line, sent, at)}
                    choices={page}
                    faults={refusal?.fields ?? {}}
                    path={`body.lines.${at}.`}
                    isPlain={!mounted}
                    onChange={(next) =>
                      set({ ...typed, lines: typed.lines.map((one) => (one.id === line.id ? next : one)) })
                    }
                  />
                  {mounted && (
                    <button
                      type="button"
                      className="button plain"
                      onClick={() => set({ ...typed, lines: typed.lines.filter((one) => one.id !== line.id) })}
                    >
                      {words.say('line-remove')}
                    </button>
                  )}
                </fieldset>
              ))}
              {mounted && (
                <button type="button" className="button quiet" onClick={addLine}>
                  {words.say('line-add')}
                </button>
              )}
              <div className="propose-do">
                <button type="submit" className="button" disabled={busy || !may.propose.ok}>
                  {words.say('propose-do')}
                </button>
              </div>
            </>
          )}
        </ActForm>
        <div className="propose-follows">
          {shown ? (
            <>
              <Consequences
                id="consequences"
                shown={shown}
                beside={null}
                names={names}
                vintage={{ ...page.technique, isFrozen: false }}
              />
              <Underneath shown={shown} names={names} />
              <Spoken shown={shown} names={names} />
            </>
          ) : (
            <p className="soft">{words.say('propose-follows')}</p>
          )}
        </div>
      </div>
    </Page>
  )
}

/** The lines that can be reckoned with already. */
const readLines = ({ lines }: Proposing): Line[] =>
  lines.flatMap((line) => {
    const read = Line.safeParse({
      ...line,
      amount: line.amount.replace(/[\s,]/g, ''),
      counterpartId: line.counterpartId || null,
    })
    return read.success ? [read.data] : []
  })

/** A line as it was sent and refused. */
function sentLine<L extends object>(line: L, sent: Readonly<Record<string, string>>, at: number): L {
  const given = Object.keys(line).flatMap((name) => {
    const value = sent[`body.lines.${at}.${name}`]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...line, ...Object.fromEntries(given) }
}

function labelsOf(typed: Proposing, say: ReturnType<typeof useWords>['say']): Record<string, string> {
  const parts = ['unitId', 'direction', 'productId', 'amount', 'unit', 'period', 'counterpartId'] as const
  const codes = [
    'line-unit',
    'line-direction',
    'line-product',
    'line-amount',
    'line-measure',
    'line-period',
    'line-counterpart',
  ] as const
  return Object.fromEntries([
    ['body.title', say('propose-heading')],
    ...typed.blocks.map((_, at) => [`body.blocks.${at}.text`, say('amend-block', { number: at + 1 })]),
    ...typed.lines.flatMap((_, at) =>
      parts.map((part, index) => [
        `body.lines.${at}.${part}`,
        `${say('propose-line', { number: at + 1 })}, ${say(codes[index] ?? 'line-amount')}`,
      ]),
    ),
  ])
}
