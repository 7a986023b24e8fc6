/** A figure and the limit beside it, measured one after the other: what else the machine does weighs on both. */
export interface Run {
  readonly value: number
  /** What the bare parts do. */
  readonly limit: number
}

export interface Measured {
  readonly what: string
  readonly unit: string
  readonly runs: readonly Run[]
  /** The least share of the limit that is wanted. */
  readonly target: number
}

/** Prints a figure, its limit, their ratio and its target, each the middle of all runs; short of it, the program ends with 1. */
export function tell({ what, unit, runs, target }: Measured): void {
  const ratio = median(runs.map((run) => run.value / run.limit))
  if (ratio < target) process.exitCode = 1
  const value = whole(median(runs.map((run) => run.value)))
  const limit = whole(median(runs.map((run) => run.limit)))
  const verdict = ratio >= target ? 'ok' : 'SHORT'
  console.log(`${what}: ${value} ${unit}; bare ${limit}; ratio ${ratio.toFixed(2)} (target ${target}) ${verdict}`)
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')

const median = (values: readonly number[]): number => share(sorted(values), 0.5)

export const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other)

/** The value below which a share (0 to 1) of sorted values lies. */
export const share = (values: readonly number[], of: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * of))] ?? Number.NaN
