import type { Known, Mapping } from '#figures/intake/mapping.ts'
import { finderOf, withExplained } from '#figures/intake/names.ts'

/** A series that a file speaks of, found among what is known. */
export interface FoundSeries {
  /** `unit/measure/product/counterpart`, the last two empty where they do not apply. */
  readonly id: string
  readonly measureId: string
  readonly productId: string | null
  readonly counterpartId: string | null
  /** The unit of measure in which it is kept. */
  readonly unit: string
  readonly mayBeNegative: boolean
  readonly isNew: boolean
}

/** What a row says of the series it belongs to, in the file's own words. */
export interface SeriesWords {
  readonly measure: string
  readonly product: string
  readonly counterpart: string
}

interface NotFound {
  readonly noun: keyof SeriesWords
  readonly code: 'measure-unknown' | 'product-unknown' | 'counterpart-unknown' | 'measure-needed' | 'product-needed'
  readonly values: Readonly<Record<string, string>>
}

export interface Places {
  readonly isOwn: (unitName: string) => boolean
  readonly find: (words: SeriesWords) => FoundSeries | NotFound
}

/** The id of a series: the same parts give the same id everywhere. */
export const seriesIdOf = (
  unitId: string,
  measureId: string,
  productId: string | null,
  counterpartId: string | null,
): string => `${unitId}/${measureId}/${productId ?? ''}/${counterpartId ?? ''}`

/** Finds the series that rows speak of; each wording is looked up once, whatever the number of rows. */
export function placesOf(known: Known, mapping: Mapping, unitId: string): Places {
  const units = finderOf(known.units)
  const measure = withExplained(finderOf(known.measures), 'measure', mapping)
  const product = withExplained(finderOf(known.products), 'product', mapping)
  const counterpart = withExplained(units, 'counterpart', mapping)
  const owner = withExplained(units, 'unit', mapping)
  const measures = new Map(known.measures.map((one) => [one.id, one]))
  const products = new Map(known.products.map((one) => [one.id, one]))
  const kept = new Map(known.series.map((one) => [one.id, one.unit]))
  const seen = new Map<string, FoundSeries | NotFound>()

  const look = (words: SeriesWords): FoundSeries | NotFound => {
    const measureId = words.measure === '' ? mapping.fixed.measure : measure(words.measure)
    if (measureId === null) return { noun: 'measure', code: 'measure-needed', values: {} }
    const counted = measures.get(measureId ?? '')
    if (!counted) return { noun: 'measure', code: 'measure-unknown', values: {} }
    const productId = words.product === '' ? mapping.fixed.product : product(words.product)
    const good = productId === null ? null : products.get(productId ?? '')
    if (good === undefined) return { noun: 'product', code: 'product-unknown', values: {} }
    const unit = counted.unit ?? good?.unit
    if (unit === undefined) return { noun: 'product', code: 'product-needed', values: { measure: counted.name } }
    const otherId = words.counterpart === '' ? mapping.fixed.counterpart : counterpart(words.counterpart)
    if (otherId !== null && (otherId === undefined || !units.has(otherId))) {
      return { noun: 'counterpart', code: 'counterpart-unknown', values: {} }
    }
    const id = seriesIdOf(unitId, counted.id, good?.id ?? null, otherId)
    return {
      id,
      measureId: counted.id,
      productId: good?.id ?? null,
      counterpartId: otherId,
      unit: kept.get(id) ?? unit,
      mayBeNegative: counted.mayBeNegative,
      isNew: !kept.has(id),
    }
  }

  return {
    isOwn: (unitName) => owner(unitName) === unitId,
    find: (words) => {
      const key = JSON.stringify([words.measure, words.product, words.counterpart])
      const before = seen.get(key)
      if (before) return before
      const found = look(words)
      seen.set(key, found)
      return found
    },
  }
}
