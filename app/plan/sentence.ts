import { lowered } from '#app/parts/chart-series.ts'
import type { Wording } from '#app/parts/words.tsx'
import { expectedText } from '#app/plan/stands.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import type { Actuals } from '#figures/actuals.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { monthsOf } from '#figures/period.ts'

type LinePage = AnswerOf<'plan.line'>

/** A plan line in one sentence: "Old Mill delivers 40 t of flour in January 2027 to Riverside Bakery". */
export const planSentence = (
  line: LinePage['line'],
  { units, products }: Pick<LinePage, 'units' | 'products'>,
  words: Wording,
): string =>
  words.say('plan-line-sentence', {
    unit: units[line.doerId] ?? line.doerId,
    direction: line.direction,
    amount: words.amount(line.amount, unitSymbol(line.unit)),
    product: lowered(products[line.productId]?.name ?? line.productId),
    period: words.period(line.period),
    hasCounterpart: line.counterpartId === null ? 'no' : 'yes',
    counterpart: units[line.counterpartId ?? ''] ?? line.counterpartId ?? '',
  })

/** How a plan line stands, in one sentence. */
export function standsSentence(line: LinePage['line'], actuals: Actuals, words: Wording): string {
  const symbol = unitSymbol(line.unit)
  if (actuals.state === 'not-begun') return words.say('plan-line-none')
  if (actuals.state === 'not-comparable') return words.say('plan-line-not-comparable')
  if (actuals.state === 'not-yet-reported')
    return words.say('plan-line-unreported', { expected: expectedText(actuals, line.unit, words) })
  return words.say('plan-line-done', {
    done: words.amount(actuals.done ?? '0', symbol),
    plan: words.amount(line.amount, symbol),
    stands: actuals.state === 'on-course' ? 'fits' : actuals.state,
    deviation: words.amount((actuals.deviation?.amount ?? '0').replace('-', ''), symbol),
    isWhole: actuals.reported.length === monthsOf(line.period).length ? 'yes' : 'no',
    reported: actuals.reported.length,
  })
}
