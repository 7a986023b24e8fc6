import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { bearingSeries } from '#db/books/bearing.ts'
import { referenceOf } from '#db/books/reference.ts'
import { readTechnique, streamNumbers, windowBefore } from '#db/books/technique.ts'
import type { Books } from '#db/rows.ts'
import { consequences, engineVersion, tolerance } from '#figures/consequences.ts'
import { prepareTechnique } from '#figures/solver.ts'
import { type Standing, standingKey } from '#figures/standing.ts'
import type { FrozenFigures, FrozenObservation } from '#rules/context.ts'
import type { BriefBody } from '#rules/shapes/brief.ts'
import type { ProposalBody } from '#rules/shapes/proposal.ts'

/** Everything that a vote's figures were when it opened: kept as canonical text under one hash. */
export interface Frozen extends FrozenFigures {
  readonly brief: { readonly version: number; readonly body: BriefBody } | null
}

interface Asked {
  readonly unitId: string
  readonly body: ProposalBody
  readonly brief: { readonly version: number; readonly body: BriefBody } | null
  readonly moment: string
}

/**
 * Freezes the figures on which a vote rests: the brief's and those that bear on the lines, the technique, and what follows.
 * Takes: the body that is voted on, its brief and the moment. The stream numbers are read first, and figures as of them: one
 * published in between carries a higher number and is passed over, and one that it closed is still in force.
 */
export async function freezeFigures(books: Books, { body, brief, moment }: Asked): Promise<Frozen> {
  const asOf = await streamNumbers(books)
  const technique = await readTechnique(books, moment)
  const standings = await referenceOf(books, body.lines, moment)
  const lines: Frozen['lines'][number][] = []
  for (const line of body.lines) {
    const bearing = await bearingSeries(books, [line])
    const standing: Standing = standings[standingKey(line)] ?? { amount: '0', from: 'none' }
    lines.push({ line, series: bearing.map((each) => each.seriesId), standing })
  }
  const briefed = brief ? brief.body.blocks.flatMap((block) => (block.kind === 'words' ? [] : block.series)) : []
  const wanted = [...new Set([...briefed, ...lines.flatMap((each) => each.series)])]
  const { products } = books.tables
  const units = Object.fromEntries(
    (await books.tx.select({ id: products.id, unit: products.unit }).from(products)).map((row) => [row.id, row.unit]),
  )
  const prepared = prepareTechnique(technique)
  const standingOf = (line: { id: string }): Standing =>
    lines.find((each) => each.line.id === line.id)?.standing ?? { amount: '0', from: 'none' }
  return {
    engine: engineVersion,
    tolerance,
    asOf,
    moment,
    brief: brief ? { version: brief.version, body: brief.body } : null,
    observations: await frozenObservations(books, wanted, asOf, brief, moment),
    lines,
    units,
    technique,
    consequences: prepared.ok ? consequences(prepared.solver, body.lines, standingOf, (id) => units[id]) : null,
  }
}

/**
 * The figures of the wanted series that were in force when their units' streams stood at the numbers given.
 * Gives: of the last twelve months for those that bear on lines, all that a brief shows.
 */
export async function frozenObservations(
  { tx, tables: { series, observations: o } }: Books,
  wanted: readonly string[],
  asOf: Readonly<Record<string, number>>,
  brief: Asked['brief'],
  moment: string,
): Promise<FrozenObservation[]> {
  const inForce = [...new Set(wanted.map((id) => id.split('/')[0] ?? ''))].map((unitId) => {
    const number = asOf[unitId] ?? 0
    return and(eq(series.unitId, unitId), lte(o.fromNumber, number), or(isNull(o.toNumber), gt(o.toNumber, number)))
  })
  if (inForce.length === 0) return []
  const rows = await tx
    .select({
      series: o.seriesId,
      period: o.period,
      value: o.entered,
      status: o.status,
      unit: series.unit,
      batch: o.batch,
    })
    .from(o)
    .innerJoin(series, eq(series.id, o.seriesId))
    .where(and(inArray(o.seriesId, [...wanted]), or(...inForce)))
    .orderBy(asc(o.seriesId), asc(o.period))
  const window = new Set(windowBefore(moment))
  const shown = (id: string, period: string) =>
    window.has(period) ||
    brief?.body.blocks.some(
      (block) =>
        block.kind !== 'words' &&
        block.series.includes(id) &&
        (block.from === null || period >= block.from) &&
        (block.to === null || period <= block.to),
    )
  return rows.filter((row) => shown(row.series, row.period))
}
