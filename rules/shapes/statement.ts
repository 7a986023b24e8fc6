import { z } from 'zod'
import { SeriesId } from '#rules/shapes/brief.ts'
import { Id } from '#rules/shapes/names.ts'
import { Period } from '#rules/shapes/quantity.ts'

/** What a statement is about. A figure is named by its series and, where one value is meant, its period. */
export const Anchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposal') }),
  z.object({ kind: z.literal('block'), id: Id }),
  z.object({ kind: z.literal('line'), id: Id }),
  z.object({ kind: z.literal('amendment'), id: Id }),
  z.object({ kind: z.literal('figure'), series: SeriesId, period: Period.nullable() }),
])

/** A `question` asks the office and waits for its answer; an `objection` is carried into the minute. */
export const statementKinds = ['statement', 'question', 'objection', 'answer'] as const

export type Anchor = z.infer<typeof Anchor>
export type StatementKind = (typeof statementKinds)[number]
