import { isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { whenUnitMayBePlaced } from '#rules/network.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayPlace } from '#rules/standing.ts'

export const placeUnit = defineAct({
  name: 'unit.place',
  does: 'Places a unit under a larger one from now on; a unit may belong to several, but never to itself by a detour.',
  input: z.object({ unitId: Slug, parentId: Slug }),
  stream: () => 'network',
  body: (input) => input,
  load: async ({ tx, tables }) => ({
    known: (await tx.select({ id: tables.units.id }).from(tables.units)).map((unit) => unit.id),
    placements: await tx.select().from(tables.placements).where(isNull(tables.placements.until)),
  }),
  who: ({ actor, standing, input }) => whoMayPlace(actor, standing, input),
  when: ({ facts, input }) => whenUnitMayBePlaced(facts, input),
  apply: async ({ tx, tables, input, now, facts }) => {
    const already = facts.placements.some((p) => p.unitId === input.unitId && p.parentId === input.parentId)
    if (!already) await tx.insert(tables.placements).values({ ...input, since: now })
    return { result: { already }, matter: input.unitId, events: [{ kind: 'unit.placed', ...input, since: now }] }
  },
})
