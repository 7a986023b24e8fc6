import { fold } from '#figures/intake/fold.ts'
import type { Mapping, Named } from '#figures/intake/mapping.ts'

export type Nouns = 'unit' | 'measure' | 'product' | 'counterpart'

/** The key under which a mapping keeps what a name of the file stands for. */
export const nameKey = (noun: Nouns, text: string): string => `${noun}:${fold(text)}`

/** Finds ids by any spelling of id or name. */
export interface Finder {
  readonly has: (id: string) => boolean
  readonly find: (text: string) => string | undefined
}

/** Makes a finder. A name that two things share finds neither: nothing is guessed. */
export function finderOf(things: readonly Named[]): Finder {
  const ids = new Set(things.map((thing) => thing.id))
  const byName = new Map<string, string | null>()
  for (const { id, name } of things) {
    for (const spelling of new Set([fold(name), fold(id)])) {
      byName.set(spelling, byName.has(spelling) && byName.get(spelling) !== id ? null : id)
    }
  }
  const find = (text: string) => (ids.has(text) ? text : (byName.get(fold(text)) ?? undefined))
  return { has: (id) => ids.has(id), find }
}

/** The same, after the names that a person has explained in the mapping. */
export function withExplained(finder: Finder, noun: Nouns, mapping: Mapping): (text: string) => string | undefined {
  const seen = new Map<string, string | undefined>()
  return (text) => {
    if (seen.has(text)) return seen.get(text)
    const explained = Object.hasOwn(mapping.names, nameKey(noun, text)) ? mapping.names[nameKey(noun, text)] : undefined
    const id = explained !== undefined && finder.has(explained) ? explained : finder.find(text)
    seen.set(text, id)
    return id
  }
}
