/** The values that a sentence needs; numbers and instants are set in the reader's language. */
export type Values = Readonly<Record<string, string | number>>

/** What a rule says of the facts it was given. */
export interface Verdict {
  readonly rule: string
  readonly code: string
  readonly holds: boolean
  readonly values: Values
}

/**
 * Makes a rule: an id (its sentence stands in RULES.md), a code (its words stand in rules/words), and a pure test.
 * Takes: a test that gives true, or the values which the sentence of the refusal needs.
 * Gives: a function of the same facts that gives a verdict.
 */
export const rule =
  <A extends readonly unknown[]>(id: string, code: string, test: (...facts: A) => true | Values) =>
  (...facts: A): Verdict => {
    const said = test(...facts)
    return { rule: id, code, holds: said === true, values: said === true ? {} : said }
  }

/** The first verdict that does not hold, or undefined where all do. */
export const firstBroken = (verdicts: readonly Verdict[]): Verdict | undefined => verdicts.find((v) => !v.holds)
