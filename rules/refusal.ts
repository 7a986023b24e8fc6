import type { Values, Verdict } from '#rules/rule.ts'

/** input: the words or numbers given (400). who: you never could (401, 403). when: not now (409). missing: no such thing (404). */
export type RefusalKind = 'input' | 'who' | 'when' | 'missing'

/** A field's path ("lines.0.amount") and the code of the sentence that says what is wrong with it. */
export type FieldFaults = Readonly<Record<string, { readonly code: string; readonly values: Values }>>

/**
 * The one kind of "no". It carries a code and values; the doorway words it in the reader's language.
 * It is known by its mark, not by its class: bundles may hold copies of this file.
 */
export class Refusal extends Error {
  readonly refusal = true
  readonly kind: RefusalKind
  readonly code: string
  readonly values: Values
  readonly fields: FieldFaults

  constructor(kind: RefusalKind, code: string, values: Values = {}, fields: FieldFaults = {}) {
    super(code)
    this.kind = kind
    this.code = code
    this.values = values
    this.fields = fields
  }
}

/** Tells a refusal from a fault, whichever copy of the class made it. */
export const isRefusal = (thrown: unknown): thrown is Refusal =>
  thrown instanceof Error && 'refusal' in thrown && thrown.refusal === true

/** The refusal that a broken rule makes. */
export const refusalOf = (kind: 'who' | 'when', broken: Verdict): Refusal =>
  new Refusal(kind, broken.code, broken.values)
