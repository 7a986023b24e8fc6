import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { onlyRow } from '#db/rows.ts'
import { toldEntries } from '#db/views/journal/told.ts'
import { unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { type Entry, privateStream } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { Slug } from '#rules/shapes/names.ts'

const pageLength = 50

/** The public record in sentences. Refuses: `missing` for the private stream and for one that is not there. */
export const journalPage = defineView({
  name: 'journal.page',
  answers: 'Shows the numbered public record, newest first: of all streams together, or of one.',
  input: z.object({
    stream: Slug.nullable().default(null),
    /** Of one stream: entries below this number. */
    below: z.coerce.number().int().min(1).nullable().default(null),
    /** Of all streams: how many entries to pass over. */
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  answer: async ({ read, tables, input, standing }) => {
    const { entries, streams } = tables
    const { stream, below, skip } = input
    if (stream === privateStream) throw new Refusal('missing', 'no-such-thing')
    const heads = await read
      .select({ id: streams.id, number: streams.number, head: streams.head, at: streams.at })
      .from(streams)
      .where(ne(streams.kind, 'private'))
      .orderBy(desc(streams.at), streams.id)
    if (stream !== null) onlyRow(heads.filter((head) => head.id === stream))
    const open = ne(entries.stream, privateStream)
    const rows = await read
      .select({ canonical: entries.canonical, hash: entries.hash, matter: entries.matter })
      .from(entries)
      .where(
        stream === null
          ? open
          : and(open, eq(entries.stream, stream), below === null ? undefined : lt(entries.number, below)),
      )
      .orderBy(...(stream === null ? [desc(entries.at), desc(entries.stream)] : []), desc(entries.number))
      .limit(pageLength + 1)
      .offset(stream === null ? skip : 0)
    const kept = rows.slice(0, pageLength).map(({ canonical, hash, matter }) => ({
      entry: JSON.parse(canonical) as Entry,
      hash,
      matter,
    }))
    const [count] = await read
      .select({ all: sql<number>`count(*)`.mapWith(Number) })
      .from(entries)
      .where(stream === null ? open : eq(entries.stream, stream))
    return {
      entries: await toldEntries(read, tables, kept, standing),
      more: rows.length > pageLength,
      skip,
      stream,
      heads: heads.filter((head) => head.number > 0),
      count: count?.all ?? 0,
      units: await unitsNamed(read, tables),
    }
  },
})
