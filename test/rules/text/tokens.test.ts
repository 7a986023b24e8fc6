import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlank, isWord, tokensOf } from '#rules/text/tokens.ts'
import { prose } from '#test/rules/text/samples.ts'

test('tokens joined are the text again, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), prose), (text) => {
      expect(tokensOf(text).join('')).toBe(text)
    }),
  )
})

test('words, blanks, signs and line breaks stand apart', () => {
  expect(tokensOf('Bake  40 t,\nthen rest.')).toEqual([
    'Bake',
    '  ',
    '40',
    ' ',
    't',
    ',',
    '\n',
    'then',
    ' ',
    'rest',
    '.',
  ])
})

test('a number with its separators is one token', () => {
  expect(tokensOf('1,250.5 or 1 250,5 or 3.')).toEqual([
    '1,250.5',
    ' ',
    'or',
    ' ',
    '1',
    ' ',
    '250,5',
    ' ',
    'or',
    ' ',
    '3',
    '.',
  ])
  expect(tokensOf('12\u202f500')).toEqual(['12\u202f500'])
})

test('words keep their apostrophes, hyphens, accents and digits', () => {
  expect(tokensOf('don’t co-operate, Käse, a\u0301b, CO2')).toEqual([
    'don’t',
    ' ',
    'co-operate',
    ',',
    ' ',
    'Käse',
    ',',
    ' ',
    'a\u0301b',
    ',',
    ' ',
    'CO2',
  ])
})

test('scripts without spaces are cut by character, and joined emoji stay whole', () => {
  expect(tokensOf('米と麦')).toEqual(['米', 'と', '麦'])
  expect(tokensOf('👩‍🌾👍🏽!')).toEqual(['👩‍🌾', '👍🏽', '!'])
})

test('a line break is no blank', () => {
  expect([' ', '\t', '\n', 'a', '.', '40'].map(isBlank)).toEqual([true, true, false, false, false, false])
  expect([' ', '\t', '\n', 'a', '.', '40'].map(isWord)).toEqual([false, false, false, true, false, true])
})
