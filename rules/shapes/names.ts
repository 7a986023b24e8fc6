import { z } from 'zod'

/** Identifies a unit, product, measure or source: a short lower-case word that can stand in an address. */
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)

/** Identifies one thing that people made here (a proposal, a statement …): lower-case letters and digits, made by `newId`. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** A line of plain words: no line break, no NUL, well-formed Unicode, 1–200 characters. */
export const Title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => isPlainText(text) && !/[\r\n]/.test(text), { params: { code: 'not-plain-text' } })

/** Running words, a little Markdown allowed: no NUL, well-formed Unicode, 1–10,000 characters. */
export const Words = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .refine(isPlainText, { params: { code: 'not-plain-text' } })

/** An instant in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 })

/** A SHA-256 in lower-case hexadecimal. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Tells whether a text can stand in the record: no NUL, no other control character but tab and line break, no lone surrogate. */
export function isPlainText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  return text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
}

/** Tells whether a list names each thing once. */
export const namesEachOnce = (list: readonly unknown[]): boolean =>
  new Set(list.map((one) => JSON.stringify(one))).size === list.length
