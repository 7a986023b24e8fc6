import { Mark } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { TableAmendment, TablePage } from '#app/table/page-data.ts'
import { LineName } from '#app/table/quantity.tsx'
import { unitSymbol } from '#figures/measurement.ts'
import type { Line } from '#rules/shapes/proposal.ts'

interface ConflictsProps {
  readonly page: TablePage
  readonly amendments: readonly TableAmendment[]
}

/** Lines for which more than one amendment names an amount: all of them and the present one on one scale. */
export function Conflicts({ page, amendments }: ConflictsProps) {
  const words = useWords()
  const contested = page.body.lines.flatMap((line) => {
    const wanted = amendments.flatMap((one) =>
      one.changes.flatMap((change) =>
        change.kind === 'amount' && change.lineId === line.id ? [{ id: one.id, by: one.personId, to: change.to }] : [],
      ),
    )
    return new Set(wanted.map((each) => each.to)).size > 1 ? [{ line, wanted }] : []
  })
  if (contested.length === 0) return null
  return (
    <div className="conflicts">
      <p>{words.say('conflicts', { count: contested.length })}</p>
      {contested.map((each) => (
        <Conflict key={each.line.id} {...each} page={page} />
      ))}
    </div>
  )
}

interface ConflictProps {
  readonly page: TablePage
  readonly line: Line
  readonly wanted: readonly { readonly id: string; readonly by: string; readonly to: string }[]
}

function Conflict({ page, line, wanted }: ConflictProps) {
  const words = useWords()
  const unit = unitSymbol(line.unit)
  const rows = [
    { id: 'present', name: words.say('conflict-present', { version: page.version }), amount: line.amount },
    ...wanted.map(({ id, by, to }) => ({ id, name: page.people[by] ?? words.say('person-erased'), amount: to })),
  ].sort((one, other) => Number(one.amount) - Number(other.amount))
  const values = rows.map((row) => Number(row.amount))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const place = (amount: string) => `${4 + 92 * ((Number(amount) - least) / (most - least || 1))}%`
  return (
    <figure className="conflict">
      <figcaption>
        <LineName line={line} names={page} />
      </figcaption>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {row.id === 'present' ? <span>{row.name}</span> : <a href={`#amendment-${row.id}`}>{row.name}</a>}
            <span className="conflict-scale" aria-hidden="true">
              <span className="conflict-dot" style={{ left: place(row.amount) }}>
                <Mark meaning={row.id === 'present' ? 'figures' : 'proposed'} />
              </span>
            </span>
            <strong className="number">{words.amount(row.amount, unit)}</strong>
          </li>
        ))}
      </ul>
    </figure>
  )
}
