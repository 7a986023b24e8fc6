import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsToHtml } from '#app/parts/markdown.tsx'

test('a little Markdown is set, and links are not vouched for', () => {
  expect(wordsToHtml('See **the** [brief](https://example.org).')).toBe(
    '<p>See <strong>the</strong> <a rel="nofollow ugc noopener" href="https://example.org">brief</a>.</p>',
  )
})

test('headings keep out of the order of the page', () => {
  expect(wordsToHtml('# Why')).toBe('<p class="words-heading">Why</p>')
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
])('%s does nothing', (text) => {
  const html = wordsToHtml(text)
  expect(html).not.toMatch(/<(?!\/?(?:p|a|strong|em|ul|ol|li|blockquote|code|pre|hr|br)\b)/)
  expect(html).not.toMatch(/href="javascript/)
})

test('whatever is written, no other element comes out', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<b onclick=x>', '![', '](', '<!--', '&lt;', '# '),
      (text, odd) => {
        const html = wordsToHtml(`${text}${odd}${text}`)
        expect(html).not.toMatch(/<(?!\/?(?:p|a|strong|em|ul|ol|li|blockquote|code|pre|hr|br)\b)/)
      },
    ),
  )
})
