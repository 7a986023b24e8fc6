import type { Consequences, Standing } from '#figures/consequences.ts'
import type { Technique } from '#figures/technique.ts'
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

/** The figures on which a decision rests, and what followed from them: the part that a vote and a plan line share. */
interface Grounds {
  /** The method that computed the results. */
  readonly engine: string
  /** By how much, as a share of the stored value, another computation of the results may differ. */
  readonly tolerance: number
  /** The numbers of the streams up to which the figures were read. The moment beside them is a label. */
  readonly asOf: Readonly<Record<string, number>>
  readonly moment: string
  readonly observations: readonly FrozenObservation[]
  /** The products' units of measure. */
  readonly units: Readonly<Record<string, string>>
  /** The books' sums from which coefficients are divided, with the months that they cover. */
  readonly technique: Technique
  /** Of all lines together; null where the technique could not be computed with. */
  readonly consequences: Consequences | null
}

/** What a vote freezes when it opens. */
export interface FrozenFigures extends Grounds {
  readonly lines: readonly { readonly line: Line; readonly series: readonly string[]; readonly standing: Standing }[]
}

/**
 * The statistical context of a plan line: what was known, and what followed from it, when it was decided.
 * Kept as canonical text; its hash covers inputs and results alike.
 */
export interface PlanContext extends Grounds {
  readonly line: Line
  /** All lines that were decided together, with what stood before: the consequences are those of the whole. */
  readonly together: readonly { readonly line: Line; readonly standing: Standing }[]
}

/**
 * Takes one line's context out of what its vote froze: the figures that bear on this line, the consequences of all.
 * Gives: undefined where the vote froze no such line.
 */
export function contextOf(frozen: FrozenFigures, lineId: string): PlanContext | undefined {
  const own = frozen.lines.find((each) => each.line.id === lineId)
  if (!own) return undefined
  const { engine, tolerance, asOf, moment, units, technique, consequences } = frozen
  const bearing = new Set(own.series)
  return {
    ...{ engine, tolerance, asOf, moment, units, technique, consequences },
    line: own.line,
    together: frozen.lines.map(({ line, standing }) => ({ line, standing })),
    observations: frozen.observations.filter((figure) => bearing.has(figure.series)),
  }
}
