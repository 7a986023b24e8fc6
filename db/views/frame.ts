import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { isDemonstrationHere } from '#db/marks.ts'
import { unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'

/** What stands around every page: whether the society is invented, who reads, and in which roles. */
export const frame = defineView({
  name: 'frame',
  answers: 'What stands around every page: whether this is a demonstration, who reads, and where they hold seats.',
  input: z.object({}),
  answer: async ({ read, tables, actor, standing }) => {
    const { persons } = tables
    const [person] =
      actor.kind === 'person'
        ? await read.select({ id: persons.id, name: persons.name }).from(persons).where(eq(persons.id, actor.id))
        : []
    const names = standing.length > 0 ? await unitsNamed(read, tables) : {}
    return {
      demo: await isDemonstrationHere({ tx: read, tables }),
      person: person ?? null,
      seats: standing.map((seat) => ({ ...seat, unitName: names[seat.unitId] ?? seat.unitId })),
      language: 'en' as const,
      /** False while the installation is empty: the set-up page is shown instead. */
      founded: (await read.select({ id: tables.units.id }).from(tables.units).limit(1)).length > 0,
    }
  },
})
