import { randomFillSync } from 'node:crypto'
import type { Tools } from '#acts/act.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ids, secrets and salts from the system's own randomness. */
export const randomTools: Tools = {
  newId: () => {
    // 20 letters of 5 bits each: 100 bits.
    let id = ''
    for (const byte of fresh(20)) id += letters[byte & 31]
    return id
  },
  newSecret: () => fresh(32).toString('base64url'),
  newSalt: () => fresh(32).toString('hex'),
}

// Asking the system costs far more than the bytes do: they are fetched for hundreds of ids at a time.
const store = Buffer.alloc(16_384)
let used = store.length

/** Gives bytes that nobody was given before; to be read at once, because their place is filled anew later. */
function fresh(bytes: number): Buffer {
  if (used + bytes > store.length) {
    randomFillSync(store)
    used = 0
  }
  used += bytes
  return store.subarray(used - bytes, used)
}
