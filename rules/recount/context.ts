import { type Consequences, consequences, engineVersion } from '#figures/consequences.ts'
import { prepareTechnique } from '#figures/solver.ts'
import type { Technique } from '#figures/technique.ts'
import type { SeenGrounds } from '#rules/recount/shapes.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** Lines with what stood before them, as a vote or a plan line's context holds them. */
type Together = readonly {
  readonly line: Line
  readonly standing: { readonly amount: string; readonly from: 'plan' | 'books' | 'none' }
}[]

/**
 * Computes consequences again from the inputs that were frozen with them.
 * Takes: the grounds of a vote or of a plan line, and the lines that were decided together.
 * Gives: `same` where every result is within the stated tolerance, `differs` where one is not, and `not-computed` where
 * there are no results, or those of a method that this reader does not have.
 */
export function recomputeContext(grounds: SeenGrounds, together: Together): 'same' | 'differs' | 'not-computed' {
  if (grounds.consequences === null || grounds.engine !== engineVersion) return 'not-computed'
  try {
    const prepared = prepareTechnique(grounds.technique as unknown as Technique)
    if (!prepared.ok) return 'differs'
    const standing = new Map(together.map((each) => [each.line.id, each.standing]))
    const again: Consequences = consequences(
      prepared.solver,
      together.map((each) => each.line),
      (line) => standing.get(line.id) ?? { amount: '0', from: 'none' },
      (productId) => grounds.units[productId],
    )
    return within(grounds.tolerance, JSON.parse(JSON.stringify(again)), grounds.consequences) ? 'same' : 'differs'
  } catch {
    // Inputs that cannot be computed with cannot have given the results beside them.
    return 'differs'
  }
}

/** Compares two JSON values: numbers within a share of the larger one, all else exactly. */
function within(share: number, one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= share * Math.max(1, Math.abs(one), Math.abs(other))
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other
  const names = Object.keys(one)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && within(share, Reflect.get(one, name), Reflect.get(other, name)))
  )
}
