import type { IncomingHttpHeaders } from 'node:http'
import type { ActName, InputOf, ResultOf } from '#acts/index.ts'
import type { Done } from '#acts/perform.ts'
import type { SessionCookie } from '#app/session.server.ts'
import type { AnswerOf, AskedOf, ViewName } from '#db/views/index.ts'
import type { Caller } from '#rules/caller.ts'

/** One act or view as the reference describes it: its name, its sentence, the JSON schema of its input. */
export interface Described {
  readonly name: string
  readonly says: string
  readonly schema: object
  /** Acts only: who comes through this door, where it is not people who signed in. */
  readonly by?: 'clock' | 'operator' | 'visitor'
}

/** What the doorkeeper hands to pages and REST: the one way to ask, the one way to act, and who it is that does. */
export interface Platform {
  readonly ask: (caller: Caller) => (name: string, input: unknown) => Promise<unknown>
  readonly perform: (caller: Caller) => (name: string, input: unknown, actId: string) => Promise<Done<unknown>>
  /** Who a request is from: by bearer token, else by cookie. Refuses a token that is not good. */
  readonly callerOf: (headers: IncomingHttpHeaders) => Promise<Caller>
  readonly stage: (
    caller: Caller,
    unitId: string,
    name: string,
    bytes: Uint8Array,
  ) => Promise<{ upload: string; name: string }>
  /** The public record, a line at a time, each with its line break. */
  readonly exportLines: () => AsyncIterable<string>
  /** Resolves while the database answers. */
  readonly alive: () => Promise<void>
  /** Takes from somebody's allowance; false where it is used up. */
  readonly take: (key: string) => boolean
  readonly newId: () => string
  readonly now: () => Date
  /** Grows with every entry of the record, whichever node commits it. */
  readonly recordNumber: () => Promise<number>
  /** When the next open vote closes, in milliseconds; null where none is open. */
  readonly nextClose: () => Promise<number | null>
  readonly cookie: SessionCookie
  readonly publicUrl: string | null
  readonly acts: readonly Described[]
  readonly views: readonly Described[]
  /** Logs what went wrong beside the reference that the person is shown. */
  readonly fault: (reference: string, thrown: unknown, about: object) => void
}

export type PageAsk = <N extends ViewName>(name: N, input: AskedOf<N>) => Promise<AnswerOf<N>>

/** `actId`: the form's hidden field, made with the form; left out where repeating does no harm (signing in). */
export type PagePerform = <N extends ActName>(name: N, input: InputOf<N>, actId?: string) => Promise<Done<ResultOf<N>>>
