import { asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineView } from '#db/views/view.ts'
import { bookMeasures } from '#rules/shapes/figures.ts'

export const unitsList = defineView({
  name: 'units.list',
  answers:
    'Lists all units with their kind, what they make, the larger units that they belong to, and how many members they have.',
  input: z.object({}),
  answer: async ({ read, tables: { units, placements, seats, proposals, series, products } }) => {
    const rows = await read
      .select({ id: units.id, name: units.name, kind: units.kind, side: units.side })
      .from(units)
      .orderBy(asc(units.name))
    const placed = await read
      .select({ unitId: placements.unitId, parentId: placements.parentId })
      .from(placements)
      .where(isNull(placements.until))
    const members = await read
      .select({ unitId: seats.unitId, count: sql<number>`count(*)`.mapWith(Number) })
      .from(seats)
      .where(sql`${seats.until} is null and ${seats.role} = 'member'`)
      .groupBy(seats.unitId)
    const open = await read
      .select({ unitId: proposals.unitId, count: sql<number>`count(*)`.mapWith(Number) })
      .from(proposals)
      .where(sql`${proposals.stage} in ('discussion', 'voting')`)
      .groupBy(proposals.unitId)
    const made = await read
      .select({ unitId: series.unitId, name: products.name, pictogram: products.pictogram })
      .from(series)
      .innerJoin(products, eq(products.id, series.productId))
      .where(eq(series.measureId, bookMeasures.output))
      .orderBy(asc(series.id))
    const countOf = (counts: typeof members, id: string) => counts.find((row) => row.unitId === id)?.count ?? 0
    return rows.map((unit) => ({
      ...unit,
      parents: placed.filter((row) => row.unitId === unit.id).map((row) => row.parentId),
      makes: made.filter((one) => one.unitId === unit.id).map(({ unitId: _, ...product }) => product),
      members: countOf(members, unit.id),
      openProposals: countOf(open, unit.id),
    }))
  },
})

/** Gives the larger units that a unit belongs to now, and the smaller ones that belong to it. */
export async function kinOf(
  { read, tables: { placements } }: Pick<Parameters<typeof unitsList.answer>[0], 'read' | 'tables'>,
  unitId: string,
) {
  const parents = await read
    .select({ id: placements.parentId, until: placements.until })
    .from(placements)
    .where(eq(placements.unitId, unitId))
  const children = await read
    .select({ id: placements.unitId, until: placements.until })
    .from(placements)
    .where(eq(placements.parentId, unitId))
  const now = (rows: readonly { id: string; until: string | null }[]) =>
    rows.filter((row) => row.until === null).map((row) => row.id)
  return { parents: now(parents), children: now(children) }
}
