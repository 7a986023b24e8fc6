import { IntlMessageFormat } from 'intl-messageformat'
import type { Values } from '#rules/rule.ts'
import { type Code, en } from '#rules/words/en.ts'
import { formatInstant } from '#rules/words/numbers.ts'

const languages = { en } as const
export type Language = keyof typeof languages

const kept = new Map<string, IntlMessageFormat>()

/**
 * Words a code in the reader's language.
 * Takes: a language, a code, and the values of its ICU message; an instant among them is written in UTC, so that the server and
 * every browser write the same. Gives: one plain sentence or label.
 */
export function say(language: Language, code: Code, values: Values = {}): string {
  const key = `${language} ${code}`
  let message = kept.get(key)
  if (!message) {
    message = new IntlMessageFormat(languages[language][code], language, undefined, { ignoreTag: true })
    kept.set(key, message)
  }
  return String(
    message.format(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, set(language, value)]))),
  )
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

const set = (language: Language, value: string | number) =>
  typeof value === 'string' && instant.test(value) ? formatInstant(language, value, { zone: 'UTC' }) : value

/** Tells whether a text is a code that has words: the codes of stored refusals are checked before they are worded. */
export const hasWords = (code: string): code is Code => Object.hasOwn(en, code)
