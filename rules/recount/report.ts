import type { Head } from '#rules/export-line.ts'
import type { Values } from '#rules/rule.ts'
import type { recount } from '#rules/words/en/recount.ts'

type RecountCode = keyof typeof recount
export type CheckedWhat = Extract<RecountCode, `checked-${string}`>
export type FaultCode = Extract<RecountCode, `fault-${string}`>

/** So many faults are kept; further ones are only counted. */
const mostFaults = 200

export interface Fault {
  /** The line of the export, from 1. */
  readonly line: number
  /** The sentence that says what is wrong, with its values. */
  readonly code: FaultCode
  readonly values: Values
}

/** What the second reader checked and found. */
export interface Report {
  /** How many of each thing were checked, in the order of reading. */
  readonly checked: readonly { readonly what: CheckedWhat; readonly count: number }[]
  readonly faults: readonly Fault[]
  /** All faults, those too that are not listed. */
  readonly faultCount: number
  /** Where each stream stands by the second reader's own count. */
  readonly heads: readonly Head[]
  readonly marks: Readonly<Record<string, string>>
}

/** What the checks write into while they read. */
export interface Notes {
  readonly checked: (what: CheckedWhat, count?: number) => void
  readonly fault: (line: number, code: FaultCode, values: Values) => void
}

/** Opens the notes of one recount. */
export function openNotes(): Notes &
  Pick<Report, 'faults'> & { counts: () => Report['checked']; faultCount: () => number } {
  const counts = new Map<CheckedWhat, number>()
  const faults: Fault[] = []
  let total = 0
  return {
    checked: (what, count = 1) => counts.set(what, (counts.get(what) ?? 0) + count),
    fault: (line, code, values) => {
      total += 1
      if (faults.length < mostFaults) faults.push({ line, code, values })
    },
    counts: () => [...counts].map(([what, count]) => ({ what, count })),
    faults,
    faultCount: () => total,
  }
}
