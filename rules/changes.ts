import { compareDecimals, parseDecimal } from '#figures/decimal.ts'
import type { FieldFaults } from '#rules/refusal.ts'
import type { Values } from '#rules/rule.ts'
import type { Change, Line, ProposalBody } from '#rules/shapes/proposal.ts'

/**
 * Gives what is wrong with an amendment's changes, each against the base: ids that are not there or there already, an amount that
 * is not the base's, a change that changes nothing, two changes of one thing. The path names the change and its field.
 */
export function faultsOf(body: ProposalBody, changes: readonly Change[]): FieldFaults {
  const faults: Record<string, { code: string; values: Values }> = {}
  const places = new Set<string>()
  changes.forEach((change, index) => {
    const place = placeOf(change)
    const fault = places.has(place) ? { field: 'kind', code: 'changed-twice' } : faultOf(body, changes, index, change)
    if (fault) faults[`changes.${index}.${fault.field}`] = { code: fault.code, values: {} }
    places.add(place)
  })
  return faults
}

/** What is wrong with one change, and the field to which the sentence belongs. */
function faultOf(
  body: ProposalBody,
  changes: readonly Change[],
  index: number,
  change: Change,
): { field: string; code: string } | undefined {
  const block = (id: string) => body.blocks.find((one) => one.id === id)
  const line = (id: string) => body.lines.find((one) => one.id === id)
  switch (change.kind) {
    case 'title':
      return change.text === body.title ? { field: 'text', code: 'changes-nothing' } : undefined
    case 'words':
      if (!block(change.blockId)) return { field: 'blockId', code: 'no-such-block' }
      return block(change.blockId)?.text === change.text ? { field: 'text', code: 'changes-nothing' } : undefined
    case 'remove-block':
      return block(change.blockId) ? undefined : { field: 'blockId', code: 'no-such-block' }
    case 'insert-block': {
      if (block(change.block.id)) return { field: 'block.id', code: 'id-already-there' }
      const earlier = changes
        .slice(0, index)
        .some((one) => one.kind === 'insert-block' && one.block.id === change.after)
      return change.after === null || block(change.after) || earlier
        ? undefined
        : { field: 'after', code: 'no-such-block' }
    }
    case 'amount': {
      const base = line(change.lineId)
      if (!base) return { field: 'lineId', code: 'no-such-line' }
      if (!isSameAmount(base.amount, change.from)) return { field: 'from', code: 'not-the-amount-there' }
      return isSameAmount(change.from, change.to) ? { field: 'to', code: 'changes-nothing' } : undefined
    }
    case 'remove-line':
      return line(change.lineId) ? undefined : { field: 'lineId', code: 'no-such-line' }
    case 'insert-line': {
      if (line(change.line.id)) return { field: 'line.id', code: 'id-already-there' }
      const staying = amendedLines(body.lines, changes.slice(0, index)).filter(
        (one) => !changes.some((other) => other.kind === 'remove-line' && other.lineId === one.id),
      )
      return staying.some((one) => isSameQuantity(one, change.line))
        ? { field: 'line', code: 'line-already-there' }
        : undefined
    }
  }
}

/** Tells whether two lines speak of the same quantity: the same unit does the same with the same product in the same period. */
export const isSameQuantity = (one: Line, other: Line): boolean =>
  one.unitId === other.unitId &&
  one.direction === other.direction &&
  one.productId === other.productId &&
  one.unit === other.unit &&
  one.period === other.period &&
  one.counterpartId === other.counterpartId

/** Tells whether two amounts are one number: "40" and "40.00" are. */
export function isSameAmount(one: string, other: string): boolean {
  const [a, b] = [parseDecimal(one), parseDecimal(other)]
  return a && b ? compareDecimals(a, b) === 0 : one === other
}

/** Gives the lines with the changes done: lines that stay keep their order, new ones stand last. */
export function amendedLines(lines: readonly Line[], changes: readonly Change[]): Line[] {
  const amended: Line[] = []
  for (const line of lines) {
    const change = changes.find(
      (one) => (one.kind === 'amount' || one.kind === 'remove-line') && one.lineId === line.id,
    )
    if (change?.kind === 'amount') amended.push({ ...line, amount: change.to })
    else if (!change) amended.push(line)
  }
  for (const change of changes) if (change.kind === 'insert-line') amended.push(change.line)
  return amended
}

/** What a change acts on, so that nothing is changed twice by one amendment. */
const placeOf = (change: Change): string => {
  switch (change.kind) {
    case 'title':
      return 'title'
    case 'words':
    case 'remove-block':
      return `block ${change.blockId}`
    case 'insert-block':
      return `block ${change.block.id}`
    case 'amount':
    case 'remove-line':
      return `line ${change.lineId}`
    case 'insert-line':
      return `line ${change.line.id}`
  }
}
