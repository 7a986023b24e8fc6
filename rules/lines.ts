import { type FieldFaults, Refusal } from '#rules/refusal.ts'
import type { Change, Line, ProposalBody } from '#rules/shapes/proposal.ts'

/** The names that lines may use: units, and products with all units of measure that their own unit converts to. */
export interface KnownNames {
  readonly units: ReadonlySet<string>
  readonly products: ReadonlyMap<string, ReadonlySet<string>>
}

/** Gives what is wrong with lines: names that do not exist, units of measure that do not fit the product. */
export function lineFaults(lines: readonly Line[], names: KnownNames, path: string): FieldFaults {
  const faults: Record<string, { code: string; values: Record<string, string> }> = {}
  lines.forEach((line, index) => {
    const at = `${path}.${index}`
    const product = names.products.get(line.productId)
    if (!names.units.has(line.unitId)) faults[`${at}.unitId`] = { code: 'no-such-unit', values: { unit: line.unitId } }
    if (!product) faults[`${at}.productId`] = { code: 'no-such-product', values: { product: line.productId } }
    else if (!product.has(line.unit)) faults[`${at}.unit`] = { code: 'units-do-not-match', values: { unit: line.unit } }
    if (line.counterpartId !== null && !names.units.has(line.counterpartId))
      faults[`${at}.counterpartId`] = { code: 'no-such-unit', values: { unit: line.counterpartId } }
    if (line.counterpartId === line.unitId)
      faults[`${at}.counterpartId`] = { code: 'counterpart-is-itself', values: {} }
  })
  return faults
}

/** Refuses a proposal whose lines name what does not exist, or whose blocks or lines share an id. */
export function refuseFaultyBody(body: ProposalBody, names: KnownNames): void {
  const faults = { ...lineFaults(body.lines, names, 'body.lines') }
  if (hasTwins(body.blocks) || hasTwins(body.lines)) throw new Refusal('input', 'ids-not-unique')
  if (Object.keys(faults).length > 0) throw new Refusal('input', 'bad-input', {}, faults)
}

/** Refuses changes whose new lines name what does not exist. */
export function refuseFaultyChanges(changes: readonly Change[], names: KnownNames): void {
  const faults = changes
    .map((change, index) =>
      change.kind === 'insert-line' ? lineFaults([change.line], names, `changes.${index}.line`) : {},
    )
    .reduce((all, some) => Object.assign(all, some), {})
  if (Object.keys(faults).length > 0) throw new Refusal('input', 'bad-input', {}, faults)
}

const hasTwins = (things: readonly { id: string }[]) => new Set(things.map((thing) => thing.id)).size < things.length
