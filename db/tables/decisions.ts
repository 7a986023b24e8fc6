import type { Kit } from '#db/columns.ts'
import { Choice, type DecisionRule } from '#rules/shapes/decision-rule.ts'

/** Votes, minutes, and the plan. */
export function decisions(c: Kit) {
  const votes = c.table(
    'votes',
    {
      id: c.text().primaryKey(),
      unitId: c.text().notNull(),
      proposalId: c.text().notNull(),
      /** The amendment voted on; null where the proposal itself is. */
      amendmentId: c.text(),
      version: c.whole().notNull(),
      rule: c.json<DecisionRule>().notNull(),
      openedBy: c.text().notNull(),
      opensAt: c.instant().notNull(),
      closesAt: c.instant().notNull(),
      state: c.oneOf(['open', 'closed']).notNull(),
      /** Canonical text of everything that can change the result, and of the frozen brief; with their hashes. */
      manifest: c.canonical().notNull(),
      manifestHash: c.text().notNull(),
      frozen: c.canonical().notNull(),
      frozenHash: c.text().notNull(),
      /** Canonical text of the result, null while the vote is open. */
      result: c.canonical(),
      number: c.whole().notNull(),
    },
    (t) => [c.index('votes_by_proposal').on(t.proposalId), c.index('votes_by_close').on(t.state, t.closesAt)],
  )
  const electorate = c.table('electorate', { voteId: c.text().notNull(), personId: c.text().notNull() }, (t) => [
    c.primaryKey({ columns: [t.voteId, t.personId] }),
  ])
  /** The ballot that counts: a member's last one. `number` is the entry whose commitment the closing opens. */
  const ballots = c.table(
    'ballots',
    {
      voteId: c.text().notNull(),
      personId: c.text().notNull(),
      choice: c.oneOf(Choice.options as ['yes', 'no', 'abstain']).notNull(),
      number: c.whole().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.voteId, t.personId] })],
  )
  const minutes = c.table('minutes', {
    proposalId: c.text().primaryKey(),
    unitId: c.text().notNull(),
    voteId: c.text().notNull(),
    delegateId: c.text().notNull(),
    /** Canonical text of the minute as drafted from the journal and confirmed, and its hash. */
    text: c.canonical().notNull(),
    hash: c.text().notNull(),
    number: c.whole().notNull(),
    at: c.instant().notNull(),
  })
  const planLines = c.table(
    'plan_lines',
    {
      id: c.text().primaryKey(),
      /** The assembly that decided it. */
      unitId: c.text().notNull(),
      /** The unit that does it. */
      doerId: c.text().notNull(),
      direction: c.oneOf(['produce', 'consume', 'deliver', 'receive']).notNull(),
      productId: c.text().notNull(),
      amount: c.text().notNull(),
      unit: c.text().notNull(),
      period: c.text().notNull(),
      counterpartId: c.text(),
      proposalId: c.text().notNull(),
      version: c.whole().notNull(),
      lineId: c.text().notNull(),
      voteId: c.text().notNull(),
      delegateId: c.text().notNull(),
      /** Canonical text of the statistical context, inputs and results as stored, and its hash. */
      context: c.canonical().notNull(),
      contextHash: c.text().notNull(),
      state: c.oneOf(['in-force', 'replaced']).notNull(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [
      c.index('plan_lines_by_doer').on(t.doerId, t.productId),
      c.index('plan_lines_by_proposal').on(t.proposalId),
    ],
  )
  return { votes, electorate, ballots, minutes, planLines }
}
