import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hunksBetween } from '#rules/text/difference.ts'
import { mergeTexts } from '#rules/text/merge.ts'
import { isWord, tokensOf } from '#rules/text/tokens.ts'
import { edited, edits, prose } from '#test/rules/text/samples.ts'

const base = 'The mill grinds 40 t of wheat a week. The bakery bakes bread.'

describe('merging two changes of one text', () => {
  test('changes in different places are both in the merged text', () => {
    expect(mergeTexts(base, base.replace('40', '50'), base.replace('bread', 'rolls'))).toEqual({
      text: 'The mill grinds 50 t of wheat a week. The bakery bakes rolls.',
    })
  })

  test('the same change on both sides counts once', () => {
    const other = base.replace('40', '50')
    expect(mergeTexts(base, other, other)).toEqual({ text: other })
  })

  test('what one side did in a place may be part of what the other did there', () => {
    expect(mergeTexts('a b c', 'x b c', 'x y c')).toEqual({ text: 'x y c' })
    expect(mergeTexts('a b c', 'x y c', 'x b c')).toEqual({ text: 'x y c' })
  })

  test('different changes of one word collide', () => {
    expect(mergeTexts(base, base.replace('40', '50'), base.replace('40', '45'))).toEqual({
      collisions: [{ base: '40', ours: '50', theirs: '45' }],
    })
  })

  test('changes of words with only a blank between them collide, since a number and its unit are read together', () => {
    expect(mergeTexts('Grind 40 t now', 'Grind 50 t now', 'Grind 40 kg now')).toEqual({
      collisions: [{ base: '40 t', ours: '50 t', theirs: '40 kg' }],
    })
  })

  test('an unchanged word, sign or line break between two changes parts them', () => {
    expect(mergeTexts('red, big', 'blue, big', 'red, small')).toEqual({ text: 'blue, small' })
    expect(mergeTexts('red\nbig', 'blue\nbig', 'red\nsmall')).toEqual({ text: 'blue\nsmall' })
    expect(mergeTexts('red and big', 'blue and big', 'red and small')).toEqual({ text: 'blue and small' })
  })

  test('different insertions in one place collide', () => {
    expect(mergeTexts('one two', 'one and two', 'one or two')).toHaveProperty('collisions')
  })

  test('a word changed on one side and removed on the other collides', () => {
    expect(mergeTexts(base, base.replace('grinds', 'mills'), base.replace(' grinds', ''))).toHaveProperty('collisions')
  })

  test('two changes of one decimal number never mix into a third', () => {
    expect(mergeTexts('use 1.5 t', 'use 2.5 t', 'use 1.7 t')).toHaveProperty('collisions')
  })
})

describe('laws of merging', () => {
  test('against an unchanged side the other side stands', () => {
    fc.assert(
      fc.property(prose, prose, (a, b) => {
        expect(mergeTexts(a, b, a)).toEqual({ text: b })
        expect(mergeTexts(a, a, b)).toEqual({ text: b })
        expect(mergeTexts(a, b, b)).toEqual({ text: b })
      }),
    )
  })

  test('which side is ours makes no difference', () => {
    fc.assert(
      fc.property(prose, edits('ours'), edits('theirs'), (a, one, two) => {
        const [ours, theirs] = [edited(a, one), edited(a, two)]
        const there = mergeTexts(a, ours, theirs)
        const back = mergeTexts(a, theirs, ours)
        if ('text' in there) expect(back).toEqual(there)
        else
          expect(back).toEqual({
            collisions: there.collisions.map((c) => ({ base: c.base, ours: c.theirs, theirs: c.ours })),
          })
      }),
    )
  })

  test('every word that either side put in stands in the merged text', () => {
    fc.assert(
      fc.property(prose, edits('ours'), edits('theirs'), (a, one, two) => {
        const merged = mergeTexts(a, edited(a, one), edited(a, two))
        if (!('text' in merged)) return
        const words = tokensOf(merged.text)
        for (const text of [edited(a, one), edited(a, two)]) {
          const put = hunksBetween(tokensOf(a), tokensOf(text))
            .flatMap((hunk) => hunk.put)
            .filter(isWord)
          let at = 0
          for (const word of put) {
            at = words.indexOf(word, at) + 1
            expect(at).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  test('a merged text never begins or ends with a blank where neither side does', () => {
    fc.assert(
      fc.property(prose, edits('ours'), edits('theirs'), (a, one, two) => {
        const merged = mergeTexts(a, edited(a, one), edited(a, two))
        if ('text' in merged) expect(merged.text).toBe(merged.text.trim())
      }),
    )
  })
})
