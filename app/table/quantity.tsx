import { lowered } from '#app/parts/chart-series.ts'
import { Pictogram } from '#app/parts/pictogram.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { Names } from '#app/table/page-data.ts'
import { unitSymbol } from '#figures/measurement.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** Sets an amount of the books in words: exact texts stand as they are, computed numbers with three figures. */
export const aboutText = (words: Wording, value: number, unit: string): string =>
  words.short(Math.abs(value).toFixed(6), unitSymbol(unit))

/** The same with its sign: "+30 t", "−4 t". */
export const signedText = (words: Wording, value: number, unit: string): string =>
  `${value < 0 ? '\u2212' : '+'}${aboutText(words, value, unit)}`

/** An exact decimal difference with its sign. */
export const signedExact = (words: Wording, text: string, unit: string): string => {
  const amount = words.amount(text, unitSymbol(unit))
  return text.startsWith('-') ? amount : `+${amount}`
}

/** What a line speaks of in one phrase, without its amount: "Riverside Bakery produces bread in January 2027". */
export function lineWords(words: Wording, line: Line, names: Names): string {
  return words.say('line-words', {
    unit: names.units[line.unitId] ?? line.unitId,
    direction: line.direction,
    product: lowered(names.products[line.productId]?.name ?? line.productId),
    period: words.period(line.period),
    counterpart: line.counterpartId === null ? '' : (names.units[line.counterpartId] ?? line.counterpartId),
    hasCounterpart: line.counterpartId === null ? 'no' : 'yes',
  })
}

interface LineNameProps {
  readonly line: Line
  readonly names: Names
}

/** Who does what with which product, when, to or from whom; the pictogram before it. */
export function LineName({ line, names }: LineNameProps) {
  const words = useWords()
  return (
    <span className="line-name">
      <Pictogram name={names.products[line.productId]?.pictogram ?? 'box'} word={null} />
      <span>{lineWords(words, line, names)}</span>
    </span>
  )
}
