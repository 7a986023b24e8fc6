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
  const [from, recent] = [shiftPeriod(month, -36), shiftPeriod(month, -13)]
  const own = bearing.filter((each) => each.why === 'doer')
  const maker = makerOf(lines, own)
  const capacity = own.filter((each) => each.measureId === measures.capacity && each.unitId === maker?.unitId)
  const supplied = await widest(
    { read, tables },
    bearing,
    (each) => each.why !== 'doer' && each.measureId === measures.output,
  )
  const stocked = await widest({ read, tables }, bearing, (each) => each.measureId === measures.stock)
  const booked = own
    .filter((each) => each.unitId === (maker ?? own[0])?.unitId)
    .sort((one, other) => bookOrder.indexOf(one.measureId) - bookOrder.indexOf(other.measureId))
  const blocks: BriefBlock[] = [
    { kind: 'words', id: 'opening', text: '' },
    ...figures('line', 'output', maker ? [maker, ...capacity.slice(0, 1)] : [], from),
    ...figures('bar', 'suppliers', supplied, null),
    ...(await pictograms({ read, tables }, stocked)),
    ...figures('table', 'books', booked.slice(0, mostSideBySide), recent),
  ]
  return blocks.length > 1 ? { title, blocks } : null
}

/** In what order a unit's books are read: what is made, by how much work, of what could be, and what lies in store. */
const bookOrder: readonly string[] = [
  measures.output,
  measures.consumption,
  measures.hours,
  measures.capacity,
  measures.stock,
]

/** The series that a proposal is about before all: what the first of its lines' units makes, or consumes. */
function makerOf(lines: ProposalBody['lines'], own: readonly Bearing[]): Bearing | undefined {
  for (const measure of [measures.output, measures.consumption])
    for (const line of lines) {
      const found = own.find(
        (each) => each.measureId === measure && each.unitId === line.unitId && each.productId === line.productId,
      )
      if (found) return found
    }
  return own.find((each) => each.measureId === measures.output)
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

async function pictograms(given: Given, stocked: readonly Bearing[]): Promise<BriefBlock[]> {
  const series = stocked.map((each) => each.seriesId)
  const most = Math.max(0, ...(await latestOf(given, series)))
  if (most === 0) return []
  return [{ kind: 'pictograms', id: 'stock', title: '', series, from: null, to: null, per: symbolQuantity(most) }]
}

interface Given {
  readonly read: Reader
  readonly tables: Tables
}

/** The product of which most units have a figure that is not nothing, and these figures: only like is set beside like. */
async function widest(given: Given, all: readonly Bearing[], isMeant: (each: Bearing) => boolean): Promise<Bearing[]> {
  const groups = [...groupedBy(all.filter(isMeant), (each) => each.productId).values()]
  for (const group of groups.sort((one, other) => other.length - one.length)) {
    const some = group.slice(0, mostSideBySide)
    const latest = await latestOf(
      given,
      some.map((each) => each.seriesId),
    )
    if (latest.some((value) => value !== 0)) return some
  }
  return []
}

const latestOf = async ({ read, tables }: Given, ids: readonly string[]): Promise<number[]> =>
  (await chartSeries(read, tables, ids, {})).flatMap(
    ({ points }) => points.findLast((point) => point.value !== null)?.value ?? [],
  )
