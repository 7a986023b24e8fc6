import type { Wording } from '#app/parts/words.tsx'
import type { AnswerOf } from '#db/views/index.ts'

/** A minute as its page shows it: the hashed text itself can be downloaded beside it. */
export type ShownMinute = Omit<AnswerOf<'minute.page'>, 'text'>

/** The name of a person in a minute. */
export const nameIn = (page: ShownMinute, personId: string | null, words: Wording): string =>
  (personId && page.people[personId]) || words.say('person-erased')

/** Names one after the other, as the language sets a list. */
export const listed = (names: readonly string[], words: Wording): string =>
  new Intl.ListFormat(words.region, { style: 'long', type: 'conjunction' }).format(names)
