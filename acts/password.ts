import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP password storage sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Of no account: an unknown name costs the same time as a known one.
const ofNobody = '$argon2id$v=19$m=19456,t=2,p=1$VetanzlnKL3Hhp90J8BE0Q$q9YAI8dD7FhT3sWIZM0a1rTl2KykXQIz5lcXDs3TQyw'

/** Hashes a password for keeping; slow on purpose, so only in an act's `prepare`. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Tells whether a password fits a kept hash; without one it takes as long and says no. */
export async function passwordFits(kept: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(kept ?? ofNobody, password)
  return fits && kept !== undefined
}
