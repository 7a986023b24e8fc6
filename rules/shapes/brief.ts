import { z } from 'zod'
import { Id, Title, Words } from '#rules/shapes/names.ts'
import { Period } from '#rules/shapes/quantity.ts'

/** Names one series of the books: `unit/measure/product/counterpart`, the last two empty where they do not apply. */
export const SeriesId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]*\/[a-z0-9-]*$/)

const figure = {
  id: Id,
  /** The finding in words; empty lets the page word it from the figures. */
  title: Title,
  series: z.array(SeriesId).min(1).max(8),
  from: Period.nullable(),
  to: Period.nullable(),
}

/** One part of a brief, in the order in which it is read. */
export const BriefBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), id: Id, text: Words }),
  z.object({ kind: z.literal('table'), ...figure }),
  z.object({ kind: z.literal('line'), ...figure }),
  z.object({ kind: z.literal('bar'), ...figure }),
  /** Pictogram rows: one symbol stands for `per` units of measure. */
  z.object({ kind: z.literal('pictograms'), ...figure, per: z.number().positive() }),
])

export const BriefBody = z.object({ title: Title, blocks: z.array(BriefBlock).min(1).max(40) })

export type BriefBlock = z.infer<typeof BriefBlock>
export type BriefBody = z.infer<typeof BriefBody>
