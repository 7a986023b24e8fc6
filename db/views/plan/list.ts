import { and, desc, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { describeSeries } from '#db/views/figure/described.ts'
import { productsNamed, unitsNamed } from '#db/views/names.ts'
import { followLines } from '#db/views/plan/actuals.ts'
import { defineView } from '#db/views/view.ts'
import { comparePeriods } from '#figures/period.ts'
import { Slug } from '#rules/shapes/names.ts'
import { Period } from '#rules/shapes/quantity.ts'

const PlanChoice = z.object({
  /** Lines that this unit does, or that its assembly decided. */
  unit: Slug.nullish(),
  product: Slug.nullish(),
  period: Period.nullish(),
  state: z.enum(['in-force', 'replaced']).nullish(),
})
type PlanChoice = z.infer<typeof PlanChoice>

export const planList = defineView({
  name: 'plan.list',
  answers:
    'Lists plan lines by unit, product and period beside the figures as they arrive: done so far, expected by now, deviation.',
  input: PlanChoice,
  answer: async ({ read, tables, input, now }) => {
    const { planLines } = tables
    const lines = await chosenLines(read, tables, input)
    const followed = await followLines(read, tables, lines, now)
    const described = await describeSeries(
      read,
      tables,
      [...followed.values()].flatMap((each) => each.series),
    )
    const names = await unitsNamed(read, tables)
    const products = await productsNamed(read, tables)
    const all = await read
      .select({
        doerId: planLines.doerId,
        unitId: planLines.unitId,
        productId: planLines.productId,
        period: planLines.period,
        state: planLines.state,
      })
      .from(planLines)
    const named = (id: string) => names[id] ?? id
    return {
      lines: lines
        .map((line) => ({ ...line, actuals: followed.get(line.id)?.actuals ?? null }))
        .sort(
          (one, other) =>
            named(one.doerId).localeCompare(named(other.doerId), 'en') ||
            comparePeriods(other.period, one.period) ||
            one.productId.localeCompare(other.productId, 'en'),
        ),
      /** What can be chosen: only what some plan line speaks of. */
      choices: {
        units: [...new Set(all.flatMap((line) => [line.doerId, line.unitId]))]
          .map((id) => ({ id, name: named(id) }))
          .sort((one, other) => one.name.localeCompare(other.name, 'en')),
        products: [...new Set(all.map((line) => line.productId))]
          .map((id) => ({ id, name: products[id]?.name ?? id }))
          .sort((one, other) => one.name.localeCompare(other.name, 'en')),
        periods: [...new Set(all.map((line) => line.period))].sort(comparePeriods).reverse(),
      },
      inForce: all.filter((line) => line.state === 'in-force').length,
      replaced: all.filter((line) => line.state === 'replaced').length,
      /** Where the figures beside the plan come from. */
      sources: [...new Map(described.map(({ source }) => [source.id, source])).values()],
      units: names,
      products,
      now,
    }
  },
})

const chosenLines = (read: Reader, { planLines: p, proposals }: Tables, choice: PlanChoice) =>
  read
    .select({
      id: p.id,
      unitId: p.unitId,
      doerId: p.doerId,
      direction: p.direction,
      productId: p.productId,
      amount: p.amount,
      unit: p.unit,
      period: p.period,
      counterpartId: p.counterpartId,
      proposalId: p.proposalId,
      title: proposals.title,
      state: p.state,
      at: p.at,
    })
    .from(p)
    .innerJoin(proposals, eq(proposals.id, p.proposalId))
    .where(
      and(
        eq(p.state, choice.state ?? 'in-force'),
        choice.unit ? or(eq(p.doerId, choice.unit), eq(p.unitId, choice.unit)) : undefined,
        choice.product ? eq(p.productId, choice.product) : undefined,
        choice.period ? eq(p.period, choice.period) : undefined,
      ),
    )
    .orderBy(desc(p.at), p.id)
