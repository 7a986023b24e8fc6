/** A decimal number as it is kept: `mantissa` × 10^−`scale`. The mantissa is whole and within ±2⁵³, the scale 0 to 15. */
export interface Decimal {
  readonly mantissa: number
  readonly scale: number
}

/** An exact sum or difference: it may be longer than one kept number can be. */
export interface ExactSum {
  readonly mantissa: bigint
  readonly scale: number
}

/** A double holds every decimal of this many significant digits and gives it back unchanged. */
const keptDigits = 15
const most = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * Reads a decimal number.
 * Takes: digits with a point as decimal mark ("-12.50"), no exponent, no thousands marks.
 * Gives: the number, and whether it had to be rounded to 15 significant digits or 15 decimals (halves to the even digit);
 * null where the text is no such number or the number is too large to be kept.
 */
export function parseDecimal(text: string): (Decimal & { readonly rounded: boolean }) | null {
  const [, sign, whole, fraction = ''] = /^([-+]?)(\d{1,40})(?:\.(\d{1,400}))?$/.exec(text) ?? []
  if (whole === undefined) return null
  const read = { mantissa: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), scale: fraction.length }
  const kept = fits(read) ? read : withoutTrailingZeros(read)
  if (fits(kept)) return { mantissa: plainNumber(kept.mantissa), scale: kept.scale, rounded: false }
  const rounded = roundedToKept(kept)
  return rounded && { ...rounded, rounded: true }
}

/** Writes a decimal number in its one canonical way: no exponent, no trailing zeros, never "-0". */
export const decimalText = ({ mantissa, scale }: Decimal): string => exactText({ mantissa: BigInt(mantissa), scale })

/** Writes an exact sum in the same canonical way. */
export function exactText(sum: ExactSum): string {
  const { mantissa, scale } = withoutTrailingZeros(sum)
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0')
  const sign = mantissa < 0n ? '-' : ''
  const point = digits.length - scale
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Gives the double nearest to a decimal number; for drawing and for ratios, never for keeping. */
export const toNumber = (decimal: Decimal): number => decimal.mantissa / 10 ** decimal.scale

/** Gives the double nearest to an exact sum. */
export const exactToNumber = (sum: ExactSum): number => Number(exactText(sum))

/** Sums decimal numbers exactly, in whatever order they come. */
export function sumDecimals(list: Iterable<Decimal>): ExactSum {
  const perScale: bigint[] = []
  for (const { mantissa, scale } of list) perScale[scale] = (perScale[scale] ?? 0n) + BigInt(mantissa)
  const scale = Math.max(0, perScale.length - 1)
  let mantissa = 0n
  perScale.forEach((part, at) => {
    mantissa += part * 10n ** BigInt(scale - at)
  })
  return { mantissa, scale }
}

/** Takes the second decimal number from the first, exactly. */
export const subtractDecimals = (from: Decimal, taken: Decimal): ExactSum => sumDecimals([from, negated(taken)])

/** Turns a decimal number's sign about. */
export const negated = ({ mantissa, scale }: Decimal): Decimal => ({ mantissa: mantissa === 0 ? 0 : -mantissa, scale })

/** Compares two decimal numbers: −1, 0 or 1 as the first is less, equal or more. */
export function compareDecimals(one: Decimal, other: Decimal): -1 | 0 | 1 {
  const { mantissa } = subtractDecimals(one, other)
  return mantissa < 0n ? -1 : mantissa > 0n ? 1 : 0
}

/** Gives an exact sum as a number that can be kept; `rounded` where it has more digits than are kept, null where it is too large. */
export const decimalOfSum = (sum: ExactSum): (Decimal & { readonly rounded: boolean }) | null =>
  parseDecimal(exactText(sum))

const magnitude = (whole: bigint): bigint => (whole < 0n ? -whole : whole)

const significantDigits = (whole: bigint): number => (whole === 0n ? 0 : magnitude(whole).toString().length)

const fits = ({ mantissa, scale }: ExactSum): boolean => scale <= 15 && significantDigits(mantissa) <= keptDigits

/** A zero has no sign. */
const plainNumber = (whole: bigint): number => (whole === 0n ? 0 : Number(whole))

function withoutTrailingZeros({ mantissa, scale }: ExactSum): ExactSum {
  let whole = mantissa
  let left = scale
  while (left > 0 && whole % 10n === 0n) {
    whole /= 10n
    left -= 1
  }
  return { mantissa: whole, scale: left }
}

function roundedToKept({ mantissa, scale }: ExactSum): Decimal | null {
  const dropped = Math.max(significantDigits(mantissa) - keptDigits, scale - 15)
  const rounded = roundedQuotient(mantissa, 10n ** BigInt(dropped))
  const left = scale - dropped
  const whole = left < 0 ? rounded * 10n ** BigInt(-left) : rounded
  return magnitude(whole) > most ? null : { mantissa: plainNumber(whole), scale: Math.max(0, left) }
}

/** Divides whole numbers and rounds to the nearest whole number, halves to the even one. The divisor is above zero. */
export function roundedQuotient(whole: bigint, divisor: bigint): bigint {
  const size = magnitude(whole)
  const quotient = size / divisor
  const twice = (size % divisor) * 2n
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n)
  const rounded = up ? quotient + 1n : quotient
  return whole < 0n ? -rounded : rounded
}
