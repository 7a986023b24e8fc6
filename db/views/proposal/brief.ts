import { and, desc, eq, isNull } from 'drizzle-orm'
import { bearingSeries } from '#db/books/bearing.ts'
import type { Frozen } from '#db/freeze.ts'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { AsOf } from '#db/views/figure/as-of.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { describeSeries } from '#db/views/figure/described.ts'
import type { Line } from '#rules/shapes/proposal.ts'
import type { Anchor } from '#rules/shapes/statement.ts'

/** More links than this are no help; the unit's own page lists them all. */
const mostBearing = 24

/** What stood when the vote on a proposal was opened; null while none has been. */
export interface FrozenThen {
  readonly opensAt: string
  readonly figures: Frozen
}

/** Gives what was frozen for the newest vote on the proposal itself. */
export async function frozenFor(read: Reader, { votes }: Tables, proposalId: string): Promise<FrozenThen | null> {
  const [vote] = await read
    .select({ frozen: votes.frozen, opensAt: votes.opensAt })
    .from(votes)
    .where(and(eq(votes.proposalId, proposalId), isNull(votes.amendmentId)))
    .orderBy(desc(votes.opensAt))
    .limit(1)
  return vote ? { opensAt: vote.opensAt, figures: JSON.parse(vote.frozen) as Frozen } : null
}

/**
 * Gives a proposal's brief with the figures of each block, as they stand now; once a vote on the proposal has been opened,
 * the brief and its figures as they were frozen then.
 */
export async function briefShown(read: Reader, tables: Tables, proposalId: string, frozen: FrozenThen | null) {
  const { briefs } = tables
  const [brief] = await read.select().from(briefs).where(eq(briefs.proposalId, proposalId))
  if (!brief) return null
  const asOf: AsOf = frozen ? { numbers: frozen.figures.asOf } : null
  const body = frozen?.figures.brief?.body ?? brief.body
  const blocks = []
  for (const block of body.blocks) {
    if (block.kind === 'words') blocks.push(block)
    else {
      const { from, to } = block
      blocks.push({ ...block, figures: await chartSeries(read, tables, block.series, { asOf, from, to }) })
    }
  }
  return {
    title: body.title,
    version: brief.version,
    writtenBy: brief.writtenBy,
    at: brief.at,
    frozenAt: frozen?.opensAt ?? null,
    blocks,
  }
}

/** Names the series that bear on a proposal's lines, and those that statements speak of. */
export async function seriesSpokenOf(
  read: Reader,
  tables: Tables,
  lines: readonly Line[],
  statements: readonly { readonly anchor: Anchor }[],
) {
  const bearing = await bearingSeries({ tx: read, tables }, lines)
  const why = new Map(bearing.map((each) => [each.seriesId, each.why]))
  const anchored = statements.flatMap(({ anchor }) => (anchor.kind === 'figure' ? [anchor.series] : []))
  const ids = [...new Set([...bearing.slice(0, mostBearing).map((each) => each.seriesId), ...anchored])]
  const described = await describeSeries(read, tables, ids)
  return described.map(({ id, unitName, measureName, productName, counterpartName, pictogram }) => ({
    id,
    unitName,
    measureName,
    productName,
    counterpartName,
    pictogram,
    why: why.get(id) ?? null,
  }))
}
