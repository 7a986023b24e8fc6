import { useState } from 'react'
import { useWords } from '#app/parts/words.tsx'
import { AmendAmount } from '#app/table/amend-amount.tsx'
import type { Drafting } from '#app/table/draft.ts'
import { Hands, type HandsProps } from '#app/table/hands.tsx'
import { NewLine } from '#app/table/new-line.tsx'
import type { Names } from '#app/table/page-data.ts'
import { LineName } from '#app/table/quantity.tsx'
import { unitSymbol } from '#figures/measurement.ts'
import type { Line } from '#rules/shapes/proposal.ts'

interface AmendLinesProps {
  readonly drafting: Drafting
  readonly mounted: boolean
  readonly sent: Readonly<Record<string, string>>
  readonly names: Names
  readonly unitId: string
  readonly hands: Omit<HandsProps, 'line'>
  readonly onHand: (line: Line | null) => void
}

/** Every quantity line with its amount to be typed or moved; lines can go and come. */
export function AmendLines({ drafting, mounted, sent, names, unitId, hands, onHand }: AmendLinesProps) {
  const words = useWords()
  const [adding, setAdding] = useState(false)
  const { draft, change } = drafting
  const { wanted, baseBody } = draft
  const set = (lines: readonly Line[]) => change({ wanted: { ...wanted, lines: [...lines] } })
  const added = wanted.lines.filter((line) => !baseBody.lines.some((one) => one.id === line.id))
  return (
    <fieldset className="amend-lines">
      <legend>{words.say('lines-title')}</legend>
      {[...baseBody.lines, ...added].map((line) => {
        const now = wanted.lines.find((one) => one.id === line.id)
        const unit = unitSymbol(line.unit)
        if (!now)
          return (
            <div key={line.id} className="amend-gone">
              <del>
                <LineName line={line} names={names} /> {words.amount(line.amount, unit)}
              </del>
              <button
                type="button"
                className="button plain"
                onClick={() => set(inOrder(baseBody.lines, line, wanted.lines))}
              >
                {words.say('amend-put-back')}
              </button>
            </div>
          )
        const touched = now.amount !== line.amount || added.includes(line)
        return (
          <div key={line.id} id={`amend-${line.id}`} className={touched ? 'amend-line amend-touched' : 'amend-line'}>
            <LineName line={line} names={names} />
            <Hands line={line} {...hands} />
            {mounted ? (
              <AmendAmount
                line={now}
                base={line.amount}
                label={words.say('amend-amount')}
                onHand={onHand}
                onChange={(amount) => set(wanted.lines.map((one) => (one.id === line.id ? { ...one, amount } : one)))}
              />
            ) : (
              <label className="field">
                <span className="field-label">{words.say('amend-amount-in', { unit })}</span>
                <input
                  name={`_line.${line.id}`}
                  inputMode="decimal"
                  required
                  defaultValue={sent[`_line.${line.id}`] ?? line.amount}
                />
              </label>
            )}
            {mounted ? (
              <button
                type="button"
                className="button plain"
                onClick={() => set(wanted.lines.filter((one) => one.id !== line.id))}
              >
                {words.say('line-remove')}
              </button>
            ) : (
              <label className="choice">
                <input type="checkbox" name={`_gone.${line.id}`} />
                {words.say('line-remove')}
              </label>
            )}
          </div>
        )
      })}
      {mounted &&
        (adding ? (
          <NewLine
            unitId={unitId}
            onAdd={(line) => {
              set([...wanted.lines, line])
              setAdding(false)
            }}
            onLeave={() => setAdding(false)}
          />
        ) : (
          <button type="button" className="button quiet" onClick={() => setAdding(true)}>
            {words.say('line-add')}
          </button>
        ))}
    </fieldset>
  )
}

/** Puts a line back where it stood among the base's lines; new ones stay last. */
function inOrder(base: readonly Line[], back: Line, lines: readonly Line[]): Line[] {
  const there = new Map([...lines, back].map((line) => [line.id, line]))
  const old = base.flatMap((line) => there.get(line.id) ?? [])
  return [...old, ...lines.filter((line) => !base.some((one) => one.id === line.id))]
}
