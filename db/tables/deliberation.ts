import type { Kit } from '#db/columns.ts'
import type { BriefBody } from '#rules/shapes/brief.ts'
import { amendmentStates, type Change, type Collision, type ProposalBody, stages } from '#rules/shapes/proposal.ts'
import { type Anchor, statementKinds } from '#rules/shapes/statement.ts'

/** Proposals and what is said about them. */
export function deliberation(c: Kit) {
  const proposals = c.table(
    'proposals',
    {
      id: c.text().primaryKey(),
      unitId: c.text().notNull(),
      proposerId: c.text().notNull(),
      stage: c.oneOf(stages).notNull(),
      /** The newest version's number and title. */
      version: c.whole().notNull(),
      title: c.text().notNull(),
      openedAt: c.instant().notNull(),
      /** When anything about it last changed. */
      movedAt: c.instant().notNull(),
    },
    (t) => [c.index('proposals_by_unit').on(t.unitId), c.index('proposals_by_stage').on(t.stage)],
  )
  const versions = c.table(
    'versions',
    {
      proposalId: c.text().notNull(),
      version: c.whole().notNull(),
      body: c.json<ProposalBody>().notNull(),
      /** SHA-256 of the body's canonical text. */
      hash: c.text().notNull(),
      /** The amendment that made it; null for the first. */
      amendmentId: c.text(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.proposalId, t.version] })],
  )
  const amendments = c.table(
    'amendments',
    {
      id: c.text().primaryKey(),
      proposalId: c.text().notNull(),
      unitId: c.text().notNull(),
      personId: c.text().notNull(),
      /** The version that `changes` are written against; raised when the amendment is carried over or rewritten. */
      base: c.whole().notNull(),
      changes: c.json<Change[]>().notNull(),
      state: c.oneOf(amendmentStates).notNull(),
      collisions: c.json<Collision[]>().notNull(),
      /** The entry that tabled it: its reason is a withheld value there. */
      number: c.whole().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('amendments_by_proposal').on(t.proposalId)],
  )
  /** The words are the withheld value `text` of the entry (unit's stream, number). */
  const statements = c.table(
    'statements',
    {
      id: c.text().primaryKey(),
      proposalId: c.text().notNull(),
      unitId: c.text().notNull(),
      personId: c.text().notNull(),
      kind: c.oneOf(statementKinds).notNull(),
      anchor: c.json<Anchor>().notNull(),
      replyTo: c.text(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
      /** The number of the entry that took the words away, with its reason as a withheld value; null while they stand. */
      removed: c.whole(),
    },
    (t) => [c.index('statements_by_proposal').on(t.proposalId)],
  )
  const attendance = c.table(
    'attendance',
    {
      proposalId: c.text().notNull(),
      personId: c.text().notNull(),
      arrivedAt: c.instant().notNull(),
      leftAt: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.proposalId, t.personId, t.arrivedAt] })],
  )
  /** A brief's newest state; each version is an entry in the journal. */
  const briefs = c.table('briefs', {
    proposalId: c.text().primaryKey(),
    unitId: c.text().notNull(),
    version: c.whole().notNull(),
    body: c.json<BriefBody>().notNull(),
    writtenBy: c.text().notNull(),
    number: c.whole().notNull(),
    at: c.instant().notNull(),
  })
  return { proposals, versions, amendments, statements, attendance, briefs }
}
