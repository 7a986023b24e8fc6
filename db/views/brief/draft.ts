import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { bearingSeries } from '#db/books/bearing.ts'
import type { Reader } from '#db/open.ts'
import { newestVersionOf, onlyRow, openVotesOf } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { draftOfBrief } from '#db/views/brief/drafted.ts'
import { chartSeries, type SeriesPoints } from '#db/views/figure/chart-series.ts'
import { productsNamed, unitsNamed } from '#db/views/names.ts'
import { briefShown, frozenFor } from '#db/views/proposal/brief.ts'
import { defineView } from '#db/views/view.ts'
import { parsePeriod } from '#figures/period.ts'
import { mayFrom } from '#rules/may.ts'
import { SeriesId } from '#rules/shapes/brief.ts'
import { Id } from '#rules/shapes/names.ts'
import { whenBriefMayBeChanged } from '#rules/stages.ts'
import { whoMayBrief } from '#rules/standing.ts'

/** More than this cannot be picked from at a glance; others are added by their names. */
const mostOffered = 120

const figure = {
  id: Id,
  title: z.string().max(400),
  series: z.array(SeriesId).max(40),
  from: z.string().max(20).nullable(),
  to: z.string().max(20).nullable(),
}

/** A brief on the way: headings and words may still be empty, figures may still be missing. */
const DraftBody = z.object({
  title: z.string().max(400),
  blocks: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('words'), id: Id, text: z.string().max(20_000) }),
        z.object({ kind: z.literal('table'), ...figure }),
        z.object({ kind: z.literal('line'), ...figure }),
        z.object({ kind: z.literal('bar'), ...figure }),
        z.object({ kind: z.literal('pictograms'), ...figure, per: z.number().nullable() }),
      ]),
    )
    .max(60),
})
type DraftBody = z.infer<typeof DraftBody>

export const briefEdit = defineView({
  name: 'brief.edit',
  answers:
    'Gives a proposal’s brief as it can be changed: the one attached, or one drafted from the figures that bear on its lines, and all of these to pick from.',
  input: z.object({ proposalId: Id, body: DraftBody.nullish() }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { proposals, briefs } = tables
    const books = { tx: read, tables }
    const proposal = onlyRow(await read.select().from(proposals).where(eq(proposals.id, input.proposalId)))
    const version = await newestVersionOf(books, proposal.id)
    const [brief] = await read.select().from(briefs).where(eq(briefs.proposalId, proposal.id))
    const bearing = await bearingSeries(books, version.body.lines)
    const drafted = await draftOfBrief({ read, tables, now }, version.body, bearing)
    const body: DraftBody | null = input.body ?? brief?.body ?? drafted
    const offered = [
      ...new Set([
        ...(body?.blocks ?? []).flatMap((block) => (block.kind === 'words' ? [] : block.series)),
        ...bearing.map((each) => each.seriesId),
      ]),
    ].slice(0, mostOffered)
    // Once a vote has been opened the brief reads as it was frozen then, figures and all.
    const then = input.body ? null : await frozenFor(read, tables, proposal.id)
    const frozen = then && (await briefShown(read, tables, proposal.id, then))
    const blocks: ShownBlock[] = frozen?.frozenAt ? frozen.blocks : await drawnBlocks(read, tables, body?.blocks ?? [])
    const why = new Map(bearing.map((each) => [each.seriesId, each.why]))
    const units = await unitsNamed(read, tables)
    return {
      proposal: { id: proposal.id, title: proposal.title, stage: proposal.stage, version: proposal.version },
      unit: { id: proposal.unitId, name: units[proposal.unitId] ?? proposal.unitId },
      /** The number of the version that is attached; null where none is. */
      attached: brief ? { version: brief.version, at: brief.at, frozenAt: frozen?.frozenAt ?? null } : null,
      title: body?.title ?? proposal.title,
      lines: version.body.lines,
      blocks,
      /** The draft as it stands by itself, so that one can begin anew; null where no figures bear on the lines. */
      drafted,
      offered: (await chartSeries(read, tables, offered, {})).map(({ points, ...one }) => ({
        id: one.id,
        place: one.place,
        measureName: one.measureName,
        productName: one.productName,
        counterpartName: one.counterpartName,
        unit: one.unit,
        first: points.at(0)?.period ?? null,
        last: points.at(-1)?.period ?? null,
        why: why.get(one.id) ?? null,
      })),
      units,
      products: await productsNamed(read, tables),
      may: {
        attach: mayFrom(
          whoMayBrief(actor, standing, proposal.unitId),
          whenBriefMayBeChanged({ proposal, openVotes: await openVotesOf(books, proposal.id) }),
        ),
      },
    }
  },
})

type Figures = { readonly figures: SeriesPoints[] }
type ShownBlock = DraftBlock extends infer B ? (B extends { kind: 'words' } ? B : B & Figures) : never
type DraftBlock = DraftBody['blocks'][number]

async function drawnBlocks(read: Reader, tables: Tables, blocks: readonly DraftBlock[]): Promise<ShownBlock[]> {
  const drawn: ShownBlock[] = []
  for (const block of blocks) {
    if (block.kind === 'words') drawn.push(block)
    else {
      const within = { from: periodOrNull(block.from), to: periodOrNull(block.to) }
      drawn.push({ ...block, figures: await chartSeries(read, tables, block.series, within) })
    }
  }
  return drawn
}

/** What is typed may be no period yet; the figures are then shown whole. */
const periodOrNull = (text: string | null) => (text !== null && parsePeriod(text) ? text : null)
