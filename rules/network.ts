import { rule } from '#rules/rule.ts'

const nameIsFree = rule('N1', 'unit-name-taken', (taken: boolean, id: string) => !taken || { id })
const parentsAreKnown = rule('N2', 'no-such-unit', (known: readonly string[], parents: readonly string[]) => {
  const unknown = parents.find((parent) => !known.includes(parent))
  return unknown === undefined || { unit: unknown }
})
const peopleAreKnown = rule('N3', 'no-such-person', (missing: number) => missing === 0 || { missing })
const closesNoCircle = rule(
  'N4',
  'units-in-a-circle',
  (path: readonly string[] | null) => path === null || { path: path.join(' → ') },
)

/** Says whether a unit may be founded: its short name is free, its parents and founding people exist. */
export const whenUnitMayBeFounded = (
  facts: { known: readonly string[]; taken: boolean; peopleMissing: number },
  input: { id: string; parents: readonly string[] },
) => [
  nameIsFree(facts.taken || facts.known.includes(input.id), input.id),
  parentsAreKnown(facts.known, input.parents),
  peopleAreKnown(facts.peopleMissing),
]

/** Says whether a unit may be placed under another: both exist and no circle closes. */
export const whenUnitMayBePlaced = (
  facts: { known: readonly string[]; placements: readonly Placement[] },
  input: { unitId: string; parentId: string },
) => [parentsAreKnown(facts.known, [input.unitId, input.parentId]), closesNoCircle(circleOf(facts.placements, input))]

interface Placement {
  readonly unitId: string
  readonly parentId: string
}

/** Gives the path that a new placement would close to a circle, from the unit back to itself; null where it closes none. */
export function circleOf(placements: readonly Placement[], added: Placement): string[] | null {
  const queue: string[][] = [[added.unitId, added.parentId]]
  const seen = new Set<string>()
  for (const path of queue) {
    const here = path.at(-1) ?? ''
    if (here === added.unitId) return path
    if (seen.has(here)) continue
    seen.add(here)
    for (const { unitId, parentId } of placements) if (unitId === here) queue.push([...path, parentId])
  }
  return null
}
