import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { whenUnitMayBeFounded } from '#rules/network.ts'
import { AssemblyNumbers, DecisionRule, namesShownTo } from '#rules/shapes/decision-rule.ts'
import { Unit } from '#rules/shapes/figures.ts'
import { Id, namesEachOnce, Slug } from '#rules/shapes/names.ts'
import { whoMayFound } from '#rules/standing.ts'

const once = { params: { code: 'named-twice' } }
const FoundingSeat = z.object({ personId: Id, role: z.enum(['member', 'delegate', 'office']) })

export const foundUnit = defineAct({
  name: 'unit.found',
  does: 'Founds a unit with its office and its assembly, under the units that it belongs to, with its founding seats.',
  input: Unit.extend({
    parents: z.array(Slug).max(20).refine(namesEachOnce, once),
    rule: DecisionRule,
    numbers: AssemblyNumbers,
    namesShownTo: z.enum(namesShownTo),
    seats: z.array(FoundingSeat).min(1).max(500).refine(namesEachOnce, once),
  }),
  stream: () => 'network',
  body: (input) => input,
  load: async ({ tx, tables, input }) => {
    const known = await tx.select({ id: tables.units.id }).from(tables.units)
    const people = [...new Set(input.seats.map((seat) => seat.personId))]
    const found = await tx
      .select({ id: tables.persons.id })
      .from(tables.persons)
      .where(inArray(tables.persons.id, people))
    const [stream] = await tx
      .select({ id: tables.streams.id })
      .from(tables.streams)
      .where(eq(tables.streams.id, input.id))
    return {
      known: known.map((unit) => unit.id),
      peopleMissing: people.length - found.length,
      taken: stream !== undefined,
    }
  },
  who: ({ actor, standing, facts }) => whoMayFound(actor, standing, facts.known.length),
  when: ({ facts, input }) => whenUnitMayBeFounded(facts, input),
  apply: async ({ tx, tables, input, now }) => {
    const { id, name, kind, side, rule, numbers, namesShownTo: shownTo } = input
    await tx.insert(tables.units).values({ id, name, kind, side, rule, numbers, namesShownTo: shownTo, foundedAt: now })
    await tx.insert(tables.streams).values({ id, kind: 'unit', number: 0, head: '0'.repeat(64), at: now })
    if (input.parents.length > 0)
      await tx.insert(tables.placements).values(input.parents.map((parentId) => ({ unitId: id, parentId, since: now })))
    await tx.insert(tables.seats).values(input.seats.map((seat) => ({ ...seat, unitId: id, since: now })))
    return {
      result: { unitId: id },
      matter: id,
      events: [{ kind: 'unit.founded', unitId: id, name, parents: input.parents, seats: input.seats }],
    }
  },
})
