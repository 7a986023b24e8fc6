/**
 * The form of the public export: canonical JSON, one object a line, in this order: the first line; the entries of all
 * public streams, stream by stream, each followed by its values that anyone may read; rows of the tables that a recount
 * needs, in the order of `exportTables`; the last line.
 *
 * Running digest: 64 zeros before the first line, then SHA-256 over the digest so far, a line break and the line.
 */
export type ExportLine = FirstLine | EntryLine | OpenedLine | RowLine | LastLine

export const exportForm = 'negotium-export/1'
export const firstDigest = '0'.repeat(64)

interface Chained {
  /** The first 16 digits of the running digest over all lines before: an altered line is named by its successor. */
  readonly after: string
}

export interface FirstLine extends Chained {
  readonly kind: 'export'
  readonly form: string
  readonly journal: string
  /** Facts about the installation that anyone may know. */
  readonly marks: Readonly<Record<string, string>>
}

export interface EntryLine extends Chained {
  readonly kind: 'entry'
  /** The canonical text, byte for byte as it was hashed. */
  readonly text: string
  readonly hash: string
}

/** A value behind a commitment of the entry just before. */
export interface OpenedLine extends Chained {
  readonly kind: 'opened'
  readonly stream: string
  readonly number: number
  readonly name: string
  readonly value: string
  readonly salt: string
}

/** Rows stand ordered so that they can be checked in passing: electorates after their vote, observations by series and period. */
export const exportTables = [
  'votes',
  'electorate',
  'minutes',
  'planLines',
  'units',
  'measures',
  'products',
  'sources',
  'series',
  'observations',
] as const
export type ExportTable = (typeof exportTables)[number]

export interface RowLine extends Chained {
  readonly kind: 'row'
  readonly table: ExportTable
  readonly row: object
}

export interface LastLine extends Chained {
  readonly kind: 'end'
  /** Lines before this one, and how many of each kind; rows by table. */
  readonly counts: {
    readonly lines: number
    readonly entries: number
    readonly opened: number
    readonly rows: Readonly<Record<string, number>>
  }
  readonly heads: readonly Head[]
  /** The whole running digest over all lines before. */
  readonly digest: string
}

/** Where a stream stands: whoever keeps a head can tell later whether anything before it was rewritten. */
export interface Head {
  readonly stream: string
  readonly number: number
  readonly head: string
}
