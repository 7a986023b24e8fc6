import { z } from 'zod'
import { DecisionRule } from '#rules/shapes/decision-rule.ts'
import { Id, Slug, Title, Words } from '#rules/shapes/names.ts'
import { AmountText, Period, UnitCode } from '#rules/shapes/quantity.ts'

/** What a unit does with a product. `deliver` goes to, `receive` and `consume` come from the counterpart, where one is named. */
export const Direction = z.enum(['produce', 'consume', 'deliver', 'receive'])

/** One paragraph of a proposal; its id stays the same through all versions. */
export const Block = z.object({ id: Id, text: Words })

/** A quantity line: which unit does what, of which product, how much in which period, from or to whom. */
export const Line = z.object({
  id: Id,
  unitId: Slug,
  direction: Direction,
  productId: Slug,
  amount: AmountText,
  unit: UnitCode,
  period: Period,
  counterpartId: Slug.nullable(),
})

/** What one immutable version of a proposal says. Order of blocks and lines matters. */
export const ProposalBody = z.object({
  title: Title,
  blocks: z.array(Block).min(1).max(60),
  lines: z.array(Line).max(60),
  /** Present where the proposal is to change the assembly's own decision rule. */
  rule: DecisionRule.optional(),
})

/**
 * What an amendment does to the version it names as its base.
 * `words` replaces a block's whole text (the merge works on its tokens), `after: null` inserts at the beginning.
 * `amount` replaces a line's amount; `from` is the base's amount, kept so that the change reads by itself.
 */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text: Title }),
  z.object({ kind: z.literal('words'), blockId: Id, text: Words }),
  z.object({ kind: z.literal('insert-block'), after: Id.nullable(), block: Block }),
  z.object({ kind: z.literal('remove-block'), blockId: Id }),
  z.object({ kind: z.literal('amount'), lineId: Id, from: AmountText, to: AmountText }),
  z.object({ kind: z.literal('insert-line'), line: Line }),
  z.object({ kind: z.literal('remove-line'), lineId: Id }),
])

/** What collides when an amendment meets a version it was not written against. */
export const Collision = z.object({
  kind: z.enum(['title', 'words', 'block-gone', 'amount', 'line-gone', 'same-place']),
  /** The block's or line's id; the word "title" for the title. */
  id: z.string(),
})

export type Direction = z.infer<typeof Direction>
export type Block = z.infer<typeof Block>
export type Line = z.infer<typeof Line>
export type ProposalBody = z.infer<typeof ProposalBody>
export type Change = z.infer<typeof Change>
export type Collision = z.infer<typeof Collision>

/** The life of a proposal, in order; the table of what may happen when is rules/stages.ts. */
export const stages = ['discussion', 'voting', 'adopted', 'rejected', 'recorded', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/** The life of an amendment. `collides` waits for its author to rewrite it. */
export const amendmentStates = ['tabled', 'collides', 'voting', 'accepted', 'lost', 'withdrawn'] as const
export type AmendmentState = (typeof amendmentStates)[number]
