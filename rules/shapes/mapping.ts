import { z } from 'zod'
import { acrosses, columnRoles, type Mapping as MappingRead } from '#figures/intake/mapping.ts'
import { statuses } from '#rules/shapes/figures.ts'
import { isPlainText, Slug } from '#rules/shapes/names.ts'
import { Period, UnitCode } from '#rules/shapes/quantity.ts'

/** How an office's file is to be read: the roles of its columns, what holds for every row, and what its names stand for. */
export type Mapping = MappingRead

export const Mapping: z.ZodType<MappingRead> = z.object({
  columns: z.array(z.enum(columnRoles)).max(500),
  across: z.enum(acrosses).nullable(),
  decimal: z.enum(['.', ',']),
  fixed: z.object({
    measure: Slug.nullable(),
    product: Slug.nullable(),
    counterpart: Slug.nullable(),
    period: Period.nullable(),
    unitOfMeasure: UnitCode.nullable(),
    status: z.enum(statuses),
  }),
  names: z.record(z.string().max(300).refine(isPlainText), Slug).refine((names) => Object.keys(names).length <= 500, {
    params: { code: 'field-too-big' },
  }),
})
