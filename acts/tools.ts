import { randomBytes } from 'node:crypto'
import type { Tools } from '#acts/act.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ids, secrets and salts from the system's own randomness. */
export const randomTools: Tools = {
  // 20 letters of 5 bits each: 100 bits.
  newId: () => Array.from(randomBytes(20), (byte) => letters[byte & 31]).join(''),
  newSecret: () => randomBytes(32).toString('base64url'),
  newSalt: () => randomBytes(32).toString('hex'),
}
