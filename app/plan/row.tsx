import { Link } from '@remix-run/react'
import { lowered } from '#app/parts/chart-series.ts'
import { Amount } from '#app/parts/figure-number.tsx'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords } from '#app/parts/words.tsx'
import { PlanBar } from '#app/plan/bar.tsx'
import { basisText, deviationText, expectedText, PlanStands } from '#app/plan/stands.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { unitSymbol } from '#figures/measurement.ts'

type PlanPage = AnswerOf<'plan.list'>

interface PlanRowProps {
  readonly line: PlanPage['lines'][number]
  readonly units: PlanPage['units']
  readonly products: PlanPage['products']
}

/** One plan line beside what is done: a picture first, the numbers under it. */
export function PlanRow({ line, units, products }: PlanRowProps) {
  const words = useWords()
  const { actuals } = line
  const symbol = unitSymbol(line.unit)
  const product = products[line.productId]
  const basis = actuals && basisText(actuals, words)
  return (
    <li className="plan-row">
      <h3>
        <Pictogram name={product?.pictogram ?? 'box'} word={null} />{' '}
        <Link to={`/plan/${line.id}`}>
          {words.say('plan-line-short', {
            direction: line.direction,
            product: lowered(product?.name ?? line.productId),
            period: words.period(line.period),
            hasCounterpart: line.counterpartId === null ? 'no' : 'yes',
            counterpart: units[line.counterpartId ?? ''] ?? line.counterpartId ?? '',
          })}
        </Link>
      </h3>
      <div className="plan-row-stands">{actuals && <PlanStands state={actuals.state} />}</div>
      <PlanBar amount={line.amount} unit={line.unit} actuals={actuals} />
      <dl className="plan-row-numbers">
        <div className="means-decided">
          <dt>{words.say('plan-column-plan')}</dt>
          <dd>
            <Amount text={line.amount} unit={symbol} />
          </dd>
        </div>
        <div className={actuals?.done ? 'means-figures' : undefined}>
          <dt>{words.say('plan-column-done')}</dt>
          <dd>
            {actuals?.done ? (
              <>
                <Amount text={actuals.done} unit={symbol} />{' '}
                {actuals.isProvisional && <span className="status-mark">{words.say('plan-provisional')}</span>}
              </>
            ) : (
              words.say('plan-nothing-done')
            )}
          </dd>
        </div>
        {actuals?.expected && (
          <div>
            <dt>{words.say('plan-column-expected')}</dt>
            <dd>
              {expectedText(actuals, line.unit, words)} {basis && <span className="status-mark">{basis}</span>}
            </dd>
          </div>
        )}
        {actuals?.deviation && (
          <div>
            <dt>{words.say('plan-column-deviation')}</dt>
            <dd className="number">{deviationText(actuals.deviation, line.unit, words)}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}
