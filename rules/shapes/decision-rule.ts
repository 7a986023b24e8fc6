import { z } from 'zod'

/** An exact share: numerator over denominator, 0 to 1. */
export const Fraction = z
  .object({ num: z.int().min(0).max(1000), den: z.int().min(1).max(1000) })
  .refine((share) => share.num <= share.den, { params: { code: 'share-above-one' } })

/** What the yes votes are measured against. */
export const majorityBases = ['yes-and-no', 'with-abstentions', 'entitled'] as const

/** How an assembly decides by majority. The status quo wins ties: with `strict`, exactly the threshold does not pass. */
export const DecisionRule = z.object({
  method: z.literal('majority'),
  base: z.enum(majorityBases),
  threshold: Fraction,
  /** true: more than the threshold; false: at least the threshold. A count without any yes never passes. */
  strict: z.boolean(),
  /** The share of the entitled who must have voted (abstentions count); 0 over 1 where none is asked. */
  quorum: Fraction,
})

/** How many members an act of the assembly needs; each at least 1. */
export const AssemblyNumbers = z.object({
  /** ask for a vote on an amendment, so that the proposer alone can no longer accept it */
  amendmentVote: z.int().min(1).max(100_000),
  /** open a vote on a proposal that is not one's own */
  openVote: z.int().min(1).max(100_000),
  /** admit a member, appoint an office worker */
  admission: z.int().min(1).max(100_000),
  /** elect or recall a delegate */
  delegates: z.int().min(1).max(100_000),
  /** take away words that break the assembly's order */
  moderation: z.int().min(1).max(100_000),
})

export const Choice = z.enum(['yes', 'no', 'abstain'])

export type Fraction = z.infer<typeof Fraction>
export type DecisionRule = z.infer<typeof DecisionRule>
export type AssemblyNumbers = z.infer<typeof AssemblyNumbers>
export type Choice = z.infer<typeof Choice>

/** A unit may hold its named votes' names back from people who are not its members. */
export const namesShownTo = ['everybody', 'members'] as const
