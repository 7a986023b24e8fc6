import { useWords } from '#app/parts/words.tsx'
import type { Actuals } from '#figures/actuals.ts'
import { unitSymbol } from '#figures/measurement.ts'

interface PlanBarProps {
  readonly amount: string
  readonly unit: string
  readonly actuals: Actuals | null
}

/** Units of the drawing from its left edge to the longest of what is drawn. */
const width = 400
const room = 8

/** What is done as a blue bar, what could be expected by now as a stroke of ink, the plan as a stroke of red. */
export function PlanBar({ amount, unit, actuals }: PlanBarProps) {
  const words = useWords()
  const plan = Number(amount)
  const done = actuals?.done ? Number(actuals.done) : null
  const expected = actuals?.expected ? Number(actuals.expected) : null
  const most = Math.max(plan, done ?? 0, expected ?? 0)
  const at = (value: number) => (most === 0 ? 0 : Math.round((value / most) * (width - room) * 10) / 10)
  const symbol = unitSymbol(unit)
  return (
    <svg
      className="plan-bar"
      viewBox={`0 0 ${width} 28`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.say('plan-bar-words', {
        plan: words.amount(amount, symbol),
        done: done === null ? 'none' : 'some',
        doneAmount: words.amount(actuals?.done ?? '0', symbol),
        expected: expected === null ? 'none' : 'some',
        expectedAmount: words.short(actuals?.expected ?? '0', symbol),
      })}
    >
      <line className="plan-bar-base" x1={1} x2={1} y1={2} y2={26} />
      <rect className="plan-bar-room" x={1} y={7} width={at(plan)} height={14} />
      {done !== null && (
        <rect
          className={actuals?.isProvisional ? 'plan-bar-done plan-bar-unsure' : 'plan-bar-done'}
          x={1}
          y={7}
          width={at(done)}
          height={14}
        />
      )}
      {expected !== null && <line className="plan-bar-expected" x1={at(expected)} x2={at(expected)} y1={4} y2={24} />}
      <line className="plan-bar-halo" x1={at(plan)} x2={at(plan)} y1={0} y2={28} />
      <line className="plan-bar-plan" x1={at(plan)} x2={at(plan)} y1={0} y2={28} />
    </svg>
  )
}

/** What the marks of the bars mean, once for all of them. */
export function PlanLegend() {
  const words = useWords()
  const marks = [
    ['plan-legend-done', <rect key="done" className="plan-bar-done" x={2} y={7} width={26} height={14} />],
    [
      'plan-legend-unsure',
      <rect key="unsure" className="plan-bar-done plan-bar-unsure" x={2} y={7} width={26} height={14} />,
    ],
    ['plan-legend-expected', <line key="expected" className="plan-bar-expected" x1={15} x2={15} y1={4} y2={24} />],
    ['plan-legend-plan', <line key="plan" className="plan-bar-plan" x1={15} x2={15} y1={0} y2={28} />],
  ] as const
  return (
    <ul className="plan-legend" aria-label={words.say('plan-legend')}>
      {marks.map(([code, mark]) => (
        <li key={code}>
          <svg viewBox="0 0 30 28" width={30} height={28} aria-hidden="true">
            {mark}
          </svg>
          {words.say(code)}
        </li>
      ))}
    </ul>
  )
}
