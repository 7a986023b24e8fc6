import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sheet = readFileSync(new URL('../../app/styles/ground.css', import.meta.url), 'utf8')
const print = readFileSync(new URL('../../app/styles/print.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = sheet.split('prefers-color-scheme: dark')

const coloursOf = (css: string) =>
  new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]))

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const whole = hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(whole.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [more = 0, less = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (more + 0.05) / (less + 0.05)
}

const grounds = [
  ['light', coloursOf(light)],
  ['dark', coloursOf(dark)],
  ['print', coloursOf(print)],
] as const

test.each(grounds)('words keep 4.5:1 on every ground they stand on (%s)', (_, colours) => {
  const of = (name: string) => colours.get(name) ?? '#000'
  const pairs = [
    ...['ink', 'ink-soft', 'red', 'blue', 'ochre', 'green'].flatMap((word) => [
      [word, 'paper'],
      [word, 'tint'],
    ]),
    ...['red', 'blue', 'ochre', 'green'].flatMap((hue) => [
      ['ink', `${hue}-tint`],
      [hue, `${hue}-tint`],
    ]),
  ] as const
  for (const [word = '', ground = ''] of pairs) {
    expect(colours.has(word) && colours.has(ground), `${word} ${ground}`).toBe(true)
    expect(contrast(of(word), of(ground)), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})

test.each(grounds)('lines, edges of fields and symbols keep 3:1 (%s)', (_, colours) => {
  for (const mark of ['edge', 'blue-soft']) {
    for (const ground of ['paper', 'tint']) {
      const ratio = contrast(colours.get(mark) ?? '#000', colours.get(ground) ?? '#000')
      expect(ratio, `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  }
})
