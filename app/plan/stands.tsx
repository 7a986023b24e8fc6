import { Stamp } from '#app/parts/stamp.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { Actuals, PlanState } from '#figures/actuals.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { formatShare } from '#rules/words/numbers.ts'

/** How a plan line stands: what fits in green, what drifts in ochre since it comes back to the table, what is not known in ink. */
export function PlanStands({ state }: { state: PlanState }) {
  const words = useWords()
  const word = words.say(`plan-stands-${state}`)
  if (state === 'on-course') return <Stamp meaning="fits" word={word} />
  if (state === 'ahead' || state === 'behind') return <Stamp meaning="proposed" word={word} />
  return <span className="stamp soft">{word}</span>
}

/** A deviation with its sign and its share: "−4 t (−3.9%)"; the share is left out where nothing was expected. */
export function deviationText(deviation: NonNullable<Actuals['deviation']>, unit: string, words: Wording): string {
  const amount = signed(words.amount(deviation.amount, unitSymbol(unit)), deviation.amount)
  if (deviation.share === null) return amount
  return words.say('plan-deviation', { amount, percent: percentText(deviation.share, words) })
}

/** A share in percent with its sign. */
export const percentText = (share: number, words: Wording): string => {
  const text = formatShare(words.language, Math.abs(share), 1)
  return share < 0 ? `\u2212${text}` : `+${text}`
}

const signed = (worded: string, amount: string): string =>
  amount.startsWith('-') || Number(amount) === 0 ? worded : `+${worded}`

/** What can be expected by now: exact by months, rounded where it goes by the time that has passed. */
export const expectedText = ({ expected, basis }: Actuals, unit: string, words: Wording): string =>
  basis === 'elapsed' ? words.short(expected ?? '0', unitSymbol(unit)) : words.amount(expected ?? '0', unitSymbol(unit))

/** By what the expectation goes: so many months reported, or the time that has passed. */
export function basisText({ basis, reported, months }: Actuals, words: Wording): string | null {
  if (basis === null) return null
  if (basis === 'elapsed') return words.say('plan-expected-elapsed')
  return months === 1 ? null : words.say('plan-expected-months', { reported: reported.length, months })
}
