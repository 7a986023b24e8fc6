import { rule } from '#rules/rule.ts'
import type { Status } from '#rules/shapes/figures.ts'

const shortNameIsFree = rule('F1', 'short-name-taken', (taken: boolean, id: string) => !taken || { id })

/** Says whether a measure, product or source may be defined: its short name is free. It is never redefined. */
export const whenNameIsFree = (taken: boolean, id: string) => [shortNameIsFree(taken, id)]

const figureIsThere = rule('F2', 'no-figure-to-correct', (there: boolean, period: string) => there || { period })
const correctionDiffers = rule('F3', 'correction-changes-nothing', (differs: boolean) => differs || {})
const valueFits = rule('F4', 'value-below-zero', (fits: boolean) => fits || {})

/** What a correction is judged by. */
export interface Correction {
  readonly inForce: Figure | null
  readonly wanted: Figure & { readonly period: string; readonly belowZero: boolean }
  readonly mayBeNegative: boolean
}

interface Figure {
  readonly entered: string | null
  readonly status: Status
  readonly note: string | null
}

/** Says whether a figure may be corrected so: there is one in force, and the correction says something else. */
export const whenCorrectionCounts = ({ inForce, wanted, mayBeNegative }: Correction) => [
  figureIsThere(inForce !== null, wanted.period),
  valueFits(mayBeNegative || !wanted.belowZero),
  correctionDiffers(
    inForce === null ||
      inForce.entered !== wanted.entered ||
      inForce.status !== wanted.status ||
      inForce.note !== wanted.note,
  ),
]
