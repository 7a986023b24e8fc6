const number = String.raw`\p{Nd}+(?:[.,’'\u00a0\u202f]\p{Nd}+)*`
/** Scripts that put no spaces between words: each character (with its marks) counts as a word. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*`
const word = String.raw`[\p{L}\p{M}\p{N}_]+(?:[’'\-‐‑][\p{L}\p{M}\p{N}_]+)*`
/** A sign with what is joined to it (marks, emoji modifiers and joiners). */
const sign = String.raw`\p{Regional_Indicator}{2}|[^\p{L}\p{M}\p{N}\s_][\p{M}\p{Emoji_Modifier}]*(?:\u200d[^\s][\p{M}\p{Emoji_Modifier}]*)*`

// Own expressions, not Intl.Segmenter: every node and every reader of the record must cut a text in the same places.
const cutter = new RegExp(
  String.raw`\r\n|[\r\n]|[^\S\r\n]+|${number}(?![\p{L}\p{N}_])|${unspaced}|${word}|${sign}`,
  'gu',
)
const wordLike = /[\p{L}\p{N}_]/u
const blank = /^[^\S\r\n]+$/

/**
 * Cuts a text into words, runs of blanks, line breaks and signs.
 * Gives: tokens that, joined, are the text again. A number with its separators ("1,250.5") is one token, so that two changes
 * to it can never be mixed into a third number; so is a word with its apostrophes and hyphens.
 */
export const tokensOf = (text: string): string[] => text.match(cutter) ?? []

/** Tells whether a token is a word or a number. */
export const isWord = (token: string): boolean => wordLike.test(token)

/** Tells whether a token is nothing but blanks; a line break is not: it parts paragraphs. */
export const isBlank = (token: string): boolean => blank.test(token)
