import type { Kit } from '#db/columns.ts'
import { type AssemblyNumbers, type DecisionRule, namesShownTo } from '#rules/shapes/decision-rule.ts'
import { unitKinds, unitSides } from '#rules/shapes/figures.ts'

/** Units, what they hold together, who sits where. */
export function network(c: Kit) {
  const units = c.table('units', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    kind: c.oneOf(unitKinds).notNull(),
    side: c.oneOf(unitSides).notNull(),
    foundedAt: c.instant().notNull(),
    /** The assembly's own data. */
    rule: c.json<DecisionRule>().notNull(),
    numbers: c.json<AssemblyNumbers>().notNull(),
    namesShownTo: c.oneOf(namesShownTo).notNull(),
  })
  const placements = c.table(
    'placements',
    {
      unitId: c.text().notNull(),
      parentId: c.text().notNull(),
      since: c.instant().notNull(),
      until: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.unitId, t.parentId, t.since] }), c.index('placements_by_parent').on(t.parentId)],
  )
  const seats = c.table(
    'seats',
    {
      unitId: c.text().notNull(),
      personId: c.text().notNull(),
      role: c.oneOf(['member', 'delegate', 'office']).notNull(),
      since: c.instant().notNull(),
      until: c.instant(),
    },
    (t) => [
      c.primaryKey({ columns: [t.unitId, t.personId, t.role, t.since] }),
      c.index('seats_by_person').on(t.personId),
    ],
  )
  /** Members who back something that needs a number of them; emptied when it comes about. */
  const backings = c.table(
    'backings',
    {
      unitId: c.text().notNull(),
      /** What is backed, in words of the act: `admit:person`, `elect:person`, `recall:person`, `open-vote:proposal` … */
      cause: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.unitId, t.cause, t.personId] })],
  )
  return { units, placements, seats, backings }
}
