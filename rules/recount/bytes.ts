import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

// The second reader's own hashing and writing: nothing here is shared with the code that made the record.

/** A line longer than this is no line of an export: 64 MiB. */
const longest = 64 * 1024 * 1024

const writer = new TextEncoder()

/** One line of a file: its number from 1, its bytes without the line break, and whether a line break ended it. */
export interface FileLine {
  readonly number: number
  readonly bytes: Uint8Array
  readonly ended: boolean
}

/** Gives the SHA-256 of texts and bytes, one after the other, in hexadecimal. */
export function sha(...parts: readonly (string | Uint8Array)[]): string {
  const running = sha256.create()
  for (const part of parts) running.update(typeof part === 'string' ? writer.encode(part) : part)
  return bytesToHex(running.digest())
}

/** Tells whether a value and its salt are what a commitment was made to. */
export const opens = (commitment: string, value: string, salt: string): boolean =>
  /^[0-9a-f]{64}$/.test(salt) && sha(hexToBytes(salt), value) === commitment

/** Writes a JSON value with sorted names and no space: the second reader's own hand for RFC 8785. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${written(held)}`).join(',')}}`
}

/** Reads a text that must be canonical JSON. Gives undefined where it is not JSON, or not written canonically. */
export function readCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return written(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads bytes as UTF-8. Gives undefined where they are not. */
export function readText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Cuts a stream of bytes into lines, holding one line at a time. Refuses, by throwing, a line that is longer than 64 MiB. */
export async function* fileLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  let number = 0
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, at))
      number += 1
      yield { number, bytes: joined(held), ended: true }
      held = []
      size = 0
      from = at + 1
    }
    if (from === chunk.length) continue
    held.push(chunk.slice(from))
    size += chunk.length - from
    if (size > longest) throw new RangeError(`Line ${number + 1} is longer than 64 MiB.`)
  }
  if (held.length > 0) yield { number: number + 1, bytes: joined(held), ended: false }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  if (only && parts.length === 1) return only
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
