import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { defineAct } from '#acts/act.ts'
import { mayBeNegative } from '#db/known.ts'
import { type FigureChanges, makeChanges, type NewObservation, sha256 } from '#db/observations.ts'
import { onlyRow } from '#db/rows.ts'
import { parseDecimal } from '#figures/decimal.ts'
import { batchRowsText } from '#rules/batch-rows.ts'
import { whenCorrectionCounts } from '#rules/books.ts'
import { canonicalText } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'
import { SeriesId } from '#rules/shapes/brief.ts'
import { statuses } from '#rules/shapes/figures.ts'
import { Slug, Title, Words } from '#rules/shapes/names.ts'
import { DecimalText, Period } from '#rules/shapes/quantity.ts'
import { whoMayPublish } from '#rules/standing.ts'

/**
 * Corrects one figure. The one before it is closed and stays readable; the reason stands beside the entry, for anyone to read.
 * Takes: the value in the series' own unit of measure, or null where it is not known.
 * Refuses: `no-figure-to-correct`, `correction-changes-nothing`, `value-below-zero`.
 */
export const correctFigure = defineAct({
  name: 'figure.correct',
  does: 'Corrects one published figure, with a reason; the figure before it stays readable.',
  input: z.object({
    unitId: Slug,
    seriesId: SeriesId,
    period: Period,
    value: DecimalText.nullable(),
    status: z.enum(statuses),
    /** A remark that stands with the value. */
    note: Title.nullable(),
    reason: Words,
  }),
  stream: (input) => input.unitId,
  body: ({ reason, ...open }) => open,
  load: async ({ tx, tables, input }) => {
    const { series, measures, observations: o } = tables
    const own = onlyRow(
      await tx
        .select({ unitId: series.unitId, sourceId: series.sourceId, measureId: series.measureId, kind: measures.kind })
        .from(series)
        .innerJoin(measures, eq(measures.id, series.measureId))
        .where(and(eq(series.id, input.seriesId), eq(series.unitId, input.unitId))),
    )
    const inForce = await tx
      .select({ entered: o.entered, status: o.status, note: o.note })
      .from(o)
      .where(and(eq(o.seriesId, input.seriesId), eq(o.period, input.period), isNull(o.toNumber)))
    return { series: own, inForce: inForce.at(0) ?? null }
  },
  who: ({ actor, standing, input }) => whoMayPublish(actor, standing, input.unitId),
  when: ({ facts: { series, inForce }, input: { period, value, status, note } }) => {
    const belowZero = value !== null && (parseDecimal(value)?.mantissa ?? 0) < 0
    const wanted = { period, entered: value, status, note, belowZero }
    return whenCorrectionCounts({ inForce, wanted, mayBeNegative: mayBeNegative(series.measureId, series.kind) })
  },
  apply: async ({ tx, tables, input, facts, actor, number, now }) => {
    const { unitId, seriesId, period, value: entered, status, note, reason } = input
    const decimal = entered === null ? null : parseDecimal(entered)
    if (entered !== null && decimal === null) throw new Refusal('input', 'value-not-a-number')
    const { mantissa, scale, rounded } = decimal ?? { mantissa: null, scale: null, rounded: false }
    const one: NewObservation = { seriesId, period, entered, mantissa, scale, rounded, status, note }
    const rowsHash = sha256(batchRowsText([one]))
    const changes: FigureChanges = { added: [], revised: [one], replaced: [], unchanged: 0, rowsHash }
    const batch = sha256(canonicalText({ unitId, seriesId, period, value: entered, status, note }))
    await makeChanges(tx, tables, changes, { number, now, batch })
    const { sourceId } = facts.series
    const counts = { rows: 1, added: 0, revised: 1, leftOut: 0 }
    // A correction may be taken back and made again: its entry's number tells one from the other.
    const readHash = sha256(canonicalText({ number, rowsHash }))
    await tx
      .insert(tables.batches)
      .values({ unitId, hash: batch, readHash, number, name: '', personId: actor.id, at: now, sourceId, ...counts })
    return {
      result: { seriesId, period },
      matter: seriesId,
      withheld: { reason: { value: reason, sight: 'public' } },
      events: [{ kind: 'figures.published', unitId, sourceId, batch, rowsHash, ...counts }],
    }
  },
})
