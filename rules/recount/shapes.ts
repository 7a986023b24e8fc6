import { z } from 'zod'
import { exportTables } from '#rules/export-line.ts'
import { DecisionRule } from '#rules/shapes/decision-rule.ts'
import { Line } from '#rules/shapes/proposal.ts'

// What the second reader understands. Fields that it does not know are let by: shapes only grow.

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Whole = z.int().min(0)
const after = z.string()

export const LineShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('export'),
    after,
    form: z.string(),
    journal: z.string(),
    marks: z.record(z.string(), z.string()),
  }),
  z.strictObject({ kind: z.literal('entry'), after, text: z.string(), hash: Hash }),
  z.strictObject({
    kind: z.literal('opened'),
    after,
    stream: z.string(),
    number: Whole,
    name: z.string(),
    value: z.string(),
    salt: Hash,
  }),
  z.strictObject({ kind: z.literal('row'), after, table: z.enum(exportTables), row: z.looseObject({}) }),
  z.strictObject({
    kind: z.literal('end'),
    after,
    counts: z.strictObject({
      lines: Whole,
      entries: Whole,
      opened: Whole,
      rows: z.record(z.enum(exportTables), Whole),
    }),
    heads: z.array(z.strictObject({ stream: z.string(), number: Whole, head: Hash })),
    digest: Hash,
  }),
])

export const EntryShape = z.looseObject({
  stream: z.string(),
  number: z.int().min(1),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  act: z.string(),
  actor: z.string(),
  body: z.looseObject({}),
  withheld: z.record(z.string(), Hash),
  events: z.array(z.looseObject({ kind: z.string() })),
  prev: Hash,
})

const OpenedBallot = z.looseObject({
  personId: z.string(),
  number: z.int().min(1),
  choice: z.enum(['yes', 'no', 'abstain']),
  salt: Hash,
})

const versionFields = {
  proposalId: z.string(),
  version: z.int().min(1),
  body: z.looseObject({ lines: z.array(Line) }),
  hash: Hash,
}

/** The events that a recount rests on; all others are told by the entry's hash alone. */
export const EventShape = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('proposal.opened'), ...versionFields }),
  z.looseObject({ kind: z.literal('version.made'), ...versionFields }),
  z.looseObject({
    kind: z.literal('vote.opened'),
    voteId: z.string(),
    proposalId: z.string(),
    amendmentId: z.string().nullable(),
    version: z.int(),
    manifestHash: Hash,
    frozenHash: Hash,
    electorate: z.array(z.string()),
    closesAt: z.string(),
  }),
  z.looseObject({ kind: z.literal('vote.cast'), voteId: z.string(), personId: z.string() }),
  z.looseObject({
    kind: z.literal('vote.closed'),
    voteId: z.string(),
    passed: z.boolean(),
    result: z.looseObject({}),
    ballots: z.array(OpenedBallot),
  }),
  z.looseObject({ kind: z.literal('minute.confirmed'), proposalId: z.string(), voteId: z.string(), hash: Hash }),
  z.looseObject({
    kind: z.literal('plan-line.entered'),
    planLineId: z.string(),
    proposalId: z.string(),
    version: z.int(),
    voteId: z.string(),
    line: Line,
    contextHash: Hash,
  }),
  z.looseObject({ kind: z.literal('plan-line.replaced'), planLineId: z.string() }),
  z.looseObject({
    kind: z.literal('figures.published'),
    unitId: z.string(),
    batch: z.string(),
    rowsHash: Hash,
    added: Whole,
    revised: Whole,
  }),
])

export const ManifestShape = z.looseObject({
  voteId: z.string(),
  proposalId: z.string(),
  amendmentId: z.string().nullable(),
  version: z.int(),
  versionHash: Hash,
  rule: DecisionRule,
  closesAt: z.string(),
  electorate: z.array(z.string()),
  frozenHash: Hash,
})

const text = z.string()
export const rowShapes = {
  votes: z.looseObject({
    id: text,
    proposalId: text,
    amendmentId: text.nullable(),
    version: z.int(),
    state: z.enum(['open', 'closed']),
    rule: DecisionRule,
    manifest: text,
    manifestHash: text,
    frozen: text,
    frozenHash: text,
    result: text.nullable(),
  }),
  electorate: z.looseObject({ voteId: text, personId: text }),
  minutes: z.looseObject({ proposalId: text, text, hash: text }),
  planLines: z.looseObject({
    id: text,
    doerId: text,
    direction: text,
    productId: text,
    amount: text,
    unit: text,
    period: text,
    counterpartId: text.nullable(),
    context: text,
    contextHash: text,
    state: z.enum(['in-force', 'replaced']),
  }),
  series: z.looseObject({ id: text, unitId: text, unit: text }),
  observations: z.looseObject({
    seriesId: text,
    period: text,
    fromNumber: z.int(),
    toNumber: z.int().nullable(),
    validFrom: text,
    validTo: text.nullable(),
    entered: text.max(1000).nullable(),
    mantissa: z.int().nullable(),
    scale: z.int().min(0).max(15).nullable(),
    rounded: z.boolean(),
    status: z.enum(['provisional', 'revised', 'final', 'estimated']),
    note: text.nullable(),
    batch: text,
  }),
} as const

const grounds = {
  engine: text,
  tolerance: z.number().min(0),
  asOf: z.record(text, Whole),
  moment: text,
  observations: z.array(
    z.looseObject({ series: text, period: text, value: text.nullable(), status: text, unit: text, batch: text }),
  ),
  units: z.record(text, text),
  technique: z.looseObject({}),
  consequences: z.looseObject({}).nullable(),
}
const standing = z.looseObject({ amount: text, from: z.enum(['plan', 'books', 'none']) })

/** What a vote froze, and what a plan line keeps of it. */
export const FrozenShape = z.looseObject({ ...grounds, lines: z.array(z.looseObject({ line: Line, standing })) })
export const ContextShape = z.looseObject({
  ...grounds,
  line: Line,
  together: z.array(z.looseObject({ line: Line, standing })),
})

export type SeenGrounds = Pick<z.infer<typeof ContextShape>, keyof typeof grounds>
export type SeenManifest = z.infer<typeof ManifestShape>
export type SeenLine = z.infer<typeof LineShape>
export type SeenEntry = z.infer<typeof EntryShape>
export type SeenEvent = z.infer<typeof EventShape>
export type SeenRow<T extends keyof typeof rowShapes> = z.infer<(typeof rowShapes)[T]>

/** The kinds of event that a recount rests on. */
export const understood: ReadonlySet<string> = new Set(
  EventShape.options.flatMap((shape) => [...shape.shape.kind.values]),
)
