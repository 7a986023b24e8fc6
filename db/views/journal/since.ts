import { and, eq, gte, lte } from 'drizzle-orm'
import { z } from 'zod'
import { readEntries } from '#db/journal.ts'
import { onlyRow } from '#db/rows.ts'
import { defineView } from '#db/views/view.ts'
import { privateStream } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { Slug } from '#rules/shapes/names.ts'

const pageLength = 200

/** What a browser missed: the entries of one public stream after a number, as they would have been told. */
export const journalSince = defineView({
  name: 'journal.since',
  answers: 'Gives the entries of one public stream after a number, oldest first, two hundred at a time.',
  input: z.object({ stream: Slug, after: z.int().min(0) }),
  answer: async ({ read, tables, input }) => {
    const { stream, after } = input
    const { streams, withheld } = tables
    if (stream === privateStream) throw new Refusal('missing', 'no-such-thing')
    const { number } = onlyRow(
      await read.select({ number: streams.number }).from(streams).where(eq(streams.id, stream)),
    )
    const kept = after >= number ? [] : await readEntries(read, tables, { stream, after, limit: pageLength })
    const last = kept.at(-1)?.entry.number ?? after
    const words = kept.length
      ? await read
          .select({ number: withheld.number, name: withheld.name, value: withheld.value })
          .from(withheld)
          .where(
            and(
              eq(withheld.stream, stream),
              gte(withheld.number, after),
              lte(withheld.number, last),
              eq(withheld.sight, 'public'),
            ),
          )
      : []
    const said = (of: number) =>
      Object.fromEntries(words.filter((word) => word.number === of).map((word) => [word.name, word.value]))
    return {
      told: kept.map(({ entry: { act, actor, at, events, number: own }, matter }) => ({
        stream,
        number: own,
        at,
        act,
        actor,
        matter,
        events,
        words: said(own),
      })),
      /** The number of the stream's last entry. */
      number,
      more: last < number,
    }
  },
})
