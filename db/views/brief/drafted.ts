import type { Bearing } from '#db/books/bearing.ts'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { measures } from '#figures/books.ts'
import { groupedBy } from '#figures/grouped.ts'
import { periodOf, shiftPeriod } from '#figures/period.ts'
import { symbolQuantity } from '#figures/symbol.ts'
import type { BriefBlock, BriefBody } from '#rules/shapes/brief.ts'
import type { ProposalBody } from '#rules/shapes/proposal.ts'

/** Bars and rows of symbols beyond this many are a table. */
const mostSideBySide = 6

/**
 * Drafts a brief from the figures that bear on a proposal's lines: what the unit makes and could make, what its suppliers make, what
 * lies in store, and a table of the unit's own books. Titles and the opening words are left empty: the page words them from the figures.
 * Gives: null where no figures bear on the lines.
 */
export async function draftOfBrief(
  { read, tables, now }: { readonly read: Reader; readonly tables: Tables; readonly now: string },
  { title, lines }: ProposalBody,
  bearing: readonly Bearing[],
): Promise<BriefBody | null> {
  if (bearing.length === 0) return null
  const month = periodOf(now, 'M')
  const [from, recent] = [shiftPeriod(month, -36), shiftPeriod(month, -12)]
  const wanted = new Set(lines.map((line) => line.productId))
  const own = bearing.filter((each) => each.why === 'doer')
  const made = own.filter(
    (each) => each.measureId === measures.output && (each.productId === null || wanted.has(each.productId)),
  )
  const makers = made.length > 0 ? made : own.filter((each) => each.measureId === measures.consumption)
  const [maker] = makers
  const capacity = own.filter((each) => each.measureId === measures.capacity && each.unitId === maker?.unitId)
  const supplied = widest(bearing.filter((each) => each.why !== 'doer' && each.measureId === measures.output))
  const stocked = widest(bearing.filter((each) => each.measureId === measures.stock))
  const booked = own.filter((each) => each.unitId === (maker ?? own[0])?.unitId)
  const blocks: BriefBlock[] = [
    { kind: 'words', id: 'opening', text: '' },
    ...figures('line', 'output', maker ? [maker, ...capacity.slice(0, 1)] : [], from),
    ...figures('bar', 'suppliers', supplied, null),
    ...(await pictograms({ read, tables }, stocked)),
    ...figures('table', 'books', booked.slice(0, mostSideBySide), recent),
  ]
  return blocks.length > 1 ? { title, blocks } : null
}

function figures(
  kind: 'line' | 'bar' | 'table',
  id: string,
  series: readonly Bearing[],
  from: string | null,
): BriefBlock[] {
  if (series.length === 0) return []
  return [{ kind, id, title: '', series: series.map((each) => each.seriesId), from, to: null }]
}

async function pictograms(
  { read, tables }: { readonly read: Reader; readonly tables: Tables },
  stocked: readonly Bearing[],
): Promise<BriefBlock[]> {
  const ids = stocked.map((each) => each.seriesId)
  const latest = (await chartSeries(read, tables, ids, {})).flatMap(
    ({ points }) => points.findLast((point) => point.value !== null)?.value ?? [],
  )
  const most = Math.max(0, ...latest)
  if (most === 0) return []
  const per = symbolQuantity(most)
  return [{ kind: 'pictograms', id: 'stock', title: '', series: ids, from: null, to: null, per }]
}

/** The product of which most units have a figure, and these figures: only like is set beside like. */
function widest(series: readonly Bearing[]): Bearing[] {
  const groups = [...groupedBy(series, (each) => each.productId).values()]
  const [most] = groups.sort((one, other) => other.length - one.length)
  return (most ?? []).slice(0, mostSideBySide)
}
