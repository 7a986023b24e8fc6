import { lowered } from '#app/parts/chart-series.ts'
import type { Wording } from '#app/parts/words.tsx'
import type { Names } from '#app/table/page-data.ts'
import { aboutText } from '#app/table/quantity.tsx'
import type { Consequences } from '#figures/consequences.ts'

/**
 * What follows, in a few short sentences: labour, the most used capacity where it is beyond what there is, what is missing.
 * Gives: at least one sentence.
 */
export function summaryOf(followed: Consequences, names: Names, words: Wording): string[] {
  const over = followed.capacity.filter((use) => use.after > use.capacity && use.after > use.before)
  const missing = followed.shortages.filter((short) => short.missing > 0)
  return [
    hoursSentence(followed.hours.total, words),
    ...over.slice(0, 2).map((use) =>
      words.say('follows-over', {
        who: whose(use, names, words),
        share: percent(use.shareAfter ?? 0),
      }),
    ),
    ...missing.slice(0, 2).map((short) =>
      words.say('follows-missing', {
        amount: aboutText(words, short.missing, short.unit),
        product: productName(short.productId, names),
        where: short.unitId === null ? '' : (names.units[short.unitId] ?? short.unitId),
        hasWhere: short.unitId === null ? 'no' : 'yes',
      }),
    ),
    ...(over.length + missing.length === 0 && followed.lines.length > 0 ? [words.say('follows-fits')] : []),
  ]
}

/** The labour that follows, in one sentence. */
export function hoursSentence(hours: number, words: Wording): string {
  const direction = Math.abs(hours) < 0.5 ? 'same' : hours > 0 ? 'more' : 'less'
  return words.say('follows-hours', { direction, amount: aboutText(words, hours, 'h') })
}

/** Whose capacity it is: a unit's, or all makers' of a product. */
export const whose = (
  { unitId, productId }: { readonly unitId: string | null; readonly productId: string },
  names: Names,
  words: Wording,
): string =>
  unitId === null
    ? words.say('all-makers', { product: productName(productId, names) })
    : (names.units[unitId] ?? unitId)

export const productName = (id: string, names: Names): string => lowered(names.products[id]?.name ?? id)

/** A share as a whole percentage; just above 100 is never rounded to 100. */
export const percent = (share: number): number =>
  share > 1 ? Math.max(101, Math.round(share * 100)) : Math.round(share * 100)
