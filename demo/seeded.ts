/**
 * Gives the seed's answer to a key: the same key always gives the same number, whatever was asked before.
 * Takes: any text that names what the number is for ("north-mill/output/17").
 * Gives: a number from -1 (included) to 1 (not included), evenly spread.
 */
export function swing(key: string): number {
  let state = seed
  for (let at = 0; at < key.length; at += 1) state = Math.imul(state ^ key.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return ((state ^ (state >>> 16)) >>> 0) / 0x80000000 - 1
}

/** The offset basis of the FNV-1a hash: any other number would make another society. */
const seed = 0x811c9dc5
