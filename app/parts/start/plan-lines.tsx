import { Link } from '@remix-run/react'
import { useWords } from '#app/parts/words.tsx'
import { PlanStands } from '#app/plan/stands.tsx'
import type { StandingLine } from '#db/views/start/plan.ts'
import { unitSymbol } from '#figures/measurement.ts'

interface PlanLinesProps {
  readonly lines: readonly StandingLine[]
  readonly units: Readonly<Record<string, string>>
  readonly products: Readonly<Record<string, { readonly name: string }>>
}

/** Plan lines in force, each in one sentence, with how it stands. */
export function PlanLines({ lines, units, products }: PlanLinesProps) {
  const words = useWords()
  return (
    <ul className="entries">
      {lines.map((line) => {
        const unit = unitSymbol(line.unit)
        const { state, done, expected } = line.stands
        return (
          <li key={line.id}>
            <p>
              <Link to={`/plan/${line.id}`}>
                {words.say('start-plan-line', {
                  direction: line.direction,
                  unit: units[line.doerId] ?? line.doerId,
                  amount: words.amount(line.amount, unit),
                  product: (products[line.productId]?.name ?? line.productId).toLowerCase(),
                  period: words.period(line.period),
                })}
              </Link>
            </p>
            <p className="entry-meta">
              <PlanStands state={state} />
              {done !== null && expected !== null && (
                <span>
                  {words.say('start-plan-done', {
                    done: words.amount(done, unit),
                    expected: words.amount(expected, unit),
                  })}
                </span>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
