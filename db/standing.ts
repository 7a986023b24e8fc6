import { and, eq, isNull } from 'drizzle-orm'
import { defineHot, type Params, type Reader } from '#db/open.ts'
import type { Seat } from '#rules/standing.ts'

const held = defineHot((q, { seats }, param: Params<{ personId: string }>) =>
  q
    .select({ unitId: seats.unitId, role: seats.role })
    .from(seats)
    .where(and(eq(seats.personId, param('personId')), isNull(seats.until))),
)

/** Gives the seats that a person holds now, in all units: read anew for every act. */
export const standingOf = (read: Reader, personId: string): Promise<Seat[]> => read.hot(held, { personId })
