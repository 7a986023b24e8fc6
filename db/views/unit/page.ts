import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/open.ts'
import { onlyRow } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { describeSeries } from '#db/views/figure/described.ts'
import { peopleNamed, productsNamed, unitsNamed } from '#db/views/names.ts'
import { backingsOf } from '#db/views/proposal/discussion.ts'
import { planStanding } from '#db/views/start/plan.ts'
import { kinOf } from '#db/views/unit/list.ts'
import { defineView } from '#db/views/view.ts'
import { mayFrom } from '#rules/may.ts'
import { type SeatCause, seatCauses } from '#rules/seats.ts'
import { bookMeasures } from '#rules/shapes/figures.ts'
import { Slug } from '#rules/shapes/names.ts'
import { whoMayBackSeats, whoMayPropose, whoMayPublish } from '#rules/standing.ts'

export const unitPage = defineView({
  name: 'unit.page',
  answers:
    'Shows a unit: its place in the network, its assembly with rule, members and delegates, its office, proposals, plan and series.',
  input: z.object({ unitId: Slug }),
  answer: async ({ read, tables, input, actor, standing, now }) => {
    const { units, seats, proposals } = tables
    const unit = onlyRow(await read.select().from(units).where(eq(units.id, input.unitId)))
    const held = await read
      .select({ personId: seats.personId, role: seats.role, since: seats.since })
      .from(seats)
      .where(and(eq(seats.unitId, unit.id), isNull(seats.until)))
      .orderBy(asc(seats.since), asc(seats.personId))
    const backings = (await backingsOf(read, tables, unit.id)).flatMap(seatBacking)
    const matters = await read
      .select()
      .from(proposals)
      .where(eq(proposals.unitId, unit.id))
      .orderBy(desc(proposals.movedAt))
    const mayBack = mayFrom(whoMayBackSeats(actor, standing, unit.id), [])
    return {
      unit,
      ...(await kinOf({ read, tables }, unit.id)),
      seats: held,
      backings,
      proposals: matters,
      plan: await planStanding(read, tables, { now, doerId: unit.id }),
      ...(await booksOf(read, tables, unit.id)),
      people: await peopleNamed(read, tables, [
        ...held.map((seat) => seat.personId),
        ...backings.map((backing) => backing.for),
      ]),
      /** Whom those who may propose somebody for a seat choose from; empty for everybody else. */
      known: mayBack.ok ? await knownPeople(read, tables) : [],
      units: await unitsNamed(read, tables),
      products: await productsNamed(read, tables),
      may: {
        propose: mayFrom(whoMayPropose(actor, standing, unit.id), []),
        publish: mayFrom(whoMayPublish(actor, standing, unit.id), []),
        backSeats: mayBack,
      },
      reader: {
        id: actor.kind === 'person' ? actor.id : null,
        roles: standing.filter((seat) => seat.unitId === unit.id).map((seat) => seat.role),
        /** Larger units under which the reader may place this one. */
        placesUnder: standing.some((seat) => seat.unitId === unit.id && seat.role === 'delegate')
          ? standing.filter((seat) => seat.role === 'delegate' && seat.unitId !== unit.id).map((seat) => seat.unitId)
          : [],
      },
    }
  },
})

/** A backing of a seat, taken apart: what is backed, for whom, and who backs it. */
function seatBacking({ cause, personId }: { cause: string; personId: string }) {
  const [what = '', whom = ''] = cause.split(':')
  const known = seatCauses.find((each): each is SeatCause => each === what)
  return known ? [{ cause: known, for: whom, personId }] : []
}

/** The unit's series by name, and the points of its output beside its capacity. */
async function booksOf(read: Reader, tables: Tables, unitId: string) {
  const { series } = tables
  const kept = await read
    .select({ id: series.id })
    .from(series)
    .where(eq(series.unitId, unitId))
    .orderBy(asc(series.id))
  const described = await describeSeries(
    read,
    tables,
    kept.map((row) => row.id),
  )
  const measured = (measureId: string) => described.filter((one) => one.measureId === measureId)
  const [output] = measured(bookMeasures.output)
  const capacity = measured(bookMeasures.capacity).find((one) => one.productId === output?.productId)
  const drawn = [output, capacity].flatMap((one) => (one ? [one.id] : []))
  return {
    books: described.map(({ id, measureId, measureName, productName, counterpartName, pictogram }) => ({
      id,
      measureId,
      measureName,
      productName,
      counterpartName,
      pictogram,
    })),
    output: await chartSeries(read, tables, drawn, {}),
  }
}

const mostKnown = 500

async function knownPeople(read: Reader, { persons }: Tables) {
  return read
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(isNull(persons.erasedAt))
    .orderBy(asc(persons.name), asc(persons.id))
    .limit(mostKnown)
}
