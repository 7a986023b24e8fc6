import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Values } from '#rules/rule.ts'
import type { Code } from '#rules/words/en.ts'
import { hasWords, type Language, say } from '#rules/words/say.ts'

interface Reader {
  readonly language: Language
  /** The zone in which moments are set before the browser's own zone is known. */
  readonly timeZone: string
}

const ReaderContext = createContext<Reader>({ language: 'en', timeZone: 'UTC' })

/** Says in which language and time zone everything inside is worded. */
export function WordsFor({ language, timeZone, children }: Reader & { children: ReactNode }) {
  const reader = useMemo(() => ({ language, timeZone }), [language, timeZone])
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
}

/** The reader's language, and the ways to word codes, numbers, periods and days in it. */
export function useWords() {
  const { language, timeZone } = useContext(ReaderContext)
  return useMemo(() => wordsIn(language, timeZone), [language, timeZone])
}

export type Wording = ReturnType<typeof wordsIn>

/** The same ways without React: for the pure parts of charts and for page titles. */
export const wordsIn = (language: Language, timeZone: string) => ({
  language,
  timeZone,
  say: (code: Code, values?: Values) => say(language, code, values),
  /** Words a code that came from outside; an unknown one stands as it is. */
  sayCode: (code: string, values?: Values) => (hasWords(code) ? say(language, code, values) : code),
  /** The tag by which dates are set: the language with its region. */
  region: regions[language],
  decimal: (text: string) => decimal(language, text),
  amount: (text: string, unit: string) => (unit ? `${decimal(language, text)}\u202f${unit}` : decimal(language, text)),
  /** The same with three figures, or the whole part where that is longer: for drawings, whose tables hold the exact value. */
  short: (text: string, unit: string) => `${decimal(language, shortened(text))}${unit ? `\u202f${unit}` : ''}`,
  period: (period: string) => periodInWords(language, period),
  day: (instant: string) => day(language, timeZone, instant),
})

/** Sets a decimal number, given as text with a point, in the reader's digits, with as many decimals as it came with. */
function decimal(language: Language, text: string): string {
  const decimals = text.split('.')[1]?.length ?? 0
  const format = keeping(
    `${language} ${decimals}`,
    () => new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
  return format.format(text as `${number}`).replace(/^-/, '\u2212')
}

function shortened(text: string): string {
  const value = Number(text)
  if (value === 0) return '0'
  const [whole = '', fraction = ''] = text.split('.')
  const decimals = Math.min(fraction.length, Math.max(0, 3 - whole.replace(/^-?0*/, '').length))
  // What three decimals would show as nothing keeps its first figure: "0.0003 pcs", never "0.000 pcs".
  const first = Math.ceil(-Math.log10(Math.abs(value)))
  return value.toFixed(Math.min(fraction.length, Math.max(decimals, first)))
}

function periodInWords(language: Language, period: string): string {
  const year = period.slice(0, 4)
  const rest = period.slice(5)
  if (rest === '') return year
  if (rest.startsWith('Q')) return `${year} ${rest}`
  const format = keeping(
    `${language} month`,
    () => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  )
  return format.format(new Date(Date.UTC(Number(year), Number(rest) - 1, 1)))
}

/** Days are set day first; the region says so where a language has several ways. */
const regions: Readonly<Record<Language, string>> = { en: 'en-GB' }

function day(language: Language, timeZone: string, instant: string): string {
  const format = keeping(
    `${language} ${timeZone} day`,
    () => new Intl.DateTimeFormat(regions[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
  )
  return format.format(new Date(instant))
}

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** Making a formatter takes far longer than using it: a page with a few charts would spend most of its time on that. */
function keeping<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const known = kept.get(key) ?? make()
  kept.set(key, known)
  return known as F
}
