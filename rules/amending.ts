import { amendedLines, faultsOf, isSameAmount, isSameQuantity } from '#rules/changes.ts'
import type { FieldFaults } from '#rules/refusal.ts'
import { Title, Words } from '#rules/shapes/names.ts'
import { type Block, type Change, type Collision, ProposalBody } from '#rules/shapes/proposal.ts'
import { mergeTexts } from '#rules/text/merge.ts'

/**
 * Applies an amendment's changes to the version that they are written against.
 * Gives: the new body, or what is wrong with which change ("changes.2.lineId").
 * Every change speaks of the base; `after` may also name a block inserted earlier in the list, and a block that the same
 * amendment removes still marks a place. Blocks inserted in one place stand in the order listed; new lines stand last.
 */
export function applyChanges(
  body: ProposalBody,
  changes: readonly Change[],
): { readonly body: ProposalBody } | { readonly faults: FieldFaults } {
  if (changes.length === 0) return { faults: { changes: { code: 'no-changes', values: {} } } }
  const faults = faultsOf(body, changes)
  if (Object.keys(faults).length > 0) return { faults }

  const amended: ProposalBody = {
    ...body,
    title: changes.find((change) => change.kind === 'title')?.text ?? body.title,
    blocks: amendedBlocks(body.blocks, changes),
    lines: amendedLines(body.lines, changes),
  }
  const checked = ProposalBody.safeParse(amended)
  if (checked.success) return { body: amended }
  return { faults: { changes: { code: bodyFault(amended), values: {} } } }
}

/**
 * Moves an amendment from the version that it is written against onto a newer one.
 * Takes: its base, its changes (valid against that base), and the newer version.
 * Gives: its changes against the newer version, or everything that collides. An empty list says that all of it is there already.
 * Words and the title are merged token by token, so that a carried change's text holds the newer version's changes too. An insertion
 * in a place where the newer version has insertions comes after those; one whose neighbour is gone comes after the nearest that
 * remains. Nothing is silently lost: what is not carried is contained or collides.
 */
export function carryOver(
  base: ProposalBody,
  changes: readonly Change[],
  next: ProposalBody,
): { readonly changes: Change[] } | { readonly collisions: Collision[] } {
  const move: Move = { base, next, standIns: new Map() }
  const carried: Change[] = []
  const collisions: Collision[] = []
  for (const change of changes) {
    const fate = fateOf(move, change)
    if (fate === 'contained') continue
    if (isChange(fate)) carried.push(fate)
    else collisions.push(fate)
  }
  if (collisions.length > 0) return { collisions }
  if (carried.length === 0) return { changes: [] }
  const together = applyChanges(next, carried)
  return 'body' in together ? { changes: carried } : { collisions: carried.map(wholeCollision) }
}

function amendedBlocks(blocks: readonly Block[], changes: readonly Change[]): Block[] {
  const amended: Block[] = []
  const insertAfter = (place: string | null) => {
    for (const change of changes)
      if (change.kind === 'insert-block' && change.after === place) {
        amended.push(change.block)
        insertAfter(change.block.id)
      }
  }
  insertAfter(null)
  for (const block of blocks) {
    const change = changes.find(
      (one) => (one.kind === 'words' || one.kind === 'remove-block') && one.blockId === block.id,
    )
    if (change?.kind === 'words') amended.push({ ...block, text: change.text })
    else if (!change) amended.push(block)
    insertAfter(block.id)
  }
  return amended
}

/** Which limit of a proposal's shape a whole amended body breaks. */
function bodyFault(body: ProposalBody): string {
  if (body.blocks.length === 0) return 'last-block'
  if (body.blocks.length > 60) return 'too-many-blocks'
  return body.lines.length > 60 ? 'too-many-lines' : 'bad-input'
}

/** The version an amendment was written against, the one it is carried onto, and its blocks that stand there under other ids. */
interface Move {
  readonly base: ProposalBody
  readonly next: ProposalBody
  readonly standIns: Map<string, string>
}

/** What becomes of one change: carried (perhaps rewritten), dropped because the newer version holds it already, or in collision. */
type Fate = Change | 'contained' | Collision

const isChange = (fate: Change | Collision): fate is Change => !('id' in fate)

function fateOf(move: Move, change: Change): Fate {
  const { base, next } = move
  switch (change.kind) {
    case 'title':
      return (
        merged(base.title, change.text, next.title, Title, (text) => ({ kind: 'title', text })) ??
        collision('title', 'title')
      )
    case 'words': {
      const was = base.blocks.find((block) => block.id === change.blockId)
      const is = next.blocks.find((block) => block.id === change.blockId)
      if (!was || !is) return collision('block-gone', change.blockId)
      return (
        merged(was.text, change.text, is.text, Words, (text) => ({ ...change, text })) ??
        collision('words', change.blockId)
      )
    }
    case 'remove-block': {
      const was = base.blocks.find((block) => block.id === change.blockId)
      const is = next.blocks.find((block) => block.id === change.blockId)
      if (!is) return 'contained'
      return is.text === was?.text ? change : collision('words', change.blockId)
    }
    case 'insert-block':
      return fateOfInsertedBlock(move, change)
    case 'amount': {
      const was = base.lines.find((line) => line.id === change.lineId)
      const is = next.lines.find((line) => line.id === change.lineId)
      if (!was || !is || !isSameQuantity(was, is)) return collision('line-gone', change.lineId)
      if (isSameAmount(is.amount, change.to)) return 'contained'
      return isSameAmount(is.amount, change.from) ? change : collision('amount', change.lineId)
    }
    case 'remove-line': {
      const was = base.lines.find((line) => line.id === change.lineId)
      const is = next.lines.find((line) => line.id === change.lineId)
      if (!is) return 'contained'
      return was && isSameQuantity(was, is) && isSameAmount(was.amount, is.amount)
        ? change
        : collision('amount', change.lineId)
    }
    case 'insert-line': {
      // Lines of the base are no rivals: one that speaks of the same quantity is one that this amendment removes.
      const rivals = next.lines.filter((line) => !base.lines.some((known) => known.id === line.id))
      const rival = rivals.find((line) => line.id === change.line.id || isSameQuantity(line, change.line))
      if (!rival) return change
      return isSameQuantity(rival, change.line) && isSameAmount(rival.amount, change.line.amount)
        ? 'contained'
        : collision('same-place', change.line.id)
    }
  }
}

const collision = (kind: Collision['kind'], id: string): Collision => ({ kind, id })

/** The words of both; undefined where they collide, or where together they are longer than their shape allows. */
function merged(
  base: string,
  ours: string,
  next: string,
  shape: typeof Title | typeof Words,
  change: (text: string) => Change,
): Change | 'contained' | undefined {
  const both = mergeTexts(base, ours, next)
  if (!('text' in both) || !shape.safeParse(both.text).success) return undefined
  return both.text === next ? 'contained' : change(both.text)
}

function fateOfInsertedBlock(move: Move, change: Extract<Change, { kind: 'insert-block' }>): Fate {
  const { next, standIns } = move
  const after = change.after === null ? null : (standIns.get(change.after) ?? change.after)
  const run = insertedAfter(move, after)
  const taken = new Set(standIns.values())
  const twin =
    next.blocks.find((block) => block.id === change.block.id) ??
    run.find((block) => block.text === change.block.text && !taken.has(block.id))
  if (twin && twin.text !== change.block.text) return collision('same-place', change.block.id)
  if (twin) {
    standIns.set(change.block.id, twin.id)
    return 'contained'
  }
  return { ...change, after: run.at(-1)?.id ?? remaining(move, after) }
}

/** The blocks that the newer version has inserted right after a place. */
function insertedAfter(move: Move, after: string | null): Block[] {
  const { base, next } = move
  const place = remaining(move, after)
  if (place !== null && !next.blocks.some((block) => block.id === place)) return []
  const start = next.blocks.findIndex((block) => block.id === place) + 1
  const rest = next.blocks.slice(start)
  const end = rest.findIndex((block) => base.blocks.some((known) => known.id === block.id))
  return end === -1 ? rest : rest.slice(0, end)
}

/**
 * The place itself where the newer version still has it or where the amendment makes it, else the nearest block before it in the
 * base that the newer version has.
 */
function remaining({ base, next }: Move, after: string | null): string | null {
  const isThere = (id: string) => next.blocks.some((block) => block.id === id)
  const index = base.blocks.findIndex((block) => block.id === after)
  if (after === null || index === -1 || isThere(after)) return after
  return base.blocks.slice(0, index).findLast((block) => isThere(block.id))?.id ?? null
}

/** Where the changes hold one by one but no longer all together: no block would be left, or there would be too many. */
function wholeCollision(change: Change): Collision {
  switch (change.kind) {
    case 'title':
      return collision('title', 'title')
    case 'words':
      return collision('words', change.blockId)
    case 'remove-block':
      return collision('block-gone', change.blockId)
    case 'insert-block':
      return collision('same-place', change.block.id)
    case 'insert-line':
      return collision('same-place', change.line.id)
    default:
      return collision('amount', change.lineId)
  }
}
