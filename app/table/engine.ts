import { type Consequences, consequences } from '#figures/consequences.ts'
import { type Prepared, prepareTechnique } from '#figures/solver.ts'
import { standingIn } from '#figures/standing.ts'
import type { Technique } from '#figures/technique.ts'
import type { Line } from '#rules/shapes/proposal.ts'

/** What consequences are computed from: the books, the plan in force by `standingKey`, and the products' units of measure. */
export interface Ground {
  readonly technique: Technique
  readonly plan: Readonly<Record<string, string>>
  readonly products: Readonly<Record<string, { readonly unit: string }>>
}

export interface Engine {
  readonly follow: (lines: readonly Line[]) => Consequences
}

/** Makes the engine of a page, once per technique; null where the books hold none, or one that cannot be computed with. */
export function engineOf(ground: Ground | null): Engine | null {
  if (!ground) return null
  const prepared = preparedOnce(ground.technique)
  if (!prepared.ok) return null
  const standing = standingIn(ground.technique, new Map(Object.entries(ground.plan)))
  const unitOf = (productId: string) => ground.products[productId]?.unit
  return { follow: (lines) => consequences(prepared.solver, lines, standing, unitOf) }
}

// Preparing inverts the table; on the server one technique serves many pages.
const prepared = new WeakMap<Technique, Prepared>()

function preparedOnce(technique: Technique): Prepared {
  const known = prepared.get(technique)
  if (known) return known
  const made = prepareTechnique(technique)
  prepared.set(technique, made)
  return made
}
