import { and, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { shown } from '#db/views/figure/chart-series.ts'
import { describeSeries } from '#db/views/figure/described.ts'
import { compareDecimals, parseDecimal } from '#figures/decimal.ts'
import { groupedBy } from '#figures/grouped.ts'
import { unitSymbol } from '#figures/measurement.ts'
import { comparePeriods } from '#figures/period.ts'
import type { FrozenObservation } from '#rules/context.ts'

/**
 * Gives frozen figures by series, each with its names, and what the books say now wherever that differs.
 * `since`: undefined where nothing changed; its `value` is null where the figure is known to be missing now.
 */
export async function frozenFigures(read: Reader, tables: Tables, frozen: readonly FrozenObservation[]) {
  const bySeries = groupedBy(frozen, (figure) => figure.series)
  const described = await describeSeries(read, tables, [...bySeries.keys()])
  const now = await openFigures(read, tables, [...bySeries.keys()])
  return described.map(({ id, unitName, measureName, productName, counterpartName, pictogram, unit, source }) => ({
    id,
    unitName,
    measureName,
    productName,
    counterpartName,
    pictogram,
    unit: unitSymbol(unit),
    unitCode: unit,
    source,
    figures: [...(bySeries.get(id) ?? [])]
      .sort((one, other) => comparePeriods(one.period, other.period))
      .map(({ period, value, status }) => {
        const open = now.get(`${id} ${period}`)
        const since = open && !isSame(value, open.text) ? { value: open.text, status: open.status } : undefined
        return { period, value, status, ...(since ? { since } : {}) }
      }),
  }))
}

async function openFigures(read: Reader, { observations: o }: Tables, ids: readonly string[]) {
  const found = new Map<string, { text: string | null; status: FrozenObservation['status'] }>()
  for (let at = 0; at < ids.length; at += 300) {
    const rows = await read
      .select({
        seriesId: o.seriesId,
        period: o.period,
        entered: o.entered,
        mantissa: o.mantissa,
        scale: o.scale,
        rounded: o.rounded,
        status: o.status,
      })
      .from(o)
      .where(and(inArray(o.seriesId, ids.slice(at, at + 300)), isNull(o.toNumber)))
    for (const row of rows) found.set(`${row.seriesId} ${row.period}`, { text: shown(row).text, status: row.status })
  }
  return found
}

/** 40.5 and 40.50 are the same figure. */
function isSame(one: string | null, other: string | null): boolean {
  const [a, b] = [one === null ? null : parseDecimal(one), other === null ? null : parseDecimal(other)]
  return a === null || b === null ? one === other : compareDecimals(a, b) === 0
}
