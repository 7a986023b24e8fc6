import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { peopleNamed, unitsNamed } from '#db/views/names.ts'
import { defineView } from '#db/views/view.ts'
import { type Entry, privateStream } from '#rules/entry.ts'
import { Slug } from '#rules/shapes/names.ts'

const pageLength = 50

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
  answer: async ({ read, tables, input }) => {
    const { entries, streams } = tables
    const { stream, below, skip } = input
    const open = ne(entries.stream, privateStream)
    const rows = await read
      .select({ canonical: entries.canonical, hash: entries.hash, matter: entries.matter })
      .from(entries)
      .where(
        stream === null
          ? open
          : and(open, eq(entries.stream, stream), below === null ? undefined : lt(entries.number, below)),
      )
      .orderBy(desc(entries.at), desc(entries.stream), desc(entries.number))
      .limit(pageLength + 1)
      .offset(stream === null ? skip : 0)
    const shown = rows.slice(0, pageLength).map(({ canonical, hash, matter }) => {
      const { number, at, act, actor, events, stream: of } = JSON.parse(canonical) as Entry
      return { stream: of, number, at, act, actor, matter, hash, kinds: events.map((event) => event.kind) }
    })
    const heads = await read
      .select({ id: streams.id, number: streams.number, head: streams.head, at: streams.at })
      .from(streams)
      .where(ne(streams.id, privateStream))
      .orderBy(desc(streams.at))
    const [count] = await read
      .select({ all: sql<number>`count(*)`.mapWith(Number) })
      .from(entries)
      .where(open)
    return {
      entries: shown,
      more: rows.length > pageLength,
      skip,
      stream,
      heads,
      count: count?.all ?? 0,
      people: await peopleNamed(
        read,
        tables,
        shown.map((entry) => entry.actor),
      ),
      units: await unitsNamed(read, tables),
    }
  },
})
