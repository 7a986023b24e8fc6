import { z } from 'zod'
import { isPlainText, Title } from '#rules/shapes/names.ts'

/** A person's name as others read it: one line, up to 80 characters. */
export const PersonName = Title.refine((name) => name.length <= 80, { params: { code: 'name-too-long' } })

/** The name typed at the sign-in: one line, up to 80 characters, the same whatever its capitals and spaces. */
export const SignInName = PersonName.refine((name) => foldName(name).length > 0, { params: { code: 'field-missing' } })

/** A password to be: 10 to 200 characters. Length is what protects; no signs are demanded. */
export const NewPassword = z
  .string()
  .min(10)
  .max(200)
  .refine(isPlainText, { params: { code: 'not-plain-text' } })

/** A password that is tried: anything up to 200 characters. */
export const TriedPassword = z.string().min(1).max(200)

/** A secret that this installation made: 32 bytes in base64url, perhaps after a prefix. */
export const Secret = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/)

export const tokenScopes = ['read', 'act'] as const
export const TokenScope = z.enum(tokenScopes)
export type TokenScope = z.infer<typeof TokenScope>

/** Folds a sign-in name for comparison: compatibility forms, capitals and runs of spaces do not distinguish two names. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
