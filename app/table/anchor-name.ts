import { lowered, seriesHref, seriesName } from '#app/parts/chart-series.ts'
import type { Wording } from '#app/parts/words.tsx'
import type { TablePage } from '#app/table/page-data.ts'
import { lineWords } from '#app/table/quantity.tsx'
import type { Anchor } from '#rules/shapes/statement.ts'

/** Names what a statement is about, and leads there. */
export function anchorName(anchor: Anchor, page: TablePage, words: Wording): { name: string; href: string } {
  switch (anchor.kind) {
    case 'proposal':
      return { name: words.say('about-proposal'), href: '#content' }
    case 'block': {
      const at = page.body.blocks.findIndex((block) => block.id === anchor.id)
      return {
        name: at === -1 ? words.say('about-block-gone') : words.say('about-block', { number: at + 1 }),
        href: `#block-${anchor.id}`,
      }
    }
    case 'line': {
      const line = [...page.body.lines, ...page.amendments.flatMap((one) => one.was.lines)].find(
        (one) => one.id === anchor.id,
      )
      return { name: line ? lineWords(words, line, page) : words.say('about-line-gone'), href: `#line-${anchor.id}` }
    }
    case 'amendment': {
      const by = page.amendments.find((one) => one.id === anchor.id)?.personId ?? ''
      const person = page.people[by] ?? words.say('person-erased')
      return { name: words.say('amendment-of', { person }), href: `#amendment-${anchor.id}` }
    }
    case 'figure': {
      const figure = page.figures.find((one) => one.id === anchor.series)
      const name = figure ? figureName(figure, words) : anchor.series
      const period = anchor.period === null ? '' : `, ${words.period(anchor.period)}`
      return { name: `${name}${period}`, href: seriesHref(anchor.series) }
    }
  }
}

/** Whose figures they are and what they count: "North Mill: output of flour". */
export const figureName = (figure: TablePage['figures'][number], words: Wording): string =>
  `${figure.unitName}: ${lowered(seriesName(figure, words))}`
