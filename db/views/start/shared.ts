import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { defineHot, type Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { chartSeries } from '#db/views/figure/chart-series.ts'
import { productsNamed, unitsNamed } from '#db/views/names.ts'
import { proposalsList } from '#db/views/proposal/list.ts'
import { latestDecisions, productsSpokenOf } from '#db/views/start/matters.ts'
import {
  comparedWithYearBefore,
  lastReportedMonth,
  outputByProduct,
  type RolledProduct,
} from '#db/views/start/output.ts'
import { planStanding } from '#db/views/start/plan.ts'
import { frequencyOf } from '#figures/period.ts'
import { bookMeasures } from '#rules/shapes/figures.ts'
import { visitor } from '#rules/standing.ts'

export type SharedStart = Awaited<ReturnType<typeof readShared>>

/**
 * Gives the state of things as everybody sees it. It is kept until any public stream has moved, or another hour has begun.
 * Takes: the moment, by which plan lines are expected to be so far along.
 */
export async function sharedStart(read: Reader, tables: Tables, now: string): Promise<SharedStart> {
  const [moved] = await read.hot(movedStamp, {})
  const stamp = `${now.slice(0, 13)} ${moved?.streams} ${moved?.entries}`
  const kept = memory.get(read)
  if (kept?.stamp === stamp) return kept.shared
  const shared = readShared(read, tables, now)
  memory.set(read, { stamp, shared })
  shared.catch(() => memory.delete(read))
  return shared
}

const memory = new WeakMap<object, { readonly stamp: string; readonly shared: Promise<SharedStart> }>()

const movedStamp = defineHot((q, { streams }) =>
  q
    .select({
      streams: sql<number>`count(*)`.mapWith(Number).as('streams'),
      entries: sql<number>`coalesce(sum(${streams.number}), 0)`.mapWith(Number).as('entries'),
    })
    .from(streams)
    .where(ne(streams.kind, 'private')),
)

/** So many products are shown as pictures, and so many of each list on the first page. */
const mostPictures = 4
const mostDecisions = 4
const mostPlanLines = 6

async function readShared(read: Reader, tables: Tables, now: string) {
  const spokenOf = await productsSpokenOf(read, tables)
  const products = inOrderOfTalk(await outputByProduct(read, tables), spokenOf)
  const month = lastReportedMonth(products)
  const compared = month === null ? [] : products.map((product) => comparedWithYearBefore(product, month))
  const [told] = products
  const listed = (stage: 'voting' | 'discussion') =>
    proposalsList.answer({ read, tables, now, actor: visitor, standing: [], input: { unitId: null, stage, skip: 0 } })
  const voting = await listed('voting')
  const discussion = await listed('discussion')
  const open = [...voting.proposals, ...discussion.proposals]
  const plan = await planStanding(read, tables, { now, doerId: null })
  return {
    month,
    products: compared,
    /** The ids of those that are shown as pictures: something was made this month. */
    pictured: compared
      .filter(({ now: made }) => isSome(made?.text))
      .slice(0, mostPictures)
      .map((product) => product.productId),
    /** The product that the open proposals speak of most, over all the months in which every unit has reported. */
    told: told ? wholeMonths(told) : null,
    real: await longestRealSeries(read, tables),
    open: open.map(({ votes, ...row }) => ({
      ...row,
      votes: votes.map(({ waitsForMe: _, ...vote }) => vote),
    })),
    decisions: await latestDecisions(read, tables, mostDecisions),
    plan: plan.slice(0, mostPlanLines),
    counts: {
      open: open.length,
      inForce: plan.length,
      behind: plan.filter(({ stands }) => stands.state === 'behind').length,
      units: await read.$count(tables.units),
      entries: await read.$count(tables.entries, ne(tables.entries.stream, 'private')),
    },
    units: await unitsNamed(read, tables),
    productNames: await productsNamed(read, tables),
  }
}

const isSome = (text: string | null | undefined): boolean => text !== null && text !== undefined && Number(text) > 0

/** Products that are spoken of come first; then those that most units make. */
function inOrderOfTalk(products: readonly RolledProduct[], spokenOf: readonly string[]): RolledProduct[] {
  const place = ({ productId }: RolledProduct) => {
    const at = spokenOf.indexOf(productId)
    return at < 0 ? spokenOf.length : at
  }
  const makers = ({ points }: RolledProduct) => points.at(-1)?.of ?? 0
  return [...products].sort(
    (one, other) =>
      place(one) - place(other) || makers(other) - makers(one) || (one.productId < other.productId ? -1 : 1),
  )
}

/** A month that not all units have reported would look like a fall: it stays a gap. */
function wholeMonths(product: RolledProduct) {
  const points = product.points.map(({ period, text, status, reported, of }) => {
    const whole = text !== null && reported === of
    return { period, status, text: whole ? text : null, value: whole ? Number(text) : null }
  })
  return { ...product, points }
}

/** The real series of an output that reaches over the most years; null where an installation holds none. */
async function longestRealSeries(read: Reader, tables: Tables) {
  const { series, sources, observations: o } = tables
  const [longest] = await read
    .select({ id: series.id, first: sql<string>`min(${o.period})`, last: sql<string>`max(${o.period})` })
    .from(series)
    .innerJoin(sources, eq(sources.id, series.sourceId))
    .innerJoin(o, eq(o.seriesId, series.id))
    .where(and(eq(sources.invented, false), eq(series.measureId, bookMeasures.output)))
    .groupBy(series.id)
    .orderBy(asc(sql`min(${o.period})`), asc(series.id))
    .limit(1)
  if (!longest || frequencyOf(longest.first) !== 'A') return null
  return (await chartSeries(read, tables, [longest.id], {})).at(0) ?? null
}
