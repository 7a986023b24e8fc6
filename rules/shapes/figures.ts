import { z } from 'zod'
import { isPlainText, Slug, Title } from '#rules/shapes/names.ts'
import { UnitCode } from '#rules/shapes/quantity.ts'

export const unitKinds = ['enterprise', 'branch', 'town', 'district', 'region', 'federation'] as const
export const unitSides = ['production', 'consumption', 'both'] as const

/** stock: at the end of the period; flow: during the period. Ratios and indices are never added up. */
export const measureKinds = ['stock', 'flow', 'ratio', 'index'] as const
export const aggregations = ['sum', 'mean', 'last', 'none'] as const

/** How sure a value is. `missing` stands where the source says that a value exists but is not known. */
export const statuses = ['provisional', 'revised', 'final', 'estimated'] as const
export type Status = (typeof statuses)[number]

export const Unit = z.object({
  id: Slug,
  name: Title,
  kind: z.enum(unitKinds),
  side: z.enum(unitSides),
})

/** What is counted. `unit` is null where the product's own unit of measure counts (output, input, stock …). */
export const Measure = z.object({
  id: Slug,
  name: Title,
  kind: z.enum(measureKinds),
  unit: UnitCode.nullable(),
  decimals: z.int().min(0).max(6),
  aggregation: z.enum(aggregations),
  /** One sentence that says what is counted and how. */
  definition: z
    .string()
    .min(1)
    .max(1000)
    .refine(isPlainText, { params: { code: 'not-plain-text' } }),
})

export const Product = z.object({
  id: Slug,
  name: Title,
  unit: UnitCode,
  /** The pictogram that stands for it, a symbol's name in public/pictograms.svg. */
  pictogram: Slug,
})

/** Where figures come from: shown with every one of them. */
export const Source = z.object({
  id: Slug,
  producer: Title,
  title: Title,
  licence: z
    .string()
    .min(1)
    .max(300)
    .refine(isPlainText, { params: { code: 'not-plain-text' } }),
  url: z
    .url()
    .max(2000)
    .refine(isPlainText, { params: { code: 'not-plain-text' } })
    .nullable(),
  invented: z.boolean(),
})

export type Unit = z.infer<typeof Unit>
export type Measure = z.infer<typeof Measure>
export type Product = z.infer<typeof Product>
export type Source = z.infer<typeof Source>

/** The measures whose meaning the consequences rest on: output, input and so on of one unit, per product and period. */
export const bookMeasures = {
  output: 'output',
  input: 'input',
  hours: 'labour-hours',
  capacity: 'capacity',
  stock: 'stock',
  deliveries: 'deliveries',
  receipts: 'receipts',
  consumption: 'consumption',
  population: 'population',
} as const
