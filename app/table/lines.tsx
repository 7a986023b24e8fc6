import { Amount } from '#app/parts/figure-number.tsx'
import { Mark } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import { Hands, type HandsProps } from '#app/table/hands.tsx'
import type { Names, TableAmendment } from '#app/table/page-data.ts'
import { LineName, signedExact } from '#app/table/quantity.tsx'
import { About } from '#app/table/text.tsx'
import type { Consequences } from '#figures/consequences.ts'
import { unitSymbol } from '#figures/measurement.ts'
import type { Line } from '#rules/shapes/proposal.ts'

interface LinesProps {
  readonly lines: readonly Line[]
  readonly names: Names
  /** What follows from these lines; null where the books cannot say. */
  readonly followed: Consequences | null
  readonly said: ReadonlyMap<string, number>
  readonly maySpeak: boolean
  /** Amendments on the table that say another amount. */
  readonly amendments: readonly TableAmendment[]
  readonly hands: Omit<HandsProps, 'line'>
}

/** The quantity lines of a version: who does what, how much, what stands now, and the change. */
export function Lines(props: LinesProps) {
  const words = useWords()
  if (props.lines.length === 0) return <p className="soft">{words.say('lines-none')}</p>
  return (
    <ul className="table-lines">
      {props.lines.map((line) => (
        <LineRow key={line.id} line={line} {...props} />
      ))}
    </ul>
  )
}

function LineRow({ line, names, followed, said, maySpeak, amendments, hands }: LinesProps & { line: Line }) {
  const words = useWords()
  const own = followed?.lines.find((each) => each.lineId === line.id)
  const others = amendments.flatMap((one) =>
    one.changes.flatMap((change) =>
      change.kind === 'amount' && change.lineId === line.id ? [{ id: one.id, to: change.to, by: one.personId }] : [],
    ),
  )
  return (
    <li id={`line-${line.id}`} className="table-line">
      <LineName line={line} names={names} />
      <strong className="line-amount">
        <Amount text={line.amount} unit={unitSymbol(line.unit)} />
      </strong>
      {own && <StandsNow standing={own.standing} change={own.change} unit={own.unit} />}
      {others.length > 0 && (
        <p className="line-others">
          <Mark meaning="proposed" />{' '}
          {others.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ' · '}
              <a href={`#amendment-${other.id}`}>
                {words.say('line-other', {
                  person: names.people[other.by] ?? words.say('person-erased'),
                  amount: words.amount(other.to, unitSymbol(line.unit)),
                })}
              </a>
            </span>
          ))}
        </p>
      )}
      <Hands line={line} {...hands} />
      <About anchor={{ kind: 'line', id: line.id }} said={said} maySpeak={maySpeak} />
    </li>
  )
}

interface StandsNowProps {
  readonly standing: { readonly amount: string; readonly from: 'plan' | 'books' | 'none' }
  readonly change: string
  readonly unit: string
}

/** What stands now for a line, by the plan or the books, and the change against it. */
export function StandsNow({ standing, change, unit }: StandsNowProps) {
  const words = useWords()
  return (
    <p className="line-stands">
      {standing.from !== 'none' && <Mark meaning={standing.from === 'plan' ? 'decided' : 'figures'} />}{' '}
      {words.say('line-stands', {
        from: standing.from,
        amount: words.amount(standing.amount, unitSymbol(unit)),
        change: signedExact(words, change, unit),
      })}
    </p>
  )
}
