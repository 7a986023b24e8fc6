import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { peopleNamed, productsNamed, unitsNamed } from '#db/views/names.ts'
import { backingsOf } from '#db/views/proposal/discussion.ts'
import { kinOf } from '#db/views/unit/list.ts'
import { defineView } from '#db/views/view.ts'
import { mayFrom } from '#rules/may.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayBackSeats, whoMayPropose, whoMayPublish } from '#rules/standing.ts'

export const unitPage = defineView({
  name: 'unit.page',
  answers:
    'Shows a unit: its place in the network, its assembly with rule, members and delegates, its office, proposals, plan and series.',
  input: z.object({ unitId: Slug }),
  answer: async ({ read, tables, input, actor, standing }) => {
    const { units, seats, proposals, series, planLines } = tables
    const unit = onlyRow(await read.select().from(units).where(eq(units.id, input.unitId)))
    const held = await read
      .select({ personId: seats.personId, role: seats.role, since: seats.since })
      .from(seats)
      .where(and(eq(seats.unitId, unit.id), isNull(seats.until)))
      .orderBy(asc(seats.since))
    const backings = (await backingsOf(read, tables, unit.id)).filter(({ cause }) =>
      /^(admit|appoint|dismiss|elect|recall):/.test(cause),
    )
    const matters = await read
      .select()
      .from(proposals)
      .where(eq(proposals.unitId, unit.id))
      .orderBy(desc(proposals.movedAt))
    const plan = await read
      .select({
        id: planLines.id,
        productId: planLines.productId,
        amount: planLines.amount,
        unit: planLines.unit,
        period: planLines.period,
        direction: planLines.direction,
      })
      .from(planLines)
      .where(and(eq(planLines.doerId, unit.id), eq(planLines.state, 'in-force')))
      .orderBy(desc(planLines.period))
    const kept = await read.select().from(series).where(eq(series.unitId, unit.id)).orderBy(asc(series.id))
    const people = [...held.map((seat) => seat.personId), ...backings.map(({ cause }) => cause.split(':')[1] ?? '')]
    return {
      unit,
      ...(await kinOf({ read, tables }, unit.id)),
      seats: held,
      backings,
      proposals: matters,
      plan,
      series: kept,
      people: await peopleNamed(read, tables, people),
      units: await unitsNamed(read, tables),
      products: await productsNamed(read, tables),
      may: {
        propose: mayFrom(whoMayPropose(actor, standing, unit.id), []),
        publish: mayFrom(whoMayPublish(actor, standing, unit.id), []),
        backSeats: mayFrom(whoMayBackSeats(actor, standing, unit.id), []),
      },
    }
  },
})
