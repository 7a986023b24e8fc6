import { fold } from '#figures/intake/fold.ts'
import type { ColumnRole } from '#figures/intake/mapping.ts'

/** What columns are called in English, German, French and Spanish, and in SDMX; folded. `unit` alone can mean two things. */
const spellings: Readonly<Record<Exclude<ColumnRole, 'ignore' | 'values'>, string>> = {
  unit: 'unit id|unit name|enterprise|company|plant|reporter|reporting unit|ref area|betrieb|unternehmen|werk|entreprise|etablissement|empresa|planta',
  measure: 'measure|indicator|variable|figure|kennzahl|indikator|merkmal|messgrosse|mesure|indicateur|medida|indicador',
  product:
    'product|products|good|goods|item|commodity|article|crop|produkt|erzeugnis|ware|gut|artikel|produit|bien|producto|articulo|mercancia',
  counterpart:
    'counterpart|counterpart area|partner|to|from|to from|customer|supplier|recipient|gegenstelle|empfanger|lieferant|kunde|von|partenaire|destinataire|fournisseur|client|contraparte|proveedor|cliente|destinatario',
  period:
    'period|time period|time|date|zeitraum|zeit|periode|datum|berichtszeitraum|date de fin|periodo|fecha|tiempo|temps',
  year: 'year|jahr|annee|ano|anyo',
  quarter: 'quarter|quartal|trimestre|vierteljahr',
  month: 'month|monat|mois|mes',
  value:
    'value|values|amount|quantity|obs value|number|wert|menge|betrag|anzahl|zahl|valeur|quantite|montant|nombre|valor|cantidad|importe|numero',
  'unit-of-measure':
    'unit of measure|unit measure|measurement unit|uom|units|unit|masseinheit|einheit|mengeneinheit|unite de mesure|unite|unidad de medida|unidad',
  status: 'status|obs status|obs flag|flag|state|stand|zustand|statut|etat|estado',
  note: 'note|notes|comment|comments|comment obs|remark|remarks|bemerkung|anmerkung|notiz|kommentar|remarque|commentaire|nota|notas|observacion|observaciones|comentario',
}

const roleByWord = new Map<string, ColumnRole>()
for (const [role, words] of Object.entries(spellings)) {
  for (const word of words.split('|')) if (!roleByWord.has(word)) roleByWord.set(word, role as ColumnRole)
}

/** The role that a header's words stand for, in any of the common spellings; undefined where they say nothing known. */
export const roleOfHeader = (header: string): ColumnRole | undefined => roleByWord.get(fold(header))

const statusWords: Readonly<Record<string, 'provisional' | 'revised' | 'final' | 'estimated'>> = {
  ...each('provisional', 'provisional p preliminary prov vorlaufig provisorisch provisoire preliminaire preliminar'),
  ...each('revised', 'revised r rev revidiert berichtigt korrigiert revise corrige revisado corregido'),
  ...each('final', 'final a f fin definitive normal endgultig definitiv definitif definitivo'),
  ...each('estimated', 'estimated e est estimate geschatzt schatzung estime estimation estimado'),
}

/** Reads a status in words or in SDMX's letters (A, P, E, R); undefined where it is not understood. */
export const readStatus = (text: string) =>
  Object.hasOwn(statusWords, fold(text)) ? statusWords[fold(text)] : undefined

function each<S extends string>(status: S, words: string): Record<string, S> {
  return Object.fromEntries(words.split(' ').map((word) => [word, status]))
}
