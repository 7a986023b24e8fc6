import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { unitsHidingNames } from '#db/views/journal/names-shown.ts'
import { peopleNamed, unitsNamed } from '#db/views/names.ts'
import type { Entry } from '#rules/entry.ts'
import { type EntryWords, wordsOfEntry } from '#rules/journal-sentences.ts'
import type { Seat } from '#rules/standing.ts'

/** One entry as the journal lists it: where it stands, who did it, and its sentence. */
export interface ToldEntry {
  readonly stream: string
  readonly number: number
  readonly at: string
  readonly act: string
  readonly hash: string
  readonly matter: string | null
  /** Who did it; the name is null where it was erased, and `hidden` where this reader is shown the id alone. */
  readonly actor: { readonly id: string; readonly name: string | null; readonly hidden: boolean }
  readonly words: EntryWords
}

interface Kept {
  readonly entry: Entry
  readonly hash: string
  readonly matter: string | null
}

/**
 * Tells entries in sentences.
 * Named votes of an assembly that shows names to its members only are told by id to everybody else.
 */
export async function toldEntries(
  read: Reader,
  tables: Tables,
  kept: readonly Kept[],
  standing: readonly Seat[],
): Promise<ToldEntry[]> {
  const units = await unitsNamed(read, tables)
  const titles = await titlesOf(read, tables, kept)
  const people = await peopleNamed(
    read,
    tables,
    kept.flatMap(({ entry }) => peopleIn(entry)),
  )
  const hiding = await unitsHidingNames(read, tables, standing)
  const named = (id: string) => people[id] ?? null
  return kept.map(({ entry, hash, matter }) => {
    const { stream, number, at, act, actor } = entry
    const hidden = act === 'vote.cast' && hiding.has(stream)
    const words = wordsOfEntry(entry, {
      unit: (id) => units[id] ?? id,
      person: named,
      title: matter === null ? null : (titles[matter] ?? null),
    })
    return {
      stream,
      number,
      at,
      act,
      hash,
      matter,
      actor: { id: actor, name: hidden ? null : named(actor), hidden },
      words,
    }
  })
}

async function titlesOf(read: Reader, { proposals }: Tables, kept: readonly Kept[]): Promise<Record<string, string>> {
  const matters = [...new Set(kept.flatMap(({ matter }) => matter ?? []))]
  if (matters.length === 0) return {}
  const rows = await read
    .select({ id: proposals.id, title: proposals.title })
    .from(proposals)
    .where(inArray(proposals.id, matters))
  return Object.fromEntries(rows.map((row) => [row.id, row.title]))
}

/** Everybody whom an entry's sentence may name. */
const peopleIn = ({ actor, events }: Entry): string[] => [
  actor,
  ...events.flatMap((event) => ('personId' in event && event.personId !== null ? [event.personId] : [])),
]
