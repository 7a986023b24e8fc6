import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { toldEntries } from '#db/views/journal/told.ts'
import { unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { type Entry, privateStream } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { Slug } from '#rules/shapes/names.ts'

/** One entry, with the values beside it that anyone may read. Refuses: `missing`, for private entries too. */
export const journalEntry = defineView({
  name: 'journal.entry',
  answers:
    'Shows one entry of the public record exactly as it was hashed, with the words beside it that anyone may read.',
  input: z.object({ stream: Slug, number: z.coerce.number().int().min(1) }),
  answer: async ({ read, tables, input, standing }) => {
    const { entries, withheld, streams, proposals } = tables
    const { stream, number } = input
    if (stream === privateStream) throw new Refusal('missing', 'no-such-thing')
    const at = and(eq(entries.stream, stream), eq(entries.number, number))
    const row = onlyRow(await read.select().from(entries).where(at))
    const words = await read
      .select({ name: withheld.name, value: withheld.value, salt: withheld.salt })
      .from(withheld)
      .where(and(eq(withheld.stream, stream), eq(withheld.number, number), eq(withheld.sight, 'public')))
    const entry = JSON.parse(row.canonical) as Entry
    const told = await toldEntries(read, tables, [{ entry, hash: row.hash, matter: row.matter }], standing)
    const last = onlyRow(await read.select({ number: streams.number }).from(streams).where(eq(streams.id, stream)))
    const [about] = row.matter
      ? await read
          .select({ id: proposals.id, title: proposals.title })
          .from(proposals)
          .where(eq(proposals.id, row.matter))
      : []
    return {
      told: onlyRow(told),
      /** The proposal that it is about. */
      about: about ?? null,
      canonical: row.canonical,
      hash: row.hash,
      prev: entry.prev,
      words,
      /** Values that the entry commits to and nobody may read now. */
      closed: Object.keys(entry.withheld).filter((name) => !words.some((word) => word.name === name)),
      isLast: number === last.number,
      units: await unitsNamed(read, tables),
    }
  },
})
