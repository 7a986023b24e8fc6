import type { z } from 'zod'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor, Seat } from '#rules/standing.ts'

/** What every view is handed: a reader, whoever asks with the seats they hold now, and the moment. */
export interface Asked<I> {
  readonly read: Reader
  readonly tables: Tables
  readonly input: I
  readonly actor: Actor
  readonly standing: readonly Seat[]
  readonly now: string
}

/** One question that a page or a REST call asks: plain data out, nothing changed. */
export interface View<Name extends string, I, A, Raw = unknown> {
  readonly name: Name
  /** One full sentence: what it answers. Shown in the generated reference. */
  readonly answers: string
  readonly input: z.ZodType<I, Raw>
  /** Refuses with `missing` where there is no such thing, or where this reader may not know of it. */
  readonly answer: (asked: Asked<I>) => Promise<A>
}

/** Declares a view; `ask('its.name', input)` infers what it answers. */
export const defineView = <const Name extends string, I, A, Raw>(view: View<Name, I, A, Raw>) => view
