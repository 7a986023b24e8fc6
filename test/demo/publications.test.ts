import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { booksOpenedDaysAgo, publications } from '#demo/publications.ts'
import { referenceFigures } from '#demo/reference.ts'
import { society } from '#demo/society.ts'
import type { Known } from '#figures/intake/mapping.ts'
import { readIntake } from '#figures/intake.ts'
import { Mapping } from '#rules/shapes/mapping.ts'

const today = new Date('2026-03-14T10:00:00Z')
const whole = society(today)
const real = referenceFigures((name) => readFileSync(new URL(`../../demo/reference/${name}`, import.meta.url), 'utf8'))
const files = publications(whole, real, today)
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true })

describe('what the offices publish', () => {
  test('is every value once, and the corrected ones twice', () => {
    const rows = files.reduce((sum, file) => sum + rowsOf(file.text).length, 0)
    expect(rows).toBe(whole.observations.length + whole.revisions.length + real.observations.length)
  })

  test('is sent by somebody of the unit’s own office, oldest first, and only after the period is over', () => {
    let before = booksOpenedDaysAgo
    for (const file of files) {
      expect(file.as, file.unitId).not.toBe('')
      expect(Mapping.safeParse(file.mapping).error).toBeUndefined()
      expect(file.day).toBeLessThanOrEqual(before)
      expect(file.day).toBeGreaterThan(0)
      before = file.day
      for (const row of rowsOf(file.text)) expect(row.unit).toBe(file.unitId)
    }
  })

  test('holds the first value before the corrected one, and the vintage of November before that of December', () => {
    const maize = files.flatMap((file) =>
      rowsOf(file.text).filter(
        (row) => row.product === 'maize' && row.measure === 'opening-stock' && row.period === '2026',
      ),
    )
    expect(maize.map((row) => row.value?.slice(0, 7))).toEqual(['14118.5', '14062.3'])
    for (const revision of whole.revisions) {
      const values = files.flatMap((file) =>
        rowsOf(file.text).filter(
          (row) =>
            row.unit === revision.unitId &&
            row.measure === revision.measureId &&
            row.product === (revision.productId ?? '') &&
            row.period === revision.period,
        ),
      )
      expect(values.map((row) => row.value)).toEqual([revision.first, revision.corrected])
    }
  })

  test('is read without a fault, by its own mapping and by what the headers say', () => {
    const named = (id: string, name: string) => ({ id, name })
    const known: Known = {
      units: [...whole.units, ...real.units].map(({ id, name }) => named(id, name)),
      measures: [...whole.measures, ...real.measures].map((measure) => ({ ...measure, mayBeNegative: false })),
      products: [...whole.products, ...real.products],
      series: [],
    }
    for (const [at, file] of files.entries())
      for (const mapping of at % 20 === 0 ? [file.mapping, null] : [file.mapping]) {
        const intake = readIntake({ text: file.text, unitId: file.unitId, known, mapping })
        if ('unreadable' in intake) expect.fail(`${file.name}: ${intake.unreadable}`)
        expect(intake.problems.slice(0, 2), file.name).toEqual([])
        expect(intake.observations).toHaveLength(rowsOf(file.text).length)
      }
  })

  test.each(['2026-01-01', '2026-03-03', '2026-12-31'])('lies in the past on %s as well', (day) => {
    const then = new Date(`${day}T00:30:00Z`)
    for (const file of publications(society(then), real, then)) expect(file.day).toBeGreaterThan(0)
  })
})
