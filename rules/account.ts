import { textHash } from '#rules/entry.ts'
import { rule } from '#rules/rule.ts'
import type { TokenScope } from '#rules/shapes/account.ts'

/** So many wrong passwords in a row are free; each one after that makes the account wait longer. */
export const freeAttempts = 5
const longestWaitSeconds = 900

/** Days until a session, an invitation and a recovery link run out. */
export const sessionDays = 30
export const invitationDays = 14
export const recoveryHours = 24

/** What a bearer token begins with, so that one that leaked is recognised for what it is. */
export const tokenPrefix = 'ngt_'

/** Hashes a secret (of a session, token, invitation or link) as the database keeps it: SHA-256 in hexadecimal. */
export const secretHash = (secret: string): string => textHash(secret)

/** Gives the instant so many milliseconds after another. */
export const later = (now: string, durationMs: number): string => new Date(Date.parse(now) + durationMs).toISOString()

/**
 * Says until when a further attempt at a password waits.
 * Takes: wrong attempts in a row (whole, ≥ 1) and the moment. Gives: an instant; the moment itself while attempts are free.
 * The wait is 5 s after the fifth and doubles with each one, up to 15 minutes.
 */
export function waitsUntil(wrong: number, now: string): string {
  if (wrong < freeAttempts) return now
  return later(now, 1000 * Math.min(longestWaitSeconds, 5 * 2 ** Math.min(20, wrong - freeAttempts)))
}

export const attemptsAreFree = rule(
  'G1',
  'too-many-attempts',
  (until: string | null, now: string) =>
    until === null || until <= now || { seconds: Math.ceil((Date.parse(until) - Date.parse(now)) / 1000) },
)
export const signInNameIsFree = rule('G2', 'sign-in-name-taken', (taken: boolean) => !taken || {})
export const invitationIsOpen = rule(
  'G3',
  'invitation-not-open',
  (invitation: { usedBy: string | null; expiresAt: string }, now: string) =>
    (invitation.usedBy === null && invitation.expiresAt > now) || {},
)
export const nobodyIsHereYet = rule('G4', 'already-founded', (people: number) => people === 0 || {})
export const foundingTokenFits = rule(
  'G5',
  'founding-token-wrong',
  (kept: string | null, token: string) => (kept !== null && kept === secretHash(token)) || {},
)
export const isDemonstration = rule('G6', 'not-a-demonstration', (demonstration: boolean) => demonstration || {})
export const isNoDemonstration = rule('G7', 'is-a-demonstration', (demonstration: boolean) => !demonstration || {})
export const recoveryIsOpen = rule(
  'G8',
  'recovery-not-open',
  (recovery: { usedAt: string | null; expiresAt: string }, now: string) =>
    (recovery.usedAt === null && recovery.expiresAt > now) || {},
)
export const hasPassword = rule('G9', 'no-password-here', (has: boolean) => has || {})

/** A token reads, or reads and acts; what concerns the account itself asks for a person who signed in. */
export const tokenReaches = rule(
  'G10',
  'token-does-not-reach',
  (scope: TokenScope, act: string) => (scope === 'act' && !act.startsWith('account.')) || { scope },
)
export const peopleAreNew = rule('G12', 'people-here-already', (known: number) => known === 0 || { known })
export const wasErased = rule(
  'G11',
  'nothing-to-forget',
  (erasedAt: string | null, seats: number) => (erasedAt !== null && seats > 0) || {},
)
