import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { unitsHidingNames } from '#db/views/journal/names-shown.ts'
import { toldEntries } from '#db/views/journal/told.ts'
import { unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { type Entry, privateStream } from '#rules/entry.ts'
import { Id } from '#rules/shapes/names.ts'

/** A person's public page: name, seats, and what the public record says they did. Refuses: `missing`. */
export const peoplePage = defineView({
  name: 'people.page',
  answers: 'A person’s name, seats, and their latest hundred entries in the public record.',
  input: z.object({ id: Id }),
  answer: async ({ read, tables, input, actor, standing }) => {
    const { persons, seats, entries } = tables
    const person = onlyRow(await read.select().from(persons).where(eq(persons.id, input.id)))
    const names = await unitsNamed(read, tables)
    const held = await read
      .select({ unitId: seats.unitId, role: seats.role, since: seats.since })
      .from(seats)
      .where(and(eq(seats.personId, person.id), isNull(seats.until)))
    const rows = await read
      .select({ canonical: entries.canonical, hash: entries.hash, matter: entries.matter })
      .from(entries)
      .where(and(eq(entries.actor, person.id), ne(entries.stream, privateStream)))
      .orderBy(desc(entries.at), desc(entries.number))
      .limit(100)
    const did = rows.map(({ canonical, ...row }) => ({ ...row, entry: JSON.parse(canonical) as Entry }))
    // Whoever knows the name would know who voted: those entries stand in the journal, by id alone.
    const hiding = actor.id === person.id ? new Set<string>() : await unitsHidingNames(read, tables, standing)
    const open = did.filter(({ entry }) => entry.act !== 'vote.cast' || !hiding.has(entry.stream))
    return {
      person: { id: person.id, name: person.name, joinedAt: person.joinedAt, erasedAt: person.erasedAt },
      seats: held.map((seat) => ({ ...seat, unitName: names[seat.unitId] ?? seat.unitId })),
      hidesVotes: open.length < did.length,
      did: await toldEntries(read, tables, open, standing),
      units: names,
    }
  },
})
