import { measureOf } from '#app/brief/shown.ts'
import { findingOf } from '#app/charts/finding.ts'
import { byUnit } from '#app/charts/shape.ts'
import { listed } from '#app/minute/shown.ts'
import { lowered, wordedSeries } from '#app/parts/chart-series.ts'
import type { Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { symbolQuantity } from '#figures/symbol.ts'

type BriefPage = AnswerOf<'brief.edit'>
type Block = BriefPage['blocks'][number]

/** Fills in what an office left empty: the heading of a part is the finding in its figures, the opening says what is asked. */
export const wordedBlocks = (page: BriefPage, words: Wording): Block[] =>
  page.blocks.map((block, at): Block => {
    if (block.kind === 'words')
      return block.text === '' && at === 0 ? { ...block, text: openingOf(page, words) } : block
    const title = block.title === '' ? titleOf(block, words) : block.title
    if (block.kind !== 'pictograms') return { ...block, title }
    return { ...block, title, per: block.per ?? symbolQuantity(largestIn(block)) }
  })

/** The first sentence of a brief: what the proposal's lines ask. */
function openingOf({ lines, units, products }: BriefPage, words: Wording): string {
  if (lines.length === 0) return words.say('brief-opening-none')
  const asked = lines.slice(0, 6).map((line) =>
    words.say('brief-opening-line', {
      unit: units[line.unitId] ?? line.unitId,
      direction: line.direction,
      amount: words.amount(line.amount, unitSymbol(line.unit)),
      product: lowered(products[line.productId]?.name ?? line.productId),
      period: words.period(line.period),
    }),
  )
  return words.say('brief-opening', { lines: listed(asked, words) })
}

type Figures = Exclude<Block, { kind: 'words' }>

function titleOf({ kind, figures, from, to }: Figures, words: Wording): string {
  if (figures.length === 0) return ''
  const series = wordedSeries(figures, words)
  const first = byUnit(series)[0] ?? []
  const overTime = kind === 'line' || kind === 'table'
  // What is shown over time is told of its first series: which of several has the most says nothing there.
  const told = overTime ? first.slice(0, 1) : first
  const measure = measureOf(figures.slice(0, told.length), words)
  const finding = findingOf(told, measure, from !== null && from === to ? from : null, words)
  return words.say(finding.code, finding.values).slice(0, 200)
}

const largestIn = ({ figures }: Figures): number =>
  Math.max(0, ...figures.map((one) => one.points.findLast((point) => point.value !== null)?.value ?? 0))
