import fc from 'fast-check'

const words = [
  'bread',
  'flour',
  'the',
  'the',
  'mill',
  '40',
  '1,250.5',
  't',
  'co-operative',
  'Käse',
  '米',
  '麦',
  'a\u0301',
  '👩‍🌾',
]
const gaps = [' ', ' ', ' ', ', ', '. ', '\n', '\r\n\r\n', '; ', '']

/** A text as people write it: few different words, so that repetitions and shifts come up often. */
export const prose = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...gaps)), { minLength: 1, maxLength: 30 })
  .map((pairs) =>
    pairs
      .map(([word, gap]) => word + gap)
      .join('')
      .trim(),
  )

/** A text and a few places where something else stands instead. */
export const edited = (text: string, edits: readonly (readonly [number, number, string])[]): string => {
  const pieces = text.split(/(?<= )/)
  for (const [at, length, put] of edits) pieces.splice(at % (pieces.length + 1), length, put)
  return pieces.join('').trim() || 'nothing'
}

export const edits = (own: string) =>
  fc.array(
    fc.tuple(
      fc.nat(30),
      fc.nat(3),
      fc.array(fc.constantFrom(`${own}1 `, `${own}2 `, 'bread ', 'the '), { maxLength: 3 }).map((put) => put.join('')),
    ),
    { maxLength: 3 },
  )
