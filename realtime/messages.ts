import type { JournalEvent } from '#rules/events.ts'

/** Raised when a message changes its meaning: a page that was loaded before then asks to be loaded again. */
export const protocol = 1

/** One committed entry, as it is told to whoever listens. The journal is the truth; this is a hint that comes early. */
export interface Told {
  readonly stream: string
  readonly number: number
  readonly at: string
  readonly act: string
  readonly actor: string
  readonly matter: string | null
  readonly events: readonly JournalEvent[]
  /** The withheld values that anyone may read: what a person said. */
  readonly words: Readonly<Record<string, string>>
}

/** A hand on a quantity: shared, but not kept. */
export interface Pen {
  /** The line it is on, and the value that it holds just now, as typed. */
  readonly line: string
  readonly value: string
}

/** Somebody who is here, by one of their pages. */
export interface Here {
  /** Names the page, not the person: somebody may be here twice. */
  readonly page: string
  readonly personId: string
  readonly name: string | null
  readonly pen: Pen | null
}

/** What changed in a place since the last message: who is here or moved their pen, and which pages are gone. */
export interface Around {
  readonly matter: string
  readonly here: readonly Here[]
  readonly gone: readonly string[]
}

/** A refusal as it travels: the browser words it. */
export interface Refused {
  readonly kind: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly fields: Readonly<Record<string, { code: string; values: Readonly<Record<string, string | number>> }>>
}

export type Answer<R> = ({ readonly ok: true } & R) | { readonly ok: false; readonly refused: Refused }

export type ActAnswer = Answer<{ result: unknown; stream: string; number: number; repeated: boolean }>

export interface Place {
  readonly stream: string
  /** The proposal whose page this is; null where the page is a unit's. */
  readonly matter: string | null
}

/** From the browser to the server; every one is answered. */
export interface ToServer {
  join: (place: Place, answer: (said: Answer<{ number: number; here: readonly Here[] }>) => void) => void
  leave: (place: Place) => void
  act: (
    asked: { readonly name: string; readonly input: unknown; readonly actId: string },
    answer: (said: ActAnswer) => void,
  ) => void
  since: (
    asked: { readonly stream: string; readonly after: number },
    answer: (said: Answer<{ told: readonly Told[]; more: boolean }>) => void,
  ) => void
  pen: (held: { readonly matter: string; readonly pen: Pen | null }) => void
}

/** From the server to the browser. */
export interface ToBrowser {
  hello: (said: { readonly protocol: number; readonly personId: string | null }) => void
  news: (told: Told) => void
  around: (around: Around) => void
  /** The session or token behind this socket was ended. */
  ended: () => void
}
