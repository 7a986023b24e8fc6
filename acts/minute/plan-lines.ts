import { and, eq, isNull } from 'drizzle-orm'
import type { Frozen } from '#db/freeze.ts'
import type { Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { contextOf } from '#rules/context.ts'
import { canonicalText, textHash } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import type { Line } from '#rules/shapes/proposal.ts'

interface Given {
  readonly tx: Tx
  readonly tables: Tables
  readonly number: number
  readonly now: string
  readonly newId: () => string
}

interface Decided {
  readonly vote: {
    readonly id: string
    readonly unitId: string
    readonly proposalId: string
    readonly version: number
    readonly frozen: string
  }
  readonly delegateId: string
}

/**
 * Enters the lines that a vote adopted as plan lines in force, each with its statistical context as it was frozen.
 * A line for the same unit, direction, product, period and counterpart that was in force before is replaced, and stays readable.
 */
export async function enterPlanLines(given: Given, { vote, delegateId }: Decided): Promise<JournalEvent[]> {
  const { tx, tables, number, now, newId } = given
  const frozen = JSON.parse(vote.frozen) as Frozen
  const events: JournalEvent[] = []
  for (const { line } of frozen.lines) {
    const grounds = contextOf(frozen, line.id)
    if (!grounds) continue
    const planLineId = newId()
    const context = canonicalText(grounds)
    const contextHash = textHash(context)
    for (const id of await replacedBy(given, vote.unitId, line)) {
      await tx.update(tables.planLines).set({ state: 'replaced' }).where(eq(tables.planLines.id, id))
      events.push({ kind: 'plan-line.replaced', planLineId: id, by: planLineId })
    }
    const { id: lineId, unitId: doerId, direction, productId, amount, unit, period, counterpartId } = line
    const of = { unitId: vote.unitId, proposalId: vote.proposalId, version: vote.version, voteId: vote.id }
    await tx.insert(tables.planLines).values({
      id: planLineId,
      ...of,
      doerId,
      lineId,
      direction,
      productId,
      amount,
      unit,
      period,
      counterpartId,
      delegateId,
      context,
      contextHash,
      state: 'in-force',
      number,
      at: now,
    })
    const { proposalId, version, id: voteId } = vote
    events.push({ kind: 'plan-line.entered', planLineId, proposalId, version, voteId, delegateId, line, contextHash })
  }
  return events
}

async function replacedBy({ tx, tables: { planLines: p } }: Given, unitId: string, line: Line): Promise<string[]> {
  const rows = await tx
    .select({ id: p.id })
    .from(p)
    .where(
      and(
        eq(p.unitId, unitId),
        eq(p.doerId, line.unitId),
        eq(p.direction, line.direction),
        eq(p.productId, line.productId),
        eq(p.period, line.period),
        line.counterpartId === null ? isNull(p.counterpartId) : eq(p.counterpartId, line.counterpartId),
        eq(p.state, 'in-force'),
      ),
    )
  return rows.map((row) => row.id)
}
