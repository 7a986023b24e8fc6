import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { JournalEvent } from '#rules/events.ts'

/** The first line of what is hashed: the form of the journal. A changed form takes another name. */
export const journalForm = 'negotium-journal/1'

/** What the first entry of a stream names as the hash before it. */
export const noHash = '0'.repeat(64)

/** The stream whose entries are chained like the others but never leave the installation. */
export const privateStream = 'private'

/** The stream of the installation itself: units founded, products and measures defined. */
export const networkStream = 'network'

/** One numbered entry of a stream, as it is hashed. Persons stand in it by id, never by name. */
export interface Entry {
  readonly stream: string
  /** 1 for a stream's first entry, without gaps. */
  readonly number: number
  readonly at: string
  readonly act: string
  readonly actor: string
  /** The public part of what was asked. */
  readonly body: object
  /** A commitment for each value that stands beside the entry and may be dropped. */
  readonly withheld: Readonly<Record<string, string>>
  readonly events: readonly JournalEvent[]
  /** The hash of the entry before. */
  readonly prev: string
}

/**
 * Writes a value as canonical JSON (RFC 8785): the same value gives the same bytes everywhere.
 * Takes: JSON values only; a property that is undefined is left out. Gives: the text that is hashed and stored.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || 'toJSON' in value) throw new TypeError('This value has no JSON form.')
  let text = ''
  // By UTF-16 code units, as the RFC asks: the order in which JavaScript sorts texts.
  for (const name of Object.keys(value).sort()) {
    const inner: unknown = value[name as keyof typeof value]
    if (inner !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalText(inner)}`
  }
  return `{${text}}`
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('Half a character has no JSON form.')
  return JSON.stringify(text)
}

/** SHA-256 of a text in UTF-8, in hexadecimal: bodies, manifests, minutes and contexts are known by it. */
export const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Commits to a value: SHA-256 over the salt's 32 bytes and the value in UTF-8; salt and commitment are hexadecimal. */
export const commitment = (value: string, salt: string): string =>
  bytesToHex(sha256(concatBytes(hexToBytes(salt), utf8ToBytes(value))))

/** Hashes an entry: SHA-256 over the form's name, the hash before and the canonical text, a line each. */
export const entryHash = (prev: string, canonical: string): string => textHash(`${journalForm}\n${prev}\n${canonical}`)
