import type { Kit } from '#db/columns.ts'

/** The journal: what happened. */
export function record(c: Kit) {
  const streams = c.table('streams', {
    id: c.text().primaryKey(),
    /** The private stream is chained like the others but never exported. */
    kind: c.oneOf(['network', 'unit', 'private']).notNull(),
    /** The number of the last entry, and its hash; 0 and 64 zeros before the first. */
    number: c.whole().notNull(),
    head: c.text().notNull(),
    at: c.instant().notNull(),
  })
  const entries = c.table(
    'entries',
    {
      stream: c.text().notNull(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
      act: c.text().notNull(),
      actor: c.text().notNull(),
      /** What the act is about (a proposal's, vote's, series' id …), for reading a matter's story; null where it has none. */
      matter: c.text(),
      /** The entry as it was hashed, byte for byte. */
      canonical: c.canonical().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.stream, t.number] }),
      c.index('entries_by_moment').on(t.at),
      c.index('entries_by_matter').on(t.matter),
    ],
  )
  /** Values behind the commitments of an entry; a row is dropped on erasure or moderation, the chain holds without it. */
  const withheld = c.table(
    'withheld',
    {
      stream: c.text().notNull(),
      number: c.whole().notNull(),
      name: c.text().notNull(),
      value: c.text().notNull(),
      /** 32 bytes, hexadecimal. */
      salt: c.text().notNull(),
      /** public: anyone may read it; sealed: nobody reads it until an entry opens it. */
      sight: c.oneOf(['public', 'sealed']).notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.stream, t.number, t.name] })],
  )
  /** What was already done under an act's key, so that sending again is harmless. Never exported. */
  const performed = c.table(
    'performed',
    {
      actor: c.text().notNull(),
      actId: c.text().notNull(),
      act: c.text().notNull(),
      inputHash: c.text().notNull(),
      stream: c.text().notNull(),
      number: c.whole().notNull(),
      /** The first answer; null where it held a secret. */
      answer: c.json<unknown>(),
    },
    (t) => [c.primaryKey({ columns: [t.actor, t.actId] })],
  )
  /** Facts about this installation itself: whether it is a demonstration, the hash of the founding token. */
  const marks = c.table('marks', { name: c.text().primaryKey(), value: c.text().notNull() })
  return { streams, entries, withheld, performed, marks }
}
