import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { peopleNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { type Entry, privateStream } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { Slug } from '#rules/shapes/names.ts'

export const journalEntry = defineView({
  name: 'journal.entry',
  answers:
    'Shows one entry of the public record exactly as it was hashed, with the words beside it that anyone may read.',
  input: z.object({ stream: Slug, number: z.coerce.number().int().min(1) }),
  answer: async ({ read, tables, input }) => {
    const { entries, withheld } = tables
    if (input.stream === privateStream) throw new Refusal('missing', 'no-such-thing')
    const at = and(eq(entries.stream, input.stream), eq(entries.number, input.number))
    const row = onlyRow(await read.select().from(entries).where(at))
    const words = await read
      .select({ name: withheld.name, value: withheld.value, salt: withheld.salt })
      .from(withheld)
      .where(and(eq(withheld.stream, input.stream), eq(withheld.number, input.number), eq(withheld.sight, 'public')))
    const entry = JSON.parse(row.canonical) as Entry
    return {
      entry,
      canonical: row.canonical,
      hash: row.hash,
      matter: row.matter,
      words,
      people: await peopleNamed(read, tables, [row.actor]),
      units: await unitsNamed(read, tables),
    }
  },
})
