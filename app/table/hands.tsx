import { useWords } from '#app/parts/words.tsx'
import { unitSymbol } from '#figures/measurement.ts'
import type { Here } from '#realtime/messages.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** Somebody's hand that one points at. */
export interface HandSeen {
  readonly name: string
  readonly lineId: string
  readonly amount: string
}

export interface HandsProps {
  readonly line: Line
  /** Everybody else who is here, with their pens. */
  readonly others: readonly Here[]
  /** Shows what follows from somebody's hand while one points at it; null lets go. */
  readonly onLook: (hand: HandSeen | null) => void
}

/** Whose hand is on a line just now, and where it moves it: pointing at it shows what would follow. */
export function Hands({ line, others, onLook }: HandsProps) {
  const words = useWords()
  const hands = others.flatMap(({ page, name, pen }) =>
    pen?.line === line.id ? [{ page, name, value: pen.value }] : [],
  )
  if (hands.length === 0) return null
  return (
    <p className="hands">
      {hands.map((hand) => {
        const name = hand.name ?? words.say('person-erased')
        const look = () => onLook({ name, lineId: line.id, amount: hand.value })
        return (
          <button
            key={hand.page}
            type="button"
            className="hand"
            onMouseEnter={look}
            onFocus={look}
            onClick={look}
            onMouseLeave={() => onLook(null)}
            onBlur={() => onLook(null)}
          >
            <HandMark />
            {words.say('hand-moves', { person: name, amount: words.amount(hand.value, unitSymbol(line.unit)) })}
          </button>
        )
      })}
    </p>
  )
}

function HandMark() {
  return (
    <svg className="pictogram" viewBox="0 0 24 24" aria-hidden="true">
      <use href="/pictograms.svg#hand" />
    </svg>
  )
}
