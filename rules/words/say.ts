import { IntlMessageFormat } from 'intl-messageformat'
import type { Values } from '#rules/rule.ts'
import { type Code, en } from '#rules/words/en.ts'

const languages = { en } as const
export type Language = keyof typeof languages

const kept = new Map<string, IntlMessageFormat>()

/**
 * Words a code in the reader's language.
 * Takes: a language, a code, and the values of its ICU message. Gives: one plain sentence or label.
 */
export function say(language: Language, code: Code, values: Values = {}): string {
  const key = `${language} ${code}`
  let message = kept.get(key)
  if (!message) {
    message = new IntlMessageFormat(languages[language][code], language, undefined, { ignoreTag: true })
    kept.set(key, message)
  }
  return String(message.format({ ...values }))
}

/** Tells whether a text is a code that has words: the codes of stored refusals are checked before they are worded. */
export const hasWords = (code: string): code is Code => Object.hasOwn(en, code)
