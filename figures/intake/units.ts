import { decimalText } from '#figures/decimal.ts'
import { fold } from '#figures/intake/fold.ts'
import { unitOfMeasure, unitsOfMeasure } from '#figures/measurement.ts'
import { convert, quantityOf } from '#figures/quantity.ts'

/** How people write units of measure, in four languages; folded, with the code they stand for. */
const spellings: Readonly<Record<string, string>> = {
  t: 'ton|tons|tonne|tonnes|tonnen|tonelada|toneladas|metric ton|metric tons|metric tonnes',
  kg: 'kilo|kilos|kilogram|kilograms|kilogramm|kilogramme|kilogrammes|kilogramo|kilogramos',
  g: 'gram|grams|gramm|gramme|grammes|gramo|gramos|gr',
  kt: 'kilotonne|kilotonnes|thousand tonnes|1000 t|1000 tonnes|tausend tonnen',
  Mt: 'megatonne|megatonnes|million tonnes|mio t',
  lb: 'lbs|pound|pounds',
  l: 'litre|litres|liter|liters|litro|litros|ltr',
  hl: 'hectolitre|hectolitres|hektoliter',
  m3: 'cubic metre|cubic metres|cubic meters|cbm|kubikmeter|metre cube|metres cubes|metros cubicos|m 3',
  m2: 'square metre|square metres|square meters|qm|quadratmeter|metre carre|metres carres|m 2',
  ha: 'hectare|hectares|hektar|hectarea|hectareas',
  h: 'hour|hours|hr|hrs|std|stunde|stunden|heure|heures|hora|horas',
  min: 'minute|minutes|minuten|minuto|minutos',
  'thousand-h': 'kh|thousand hours|1000 hours|tausend stunden|milliers d heures',
  kWh: 'kilowatt hour|kilowatt hours|kilowattstunde|kilowattstunden',
  MWh: 'megawatt hour|megawatt hours|megawattstunde|megawattstunden',
  piece: 'pieces|pcs|pc|stuck|stueck|stk|st|unites|unidades|pieza|piezas',
  person: 'people|persons|personen|personnes|personas|heads|kopfe|inhabitants|einwohner|habitants|habitantes',
  tkm: 'tonne kilometre|tonne kilometres|tonnenkilometer|ton km|t km',
  km: 'kilometre|kilometres|kilometer|kilometro|kilometros',
  m: 'metre|metres|meter|meters|metro|metros',
  percent: 'percent|per cent|prozent|pourcent|por ciento|pct',
}

const codeBySpelling = new Map<string, string>()
for (const { code, symbol } of unitsOfMeasure) for (const text of [code, symbol]) addSpelling(text, code)
for (const [code, text] of Object.entries(spellings)) {
  for (const word of text.split('|')) addSpelling(word, code)
}
// Some write mt for a metric ton, others for a million of them: neither is guessed.
codeBySpelling.delete('mt')

/** Gives the code of a unit of measure from any common spelling; undefined where it is none. Case decides where it must: Mt, mt. */
export function unitCodeOf(text: string): string | undefined {
  const plain = text.trim()
  if (plain === '' || plain.length > 40) return undefined
  return unitOfMeasure(plain)?.code ?? codeBySpelling.get(plain) ?? codeBySpelling.get(fold(plain))
}

/** Tells whether a text names a unit of measure. */
export const isUnitOfMeasure = (text: string): boolean => unitCodeOf(text) !== undefined

/**
 * States an amount in the unit of measure in which its series is kept.
 * Takes: decimal text, the unit as the file writes it, the code to state it in.
 * Gives: the text unchanged where both are the same; the amount where they convert, exact or to 15 significant digits; null where they do not.
 */
export function inUnit(amount: string, given: string, kept: string): string | null {
  const code = unitCodeOf(given)
  if (code === kept) return amount
  const quantity = code === undefined ? null : quantityOf(amount, code)
  const converted = quantity && convert(quantity, kept)
  return converted?.ok ? decimalText(converted.quantity.amount) : null
}

function addSpelling(text: string, code: string): void {
  for (const spelling of [text, fold(text)]) {
    if (spelling !== '' && !codeBySpelling.has(spelling)) codeBySpelling.set(spelling, code)
  }
}
