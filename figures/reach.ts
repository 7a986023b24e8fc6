/** How far an amount is moved by hand, and in what steps; it may be typed beyond. */
export interface Reach {
  readonly least: number
  readonly most: number
  readonly step: number
}

/**
 * Gives the range in which amounts are moved by hand around those that are known: from nothing to half as much again as the largest
 * and at least twice the present one, in about 200 round steps.
 * Takes: amounts in one unit of measure, the present one first.
 */
export function reachAround(amounts: readonly number[]): Reach {
  const [present = 0] = amounts
  const largest = Math.max(present * 2, ...amounts.map((amount) => amount * 1.5))
  if (!(largest > 0)) return { least: 0, most: 100, step: 1 }
  const step = roundStep(largest / 200)
  return { least: 0, most: Math.ceil(largest / step) * step, step }
}

/** The largest of 1, 2, 5, 10, 20 … (and 0.1, 0.2 …) that is not above a quantity. */
function roundStep(quantity: number): number {
  const power = 10 ** Math.floor(Math.log10(quantity))
  const times = [5, 2, 1].find((one) => one * power <= quantity * (1 + 1e-9)) ?? 1
  return Number((times * power).toPrecision(1))
}
