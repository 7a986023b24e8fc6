import { fold } from '#figures/intake/fold.ts'

const monthNames: readonly string[] = [
  'january jan januar janner janvier janv enero ene',
  'february feb februar fevrier fevr fev febrero',
  'march mar marz mrz maerz mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
]

const monthByName = new Map(
  monthNames.flatMap((names, at) => names.split(' ').map((name) => [name, String(at + 1).padStart(2, '0')] as const)),
)

/** Reads "3", "03" or "March" in one of four languages as a month's two digits. */
export function readMonth(text: string): string | null {
  const folded = fold(text)
  if (/^\d{1,2}$/.test(folded)) return inYear(folded)
  return monthByName.get(folded) ?? null
}

/** Reads "2", "Q2", "T2" or "2. Quartal" as a quarter's digit. */
export function readQuarter(text: string): string | null {
  const [, digit] =
    /^(?:q|t|qu)? ?([1-4])(?: ?(?:q|quartal|quarter|trimestre|st|nd|rd|th|er|e)\b.*)?$/.exec(fold(text)) ?? []
  return digit ?? null
}

/** Reads a year of four digits, 1500–2199. */
export function readYear(text: string): string | null {
  return /^(?:1[5-9]|2[01])\d\d$/.test(text.trim()) ? text.trim() : null
}

/**
 * Reads a period as people and programs write it.
 * Takes: "2027", "2027-03", "2027/3", "03.2027", "2027M03", "March 2027", "März 2027", "Q1 2027", "2027-Q1", "T1 2027",
 * "1. Quartal 2027", and a full date that is a month's first or last day, as spreadsheets write months.
 * Gives: "2027", "2027-Q1" or "2027-03"; null where it is not understood: a two-digit year is never guessed.
 */
export function readPeriod(text: string): string | null {
  const plain = text.trim()
  if (plain.length < 4 || plain.length > 40) return null
  const year = readYear(plain)
  if (year) return year
  return numeric(plain) ?? spelled(fold(plain))
}

const month = (year: string | undefined, text: string | undefined): string | null => {
  const digits = text === undefined ? null : inYear(text)
  return year !== undefined && digits !== null && readYear(year) ? `${year}-${digits}` : null
}

const inYear = (digits: string): string | null => {
  const number = Number(digits)
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : null
}

function numeric(text: string): string | null {
  const forward = /^(\d{4})(?:[-./ ]|[Mm]|-M)(\d{1,2})$/.exec(text)
  if (forward) return month(forward[1], forward[2])
  const backward = /^(\d{1,2})[-./ ](\d{4})$/.exec(text)
  if (backward) return month(backward[2], backward[1])
  const compact = /^(\d{4})(\d{2})$/.exec(text)
  if (compact) return month(compact[1], compact[2])
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text)
  if (day) return dayOfMonth(day[1], day[2], day[3])
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (german) return dayOfMonth(german[3], german[2], german[1])
  return null
}

/** A date stands for its month only where it is the first or the last day: any other would be a guess. */
function dayOfMonth(year: string | undefined, inMonth: string | undefined, day: string | undefined): string | null {
  const last = /^0?2$/.test(inMonth ?? '')
    ? isLeap(Number(year))
      ? 29
      : 28
    : /^0?[469]$|^11$/.test(inMonth ?? '')
      ? 30
      : 31
  return Number(day) === 1 || Number(day) === last ? month(year, inMonth) : null
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function spelled(folded: string): string | null {
  const quarter =
    /^(?<year>\d{4}) ?(?:q|t|qu) ?(?<digit>[1-4])$/.exec(folded) ??
    /^(?:q|t|qu) ?(?<digit>[1-4]) ?\/? ?(?<year>\d{4})$/.exec(folded) ??
    /^(?<digit>[1-4])(?:st|nd|rd|th|er|e|eme|ro|do)? ?(?:q|quarter|quartal|trimestre)(?: de)? (?<year>\d{4})$/.exec(
      folded,
    )
  if (quarter?.groups?.year && readYear(quarter.groups.year)) return `${quarter.groups.year}-Q${quarter.groups.digit}`
  const named =
    /^(?<name>\p{L}+)(?: de| del)? (?<year>\d{4})$/u.exec(folded) ?? /^(?<year>\d{4}) (?<name>\p{L}+)$/u.exec(folded)
  return month(named?.groups?.year, monthByName.get(named?.groups?.name ?? ''))
}
