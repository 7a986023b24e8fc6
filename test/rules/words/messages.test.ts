import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { en } from '#rules/words/en.ts'

test('every message can be read: its braces close, its choices have an "other"', () => {
  const faulty = Object.entries(en).filter(([, message]) => {
    try {
      new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })
      return false
    } catch {
      return true
    }
  })
  expect(faulty).toEqual([])
})
