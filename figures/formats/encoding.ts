/** What the bytes of a file were read as. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'

/**
 * Turns the bytes of a file into text, whichever of the usual encodings they are in.
 * Takes: the bytes as received. Gives: well-formed text without byte-order mark and without NUL, and the encoding found.
 * A byte-order mark decides; else zero bytes at every other place mean UTF-16; else UTF-8 where it is valid; else
 * Windows-1252 ("latin1"), which reads any bytes.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  const decoder = new TextDecoder(encoding === 'latin1' ? 'windows-1252' : encoding)
  const text = decoder.decode(bytes)
  // A NUL cannot stand in a database's text; it is shown as what it is, a character that could not be read.
  return { text: text.replaceAll('\u0000', '\uFFFD'), encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const start = bytes.subarray(0, 1000)
  if (start.length >= 4 && start.length % 2 === 0) {
    const even = share(start, 0)
    const odd = share(start, 1)
    // Western text in UTF-16 has a zero in nearly every other byte, and none in the ones between.
    if (odd > 0.6 && even < 0.1) return 'utf-16le'
    if (even > 0.6 && odd < 0.1) return 'utf-16be'
  }
  return isUtf8(bytes) ? 'utf-8' : 'latin1'
}

function share(bytes: Uint8Array, from: 0 | 1): number {
  let zeros = 0
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) zeros++
  return zeros / (bytes.length / 2)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
