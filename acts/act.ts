import type { z } from 'zod'
import type { Reader, Tx } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { JournalEvent } from '#rules/events.ts'
import type { Refusal } from '#rules/refusal.ts'
import type { Verdict } from '#rules/rule.ts'
import type { Actor, Seat } from '#rules/standing.ts'

/** What every act is handed. Time and randomness are given, never taken. */
export interface Tools {
  /** A new id: 20 lower-case letters and digits, random. */
  readonly newId: () => string
  /** A new secret: 32 random bytes, base64url. */
  readonly newSecret: () => string
  /** A new salt for a commitment: 32 random bytes, hexadecimal. */
  readonly newSalt: () => string
}

interface Prepare<I> extends Tools {
  readonly read: Reader
  readonly tables: Tables
  readonly input: I
  readonly actor: Actor
  /** A moment before the lock: good for choosing what to read, never for what is recorded. */
  readonly soon: string
}

interface Load<I, P> extends Tools {
  readonly tx: Tx
  readonly tables: Tables
  readonly input: I
  readonly actor: Actor
  readonly prepared: P
  /** The stream that is locked, the number that this act's entry takes, and its moment. */
  readonly stream: string
  readonly number: number
  readonly now: string
}

interface Apply<I, P, F> extends Load<I, P> {
  readonly facts: F
  readonly standing: readonly Seat[]
}

export interface Outcome<R> {
  readonly result: R
  readonly events: readonly JournalEvent[]
  /** What the entry is about: a proposal's id where there is one. */
  readonly matter?: string
  /** Values that the entry commits to and that stand beside it. */
  readonly withheld?: Readonly<Record<string, { readonly value: string; readonly sight: 'public' | 'sealed' }>>
  /** The act is kept, and its answer is this refusal: a wrong password is counted. */
  readonly refusal?: Refusal
}

/** One thing that a person (or the clock) can do: the path of its file is its name. */
export interface Act<Name extends string, I, P, F, R, Raw = unknown> {
  readonly name: Name
  /** One full sentence: what it does. Shown in the generated reference. */
  readonly does: string
  readonly input: z.ZodType<I, Raw>
  /** The stream that the act locks. Every row that `load` reads belongs to it. */
  readonly stream: (input: I, prepared: P) => string
  /** The public part of the input, as the journal keeps it. */
  readonly body: (input: I) => object
  /** Input fields that are secret: left out of the hash by which a repetition is known. */
  readonly secret?: readonly string[]
  /** The answer holds a secret: it is not kept, a repetition says only that it was done. */
  readonly secretAnswer?: true
  /** Who may come through this door at all: people, the clock, the operator's command, or visitors who are not signed in. */
  readonly by?: 'clock' | 'operator' | 'visitor'
  /** Slow work outside the transaction: hashing, reading an upload, freezing figures. */
  readonly prepare?: (given: Prepare<I>) => Promise<P>
  readonly load: (given: Load<I, P>) => Promise<F>
  readonly who: (given: { facts: F; actor: Actor; standing: readonly Seat[]; input: I }) => Verdict[]
  readonly when: (given: { facts: F; input: I; now: string; actor: Actor }) => Verdict[]
  readonly apply: (given: Apply<I, P, F>) => Promise<Outcome<R>>
}

/** Declares an act; the facts that `load` gives are the facts that `who`, `when` and `apply` receive. */
export const defineAct = <const Name extends string, I, P, F, R, Raw>(act: Act<Name, I, P, F, R, Raw>) => act
