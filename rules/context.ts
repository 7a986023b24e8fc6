import type { Status } from '#rules/shapes/figures.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** A figure as it stood when it was frozen. */
export interface FrozenObservation {
  readonly series: string
  readonly period: string
  /** As entered; null where it was known to be missing. */
  readonly value: string | null
  readonly status: Status
  readonly unit: string
  /** The batch that made it. */
  readonly batch: string
}

/**
 * The statistical context of a plan line: what was known, and what followed from it, when it was decided.
 * Kept as canonical text; its hash covers inputs and results alike.
 */
export interface PlanContext {
  /** The program and version that computed the results. */
  readonly engine: string
  /** The numbers of the streams up to which the figures were read. The moment beside them is a label. */
  readonly asOf: Readonly<Record<string, number>>
  readonly moment: string
  readonly line: Line
  readonly observations: readonly FrozenObservation[]
  /** Coefficients with the vintage of the books they were taken from; null where the books hold none. */
  readonly technique: object | null
  readonly consequences: object | null
  /** By how much, as a share of the stored value, another computation of the consequences may differ. */
  readonly tolerance: number
}
