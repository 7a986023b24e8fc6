import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '#rules/entry.ts'

test('a value is written as another writer of RFC 8785 writes it', () => {
  const json = fc.jsonValue({ depthSize: 'medium', stringUnit: 'grapheme' })
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalText(value)).toBe(canonicalize(value))
    }),
  )
})

test('the RFC’s own example of order and of numbers', () => {
  const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  expect(canonicalText(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}')
  expect(canonicalText([333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  )
})

test('what is left out leaves no trace', () => {
  expect(canonicalText({ b: undefined, a: null })).toBe('{"a":null}')
})

test.each([
  ['half a character', '\ud800'],
  ['half a character in a name', { '\udc00': 1 }],
])('%s is refused', (_, value) => {
  expect(() => canonicalText(value)).toThrow(TypeError)
})

test.each([
  ['not a number', Number.NaN],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['a date', { at: new Date(0) }],
  ['nothing', undefined],
  ['a gap in a list', [undefined]],
  ['a function', () => 1],
])('%s is no JSON', (_, value) => {
  expect(() => canonicalText(value)).toThrow(TypeError)
})
