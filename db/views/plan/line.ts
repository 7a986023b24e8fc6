import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/open.ts'
import { onlyRow } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { peopleNamed, productsNamed, unitsNamed } from '#db/views/names.ts'
import { type FollowedLine, followLines } from '#db/views/plan/actuals.ts'
import { frozenFigures } from '#db/views/plan/frozen.ts'
import { pedigreeOf } from '#db/views/plan/pedigree.ts'
import { defineView } from '#db/views/view.ts'
import { decimalText, toNumber } from '#figures/decimal.ts'
import { monthsOf, shiftPeriod } from '#figures/period.ts'
import { convert, quantityOf } from '#figures/quantity.ts'
import type { PlanContext } from '#rules/context.ts'
import { Id } from '#rules/shapes/names.ts'
import type { MajorityResult } from '#rules/voting/majority.ts'

/** So many months before a line's period are shown beside it. */
const monthsShown = 24

export const planLinePage = defineView({
  name: 'plan.line',
  answers:
    'Shows a plan line: the figures beside it, its statistical context as it was frozen, what was revised since, and its story back to the first statement.',
  input: z.object({ planLineId: Id }),
  answer: async ({ read, tables, input, now }) => {
    const { planLines, proposals, votes, minutes } = tables
    const row = onlyRow(await read.select().from(planLines).where(eq(planLines.id, input.planLineId)))
    const { context: frozenText, ...line } = row
    const [proposal] = await read
      .select({ title: proposals.title, stage: proposals.stage })
      .from(proposals)
      .where(eq(proposals.id, line.proposalId))
    const [vote] = await read
      .select({ result: votes.result, closesAt: votes.closesAt })
      .from(votes)
      .where(eq(votes.id, line.voteId))
    const [minute] = await read
      .select({ hash: minutes.hash, number: minutes.number, at: minutes.at })
      .from(minutes)
      .where(eq(minutes.proposalId, line.proposalId))
    const followed = (await followLines(read, tables, [line], now)).get(line.id)
    const context = JSON.parse(frozenText) as PlanContext
    const story = await pedigreeOf(read, tables, line)
    const figures = await chartSeries(read, tables, followed?.series ?? [], {
      from: shiftPeriod(monthsOf(line.period)[0] ?? line.period, -monthsShown),
      to: monthsOf(line.period).at(-1) ?? line.period,
    })
    return {
      line,
      title: proposal?.title ?? '',
      actuals: followed?.actuals ?? null,
      figures,
      planned: plannedMark(line, figures),
      context: {
        line: context.line,
        together: context.together,
        moment: context.moment,
        engine: context.engine,
        tolerance: context.tolerance,
        asOf: context.asOf,
        window: { first: context.technique.first, last: context.technique.last },
        consequences: context.consequences,
        observations: await frozenFigures(read, tables, context.observations),
      },
      vote: vote
        ? { closesAt: vote.closesAt, result: vote.result ? (JSON.parse(vote.result) as MajorityResult) : null }
        : null,
      minute: minute ?? null,
      siblings: await siblingsOf(read, tables, line),
      story,
      people: await peopleNamed(read, tables, [
        line.delegateId,
        ...story.flatMap((step) => (step.personId ? [step.personId] : [])),
      ]),
      units: await unitsNamed(read, tables),
      products: await productsNamed(read, tables),
      now,
    }
  },
})

/** The plan as a monthly mean over its period, in the unit of measure of the one series that follows it; null where several do. */
function plannedMark(
  line: FollowedLine,
  figures: readonly { readonly id: string; readonly unitCode: string }[],
): { series: string; period: string; value: number; text: string } | null {
  const [only] = figures
  const quantity = quantityOf(line.amount, line.unit)
  if (!only || figures.length > 1 || !quantity) return null
  const stated = convert(quantity, only.unitCode)
  if (!stated.ok) return null
  const months = monthsOf(line.period).length
  const value = toNumber(stated.quantity.amount) / months
  const text = months === 1 ? decimalText(stated.quantity.amount) : value.toFixed(3)
  return { series: only.id, period: line.period, value, text }
}

/** All decisions on the same matter: what this line replaced, and what has replaced it; the oldest first. */
async function siblingsOf(
  read: Reader,
  { planLines: p, proposals }: Tables,
  line: FollowedLine & { readonly unitId: string },
) {
  return read
    .select({
      id: p.id,
      amount: p.amount,
      unit: p.unit,
      state: p.state,
      at: p.at,
      proposalId: p.proposalId,
      title: proposals.title,
    })
    .from(p)
    .innerJoin(proposals, eq(proposals.id, p.proposalId))
    .where(
      and(
        eq(p.unitId, line.unitId),
        eq(p.doerId, line.doerId),
        eq(p.direction, line.direction),
        eq(p.productId, line.productId),
        eq(p.period, line.period),
        line.counterpartId === null ? isNull(p.counterpartId) : eq(p.counterpartId, line.counterpartId),
      ),
    )
    .orderBy(asc(p.at), asc(p.number))
}
