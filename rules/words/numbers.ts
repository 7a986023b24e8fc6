import { IntlMessageFormat } from 'intl-messageformat'
import { numbers } from '#rules/words/en/numbers.ts'
import type { Language } from '#rules/words/say.ts'

/** The written form of each language; English dates and numbers are written the British way. */
const locales = { en: 'en-GB' } as const satisfies Record<Language, string>

const thinSpace = '\u202f'

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** Making a formatter is slow; the few that are needed are kept. */
function keeping<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const known = kept.get(key) ?? make()
  kept.set(key, known)
  return known as F
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return keeping(`${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locales[language], options))
}

/**
 * Writes a number in the reader's language.
 * Takes: a number, or a decimal as text, which is written exactly; and how many decimals to show. Without them a text keeps its
 * own decimals, and a number shows what it has, to 15 significant digits.
 */
export function formatNumber(language: Language, value: number | string, decimals?: number): string {
  const own = typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : undefined
  const shown = decimals ?? own
  const options =
    shown === undefined
      ? { maximumSignificantDigits: 15 }
      : { minimumFractionDigits: shown, maximumFractionDigits: shown }
  return numberFormat(language, options).format(value as number)
}

/** Writes an amount with its unit of measure, a thin space between them: "1,250.5 t". */
export const formatQuantity = (language: Language, amount: string, unit: string): string =>
  `${formatNumber(language, amount)}${thinSpace}${unit}`

/** Writes a share (0–1) in percent: "37.5%". */
export const formatShare = (language: Language, share: number, decimals: number): string =>
  numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share)

/** Writes an instant as the clock of a time zone shows it, the zone named: "3 March 2027, 17:00 UTC". */
export function formatInstant(language: Language, instant: string, { zone }: { readonly zone: string }): string {
  const part = (name: string, options: Intl.DateTimeFormatOptions) =>
    keeping(
      `${language} ${zone} ${name}`,
      () => new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone }),
    ).format(new Date(instant))
  const day = part('day', { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${part('hour', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' })}`
}

/** Writes a period: "2027", "2nd quarter 2027", "March 2027". Any other text is given back as it is. */
export function formatPeriod(language: Language, period: string): string {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(period) ?? []
  if (year && quarter) {
    const message = new IntlMessageFormat({ en: numbers }[language]['period-quarter'], language)
    return String(message.format({ quarter: Number(quarter), year }))
  }
  if (!year || !month) return period
  return keeping(
    `${language} month`,
    () => new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ).format(new Date(`${year}-${month}-01T00:00:00Z`))
}
