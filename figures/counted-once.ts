/**
 * Gives those of some units whose figures may be added up without counting anything twice: a unit that others of them belong to,
 * directly or by a detour, reports what they report, and is left out.
 * Takes: the units that report, and which unit belongs to which larger one. Gives: the rest, in the order given.
 */
export function countedOnce(
  reporting: readonly string[],
  placements: readonly { readonly unitId: string; readonly parentId: string }[],
): string[] {
  const parents = new Map<string, string[]>()
  for (const { unitId, parentId } of placements) parents.set(unitId, [...(parents.get(unitId) ?? []), parentId])
  const above = new Set<string>()
  const climb = (unitId: string) => {
    for (const parent of parents.get(unitId) ?? []) {
      if (above.has(parent)) continue
      above.add(parent)
      climb(parent)
    }
  }
  for (const unitId of reporting) climb(unitId)
  return reporting.filter((unitId) => !above.has(unitId))
}
