import {
  type Decimal,
  decimalText,
  type ExactSum,
  parseDecimal,
  roundedQuotient,
  sumDecimals,
} from '#figures/decimal.ts'
import { factorBetween, type Ratio } from '#figures/measurement.ts'

/** A number with its unit of measure. */
export interface Quantity {
  readonly amount: Decimal
  readonly unit: string
}

/** Why quantities cannot be brought together; worded by its code. */
export interface Mismatch {
  readonly ok: false
  readonly code: 'units-do-not-match' | 'amount-too-large'
  readonly values: { readonly unit: string; readonly other: string }
}

/** A quantity; `exact` is false where it has no end as a decimal number (1 MJ in kWh) and stands rounded to 15 digits. */
export interface Brought {
  readonly ok: true
  readonly quantity: Quantity
  readonly exact: boolean
}

/** Reads an amount in a unit of measure; null where the amount is no decimal number. */
export function quantityOf(amount: string, unit: string): Quantity | null {
  const read = parseDecimal(amount)
  return read && { amount: { mantissa: read.mantissa, scale: read.scale }, unit }
}

/**
 * Converts a quantity to another unit of measure.
 * Refuses: `units-do-not-match` where the dimensions differ or a unit is not known, `amount-too-large` where it cannot be kept.
 */
export function convert(quantity: Quantity, unit: string): Brought | Mismatch {
  const factor = factorBetween(quantity.unit, unit)
  if (!factor) return mismatch('units-do-not-match', quantity.unit, unit)
  return keptAs(
    { mantissa: BigInt(quantity.amount.mantissa), scale: quantity.amount.scale },
    factor,
    quantity.unit,
    unit,
  )
}

/**
 * Adds two quantities: the sum stands in the first one's unit of measure, and is exact where it has an end (1 t + 500 kg = 1.5 t).
 * Refuses: `units-do-not-match` (1 t + 1 h), `amount-too-large`.
 */
export function addQuantities(one: Quantity, other: Quantity): Brought | Mismatch {
  const factor = factorBetween(other.unit, one.unit)
  if (!factor) return mismatch('units-do-not-match', one.unit, other.unit)
  // Both over the factor's denominator: nothing is rounded before the sum.
  const sum = sumOver(one.amount, other.amount, factor)
  return keptAs(sum, { num: 1n, den: factor.den }, other.unit, one.unit)
}

const mismatch = (code: Mismatch['code'], unit: string, other: string): Mismatch => ({
  ok: false,
  code,
  values: { unit, other },
})

function sumOver(one: Decimal, other: Decimal, { num, den }: Ratio): ExactSum {
  const scale = Math.max(one.scale, other.scale)
  const whole = (decimal: Decimal) => sumDecimals([decimal, { mantissa: 0, scale }]).mantissa
  return { mantissa: whole(one) * den + whole(other) * num, scale }
}

/** Twenty decimals more than can be kept, so that only the last rounding counts. */
const spare = 20

function keptAs({ mantissa, scale }: ExactSum, { num, den }: Ratio, unit: string, other: string): Brought | Mismatch {
  const whole = mantissa * num * 10n ** BigInt(spare)
  const quotient = roundedQuotient(whole, den)
  const kept = parseDecimal(pointed({ mantissa: quotient, scale: scale + spare }))
  if (!kept) return mismatch('amount-too-large', unit, other)
  const amount = { mantissa: kept.mantissa, scale: kept.scale }
  return { ok: true, quantity: { amount, unit: other }, exact: !kept.rounded && quotient * den === whole }
}

function pointed({ mantissa, scale }: ExactSum): string {
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0')
  return `${mantissa < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
