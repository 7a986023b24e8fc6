import { z } from 'zod'

/** A decimal number as text, with a point: "40", "-3.25". At most 15 significant digits and 15 decimals. */
export const DecimalText = z
  .string()
  .trim()
  .regex(/^-?\d{1,15}(?:\.\d{1,15})?$/)
  .refine((text) => text.replace(/\D/g, '').replace(/^0+/, '').length <= 15, { params: { code: 'too-many-digits' } })

/** An amount that cannot be less than nothing. */
export const AmountText = DecimalText.refine((text) => !text.startsWith('-'), { params: { code: 'below-zero' } })

/** A year, quarter or month: "2027", "2027-Q1", "2027-03". */
export const Period = z.string().regex(/^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?$/)

/** The short code of a unit of measure: "t", "h", "kWh"; the known ones stand in figures/measurement.ts. */
export const UnitCode = z.string().regex(/^[A-Za-z][A-Za-z0-9/@%-]{0,15}$/)
