import type { ReactNode } from 'react'
import { useWords } from '#app/parts/words.tsx'
import { Compared } from '#app/table/compared.tsx'
import type { Names, TableAmendment } from '#app/table/page-data.ts'
import { LineName, signedExact } from '#app/table/quantity.tsx'
import { exactText, parseDecimal, subtractDecimals } from '#figures/decimal.ts'
import { unitSymbol } from '#figures/measurement.ts'
import type { Change } from '#rules/shapes/proposal.ts'
import { textDifference } from '#rules/text/difference.ts'

interface AmendmentChangesProps {
  readonly amendment: Pick<TableAmendment, 'changes' | 'was'>
  readonly names: Names
}

/** What an amendment changes: words with what goes and what comes, amounts with their difference. */
export function AmendmentChanges({ amendment, names }: AmendmentChangesProps) {
  return (
    <ul className="changes">
      {amendment.changes.map((change) => (
        <li key={keyOf(change)}>
          <OneChange change={change} was={amendment.was} names={names} />
        </li>
      ))}
    </ul>
  )
}

interface OneChangeProps {
  readonly change: Change
  readonly was: TableAmendment['was']
  readonly names: Names
}

function OneChange({ change, was, names }: OneChangeProps): ReactNode {
  const words = useWords()
  const textOf = (id: string) => was.blocks.find((block) => block.id === id)?.text ?? ''
  switch (change.kind) {
    case 'title':
      return <Compared parts={textDifference(was.title, change.text)} />
    case 'words':
      return <Compared parts={textDifference(textOf(change.blockId), change.text)} />
    case 'insert-block':
      return <Compared parts={[{ kind: 'added', text: change.block.text }]} />
    case 'remove-block':
      return <Compared parts={[{ kind: 'removed', text: textOf(change.blockId) }]} />
    case 'amount': {
      const line = was.lines.find((one) => one.id === change.lineId)
      const unit = line?.unit ?? ''
      return (
        <>
          {line && <LineName line={line} names={names} />}
          <strong className="change-amount">
            {words.say('amount-changed', {
              from: words.amount(change.from, unitSymbol(unit)),
              to: words.amount(change.to, unitSymbol(unit)),
              change: signedExact(words, difference(change.to, change.from), unit),
            })}
          </strong>
        </>
      )
    }
    case 'insert-line':
    case 'remove-line': {
      const line = change.kind === 'insert-line' ? change.line : was.lines.find((one) => one.id === change.lineId)
      if (!line) return null
      return (
        <>
          <LineName line={line} names={names} />
          <strong className="change-amount">
            {words.say(change.kind === 'insert-line' ? 'line-added' : 'line-removed', {
              amount: words.amount(line.amount, unitSymbol(line.unit)),
            })}
          </strong>
        </>
      )
    }
  }
}

function difference(to: string, from: string): string {
  const [one, other] = [parseDecimal(to), parseDecimal(from)]
  return one && other ? exactText(subtractDecimals(one, other)) : '0'
}

const keyOf = (change: Change): string => {
  if ('blockId' in change) return `${change.kind} ${change.blockId}`
  if ('lineId' in change) return `${change.kind} ${change.lineId}`
  if (change.kind === 'insert-block') return `block ${change.block.id}`
  return change.kind === 'insert-line' ? `line ${change.line.id}` : change.kind
}
