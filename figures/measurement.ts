/** A whole-number fraction, lowest terms, denominator above zero. */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** A unit of measure: its code in files and records, its short sign on screen, and how it stands to others of its dimension. */
export interface UnitOfMeasure {
  readonly code: string
  readonly symbol: string
  /** Units of one dimension convert to each other; all others are refused. */
  readonly dimension: string
  /** How many of the dimension's base unit make one of this unit, exactly. */
  readonly factor: Ratio
}

type Row = readonly [code: string, symbol: string, num: bigint, den?: bigint]

/**
 * The listed units of measure by dimension; the factor is exact, by definition of the unit.
 * Sources: International System of Units; pound of 1959 (0.45359237 kg), and what is built on it; tonne of coal equivalent
 * (7,000 kcal/kg) and of oil equivalent (10 Gcal) at 4.1868 J per calorie. Months or years of work are left out: how many hours
 * they have differs.
 */
const listed: Readonly<Record<string, readonly Row[]>> = {
  mass: [
    ['g', 'g', 1n],
    ['kg', 'kg', 1000n],
    ['t', 't', 1_000_000n],
    ['kt', 'kt', 1_000_000_000n],
    ['Mt', 'Mt', 1_000_000_000_000n],
    ['lb', 'lb', 45_359_237n, 100_000n],
    ['cental', 'cental', 45_359_237n, 1000n],
    ['ton-long', 'long ton', 2240n * 45_359_237n, 100_000n],
    ['ton-short', 'short ton', 2000n * 45_359_237n, 100_000n],
    ['bale-480lb', 'bale of 480 lb', 480n * 45_359_237n, 100_000n],
  ],
  volume: [
    ['l', 'l', 1n],
    ['hl', 'hl', 100n],
    ['m3', 'm³', 1000n],
  ],
  energy: [
    ['kJ', 'kJ', 1n],
    ['MJ', 'MJ', 1000n],
    ['GJ', 'GJ', 1_000_000n],
    ['TJ', 'TJ', 1_000_000_000n],
    ['kWh', 'kWh', 3600n],
    ['MWh', 'MWh', 3_600_000n],
    ['GWh', 'GWh', 3_600_000_000n],
    ['TWh', 'TWh', 3_600_000_000_000n],
    ['tce', 'tce', 293_076n * 100n],
    ['toe', 'toe', 41_868_000n],
  ],
  power: [
    ['kW', 'kW', 1n],
    ['MW', 'MW', 1000n],
    ['GW', 'GW', 1_000_000n],
  ],
  area: [
    ['m2', 'm²', 1n],
    ['ha', 'ha', 10_000n],
    ['km2', 'km²', 1_000_000n],
  ],
  length: [
    ['m', 'm', 1n],
    ['km', 'km', 1000n],
  ],
  labour: [
    ['min', 'min', 1n],
    ['h', 'h', 60n],
    ['thousand-h', 'thousand h', 60_000n],
    ['million-h', 'million h', 60_000_000n],
  ],
  pieces: [
    ['piece', 'pcs', 1n],
    ['dozen', 'dozen', 12n],
    ['thousand', 'thousand', 1000n],
    ['million', 'million', 1_000_000n],
  ],
  persons: [
    ['person', 'persons', 1n],
    ['thousand-person', 'thousand persons', 1000n],
    ['million-person', 'million persons', 1_000_000n],
  ],
  'goods transport': [
    ['tkm', 'tkm', 1n],
    ['thousand-tkm', 'thousand tkm', 1000n],
    ['million-tkm', 'million tkm', 1_000_000n],
  ],
  'passenger transport': [
    ['pkm', 'pkm', 1n],
    ['thousand-pkm', 'thousand pkm', 1000n],
  ],
  share: [
    ['share', '', 1n],
    ['percent', '%', 1n, 100n],
    ['permille', '‰', 1n, 1000n],
  ],
}

/** Currencies that may be named, alone (current prices) or at one year's prices: "EUR", "EUR@2020", "kUSD@2010", "MBRL". */
const currencies = 'AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|INR|JPY|MXN|NOK|NZD|PLN|SEK|USD|ZAR'
const money = new RegExp(`^(k|M)?(${currencies})(@\\d{4})?$`)

const byCode: ReadonlyMap<string, UnitOfMeasure> = new Map(
  Object.entries(listed).flatMap(([dimension, rows]) =>
    rows.map(([code, symbol, num, den]) => [code, { code, symbol, dimension, factor: ratio(num, den ?? 1n) }] as const),
  ),
)

/** All units of measure that are listed by name; money, indices and compounds ("kg/ha", "h/100lb") are known beside them. */
export const unitsOfMeasure: readonly UnitOfMeasure[] = [...byCode.values()]

/**
 * Finds a unit of measure by its code.
 * Takes: a listed code; money ("kEUR@2020"); an index ("index", "index@2010"); or one over another, the lower one perhaps with
 * a whole number before it ("h/t", "h/100lb"). Gives: the unit, or undefined where it is not known.
 */
export function unitOfMeasure(code: string): UnitOfMeasure | undefined {
  const plain = byCode.get(code) ?? moneyUnit(code) ?? indexUnit(code)
  if (plain) return plain
  const [, over, count, under] = /^([^/]+)\/([1-9]\d{0,5})?([^/\d][^/]*)$/.exec(code) ?? []
  const upper = over === undefined ? undefined : (byCode.get(over) ?? moneyUnit(over))
  const lower = under === undefined ? undefined : (byCode.get(under) ?? moneyUnit(under))
  if (!upper || !lower) return undefined
  const many = { num: lower.factor.num * BigInt(count ?? 1), den: lower.factor.den }
  return {
    code,
    symbol: `${upper.symbol}/${count === undefined ? '' : `${count} `}${lower.symbol}`,
    dimension: `${upper.dimension} / ${lower.dimension}`,
    factor: ratio(upper.factor.num * many.den, upper.factor.den * many.num),
  }
}

/** Gives the sign that stands beside a number; the code itself where the unit of measure is not known. */
export const unitSymbol = (code: string): string => unitOfMeasure(code)?.symbol ?? code

/**
 * Gives all listed units of measure that convert to this one, itself among them. One that is not known is like itself only.
 */
export function unitsOfMeasureLike(code: string): readonly string[] {
  const unit = unitOfMeasure(code)
  if (!unit) return [code]
  const alike = unitsOfMeasure.filter((each) => each.dimension === unit.dimension).map((each) => each.code)
  return alike.includes(code) ? alike : [code, ...alike]
}

/** Gives how many of the second unit make one of the first, exactly; null where they do not match. One code always matches itself. */
export function factorBetween(from: string, to: string): Ratio | null {
  if (from === to) return { num: 1n, den: 1n }
  const one = unitOfMeasure(from)
  const other = unitOfMeasure(to)
  if (!one || !other || one.dimension !== other.dimension) return null
  return ratio(one.factor.num * other.factor.den, one.factor.den * other.factor.num)
}

function moneyUnit(code: string): UnitOfMeasure | undefined {
  const [, many, currency, year = ''] = money.exec(code) ?? []
  if (currency === undefined) return undefined
  const factor = { num: many === 'M' ? 1_000_000n : many === 'k' ? 1000n : 1n, den: 1n }
  const word = many === 'M' ? 'million ' : many === 'k' ? 'thousand ' : ''
  const prices = year === '' ? '' : ` at ${year.slice(1)} prices`
  return { code, symbol: `${word}${currency}${prices}`, dimension: `${currency}${year}`, factor }
}

/** Indices of different base years are different dimensions. */
function indexUnit(code: string): UnitOfMeasure | undefined {
  const [, year] = /^index(?:@(\d{4}))?$/.exec(code) ?? []
  if (!code.startsWith('index') || (code !== 'index' && year === undefined)) return undefined
  const symbol = year === undefined ? 'index' : `index, ${year} = 100`
  return { code, symbol, dimension: code, factor: { num: 1n, den: 1n } }
}

function ratio(num: bigint, den: bigint): Ratio {
  let [one, other] = [num, den]
  while (other !== 0n) [one, other] = [other, one % other]
  return { num: num / one, den: den / one }
}
