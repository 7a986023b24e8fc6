import { type Hunk, hunksBetween } from '#rules/text/difference.ts'
import { isBlank, tokensOf } from '#rules/text/tokens.ts'

/** A place where two texts changed the same words of their base differently. */
export interface TextCollision {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

interface Sided extends Hunk {
  readonly side: 'ours' | 'theirs'
}

/**
 * Merges two changed texts of one base, token by token.
 * Gives: one text that holds both sides' changes, or the places where they collide. Which side is called ours makes no difference.
 * The same change made by both counts once; where everything that one side did in a place is also part of what the other did
 * there, the other's stands. Neighbouring changes merge only where a word, a sign or a line break stands unchanged between them:
 * a blank alone does not part them, since neighbouring words are read together ("40 t" made "50 t" and "40 kg" is no "50 kg").
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
): { readonly text: string } | { readonly collisions: readonly TextCollision[] } {
  const tokens = tokensOf(base)
  const hunks: Sided[] = [
    ...hunksBetween(tokens, tokensOf(ours)).map((hunk) => ({ ...hunk, side: 'ours' as const })),
    ...hunksBetween(tokens, tokensOf(theirs)).map((hunk) => ({ ...hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.from - b.from || a.to - b.to)

  const collisions: TextCollision[] = []
  let text = ''
  let at = 0
  for (const group of neighbours(tokens, hunks)) {
    text += tokens.slice(at, group.from).join('')
    const said = settle(group)
    if (said) text += written(tokens, group, said)
    else
      collisions.push({
        base: tokens.slice(group.from, group.to).join(''),
        ours: written(tokens, group, of(group, 'ours')),
        theirs: written(tokens, group, of(group, 'theirs')),
      })
    at = group.to
  }
  text += tokens.slice(at).join('')
  return collisions.length > 0 ? { collisions } : { text }
}

/** Hunks with nothing but blanks between them, and the stretch of the base that they cover. */
interface Group {
  readonly from: number
  readonly to: number
  readonly hunks: readonly Sided[]
}

function neighbours(tokens: readonly string[], hunks: readonly Sided[]): Group[] {
  const groups: Group[] = []
  for (const hunk of hunks) {
    const last = groups.at(-1)
    if (last && tokens.slice(last.to, Math.max(last.to, hunk.from)).every(isBlank))
      groups[groups.length - 1] = { from: last.from, to: Math.max(last.to, hunk.to), hunks: [...last.hunks, hunk] }
    else groups.push({ from: hunk.from, to: hunk.to, hunks: [hunk] })
  }
  return groups
}

/** The hunks that hold in a group: those of the side that did all that the other did; undefined where neither did. */
function settle(group: Group): readonly Sided[] | undefined {
  const ours = of(group, 'ours')
  const theirs = of(group, 'theirs')
  if (theirs.every((hunk) => ours.some((other) => same(hunk, other)))) return ours
  if (ours.every((hunk) => theirs.some((other) => same(hunk, other)))) return theirs
  return undefined
}

const of = (group: Group, side: Sided['side']) => group.hunks.filter((hunk) => hunk.side === side)

const same = (one: Hunk, other: Hunk) =>
  one.from === other.from &&
  one.to === other.to &&
  one.put.length === other.put.length &&
  one.put.every((token, index) => token === other.put[index])

function written(tokens: readonly string[], group: Group, hunks: readonly Hunk[]): string {
  let text = ''
  let at = group.from
  for (const hunk of hunks) {
    text += tokens.slice(at, hunk.from).join('') + hunk.put.join('')
    at = hunk.to
  }
  return text + tokens.slice(at, group.to).join('')
}
