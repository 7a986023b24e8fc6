import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { readTechnique } from '#db/books/technique.ts'
import { defineHot, type Params, type Reader } from '#db/open.ts'
import { holdersOf, onlyRow } from '#db/rows.ts'
import type { Tables } from '#db/tables.ts'
import { productsNamed, unitsNamed } from '#db/views/names.ts'
import { briefShown, frozenFor, seriesSpokenOf } from '#db/views/proposal/brief.ts'
import { amendmentsOf, attendanceOf, backingsOf, statementsOf } from '#db/views/proposal/discussion.ts'
import { plannedFor, plannedThen } from '#db/views/proposal/planned.ts'
import { publicVotesOf } from '#db/views/proposal/votes.ts'
import type { Technique } from '#figures/technique.ts'
import { networkStream } from '#rules/entry.ts'
import type { Change, ProposalBody } from '#rules/shapes/proposal.ts'

export type SharedTable = Awaited<ReturnType<typeof readShared>>

interface Wanted {
  readonly proposalId: string
  /** null: the newest. */
  readonly version: number | null
  readonly now: string
}

/**
 * Gives what everybody sees of a proposal at the table, and the number of its unit's stream as of which it holds at least.
 * It is kept until that stream, the network's, the plan or the books have moved; only the newest few hundred pages are.
 */
export async function sharedTable(read: Reader, tables: Tables, wanted: Wanted) {
  const held = keptBy(read)
  const unitId = held.units.get(wanted.proposalId) ?? (await unitOf(read, wanted.proposalId))
  held.units.set(wanted.proposalId, unitId)
  // The numbers first: what is read afterwards is at least as new.
  const heads = await read.hot(numbers, { unitId, network: networkStream })
  const technique = await readTechnique({ tx: read, tables }, wanted.now)
  const number = heads.find((head) => head.id === unitId)?.number ?? 0
  const [plan] = await read.hot(planStamp, {})
  const stamp = [...heads.map((head) => `${head.id} ${head.number}`), `${plan?.count} ${plan?.sum}`].join(' ')
  const key = `${wanted.proposalId} ${wanted.version ?? ''}`
  const kept = held.pages.get(key)
  if (kept?.stamp === stamp && kept.technique === technique) return { number, shared: await kept.shared }
  const shared = readShared(read, tables, wanted, technique)
  held.pages.delete(key)
  held.pages.set(key, { stamp, technique, shared })
  shared.catch(() => held.pages.delete(key))
  if (held.pages.size > mostKept) held.pages.delete(held.pages.keys().next().value ?? key)
  return { number, shared: await shared }
}

const mostKept = 300

interface Kept {
  readonly units: Map<string, string>
  readonly pages: Map<string, { stamp: string; technique: Technique; shared: Promise<SharedTable> }>
}

const memory = new WeakMap<object, Kept>()

function keptBy(read: Reader): Kept {
  const kept = memory.get(read) ?? { units: new Map(), pages: new Map() }
  memory.set(read, kept)
  return kept
}

const numbers = defineHot((q, { streams }, param: Params<{ unitId: string; network: string }>) =>
  q
    .select({ id: streams.id, number: streams.number })
    .from(streams)
    .where(inArray(streams.id, [param('unitId'), param('network')]))
    .orderBy(asc(streams.id)),
)

// Other assemblies decide on what stands as well: a line that comes or goes is a row more.
const planStamp = defineHot((q, { planLines }) =>
  q
    .select({
      count: sql<number>`count(*)`.mapWith(Number).as('count'),
      sum: sql<number>`coalesce(sum(${planLines.number}), 0)`.mapWith(Number).as('sum'),
    })
    .from(planLines),
)

const unitIdOf = defineHot((q, { proposals }, param: Params<{ id: string }>) =>
  q
    .select({ unitId: proposals.unitId })
    .from(proposals)
    .where(eq(proposals.id, param('id'))),
)

const unitOf = async (read: Reader, id: string) => onlyRow(await read.hot(unitIdOf, { id })).unitId

async function readShared(read: Reader, tables: Tables, wanted: Wanted, technique: Technique) {
  const { proposals, versions, units, minutes } = tables
  const books = { tx: read, tables }
  const proposal = onlyRow(await read.select().from(proposals).where(eq(proposals.id, wanted.proposalId)))
  const unit = onlyRow(await read.select().from(units).where(eq(units.id, proposal.unitId)))
  const history = await read
    .select({ version: versions.version, amendmentId: versions.amendmentId, at: versions.at })
    .from(versions)
    .where(eq(versions.proposalId, proposal.id))
    .orderBy(desc(versions.version))
  const shown = onlyRow(history.filter((each) => each.version === (wanted.version ?? proposal.version)))
  const amendments = await amendmentsOf(read, tables, proposal.id)
  const before = wanted.version !== null && wanted.version > 1 ? wanted.version - 1 : null
  const needed = [
    ...new Set([shown.version, ...(before === null ? [] : [before]), ...amendments.map((one) => one.base)]),
  ]
  const bodies = new Map(
    (
      await read
        .select({ version: versions.version, body: versions.body })
        .from(versions)
        .where(and(eq(versions.proposalId, proposal.id), inArray(versions.version, needed)))
    ).map((row) => [row.version, row.body]),
  )
  const body = onlyRow([bodies.get(shown.version)].flatMap((one) => one ?? []))
  const inserted = amendments.flatMap((one) =>
    one.changes.flatMap((each) => (each.kind === 'insert-line' ? each.line : [])),
  )
  const lines = [...[...bodies.values()].flatMap((one) => one.lines), ...inserted]
  const votes = await publicVotesOf(read, tables, proposal.id)
  const statements = await statementsOf(read, tables, proposal.id)
  const [minute] = await read
    .select({ at: minutes.at, delegateId: minutes.delegateId })
    .from(minutes)
    .where(eq(minutes.proposalId, proposal.id))
  const frozen = await frozenFor(read, tables, proposal.id)
  const brief = await briefShown(read, tables, proposal.id, frozen)
  const named = await unitsNamed(read, tables)
  const spoken = new Set([unit.id, ...lines.flatMap((line) => [line.unitId, line.counterpartId ?? ''])])
  return {
    proposal,
    unit: { id: unit.id, name: unit.name, rule: unit.rule, numbers: unit.numbers },
    members: await holdersOf(books, unit.id, 'member'),
    version: shown.version,
    body,
    before: before === null ? null : (bodies.get(before) ?? null),
    versions: history,
    amendments: amendments.map((one) => ({ ...one, was: touchedBy(one.changes, bodies.get(one.base) ?? body) })),
    statements,
    attendance: await attendanceOf(read, tables, proposal.id),
    backings: (await backingsOf(read, tables, unit.id)).filter(
      ({ cause }) => cause.includes('vote:') || cause.startsWith('remove:'),
    ),
    votes,
    brief,
    minute: minute ?? null,
    figures: await seriesSpokenOf(read, tables, body.lines, statements),
    /** Without lines nothing follows, and nothing needs to be sent. */
    technique: lines.length > 0 ? (frozen?.figures.technique ?? technique) : null,
    plan: frozen ? plannedThen(frozen.figures.lines) : await plannedFor(books, lines),
    /** When a vote on the proposal was opened: what follows is reckoned from what stood then. */
    frozenAt: frozen?.opensAt ?? null,
    units: Object.fromEntries(Object.entries(named).filter(([id]) => spoken.has(id))),
    products: lines.length > 0 ? await productsNamed(read, tables) : {},
  }
}

/** What an amendment's base says in the places that it touches, and the base's lines, from which its consequences follow. */
function touchedBy(changes: readonly Change[], base: ProposalBody) {
  const touched = new Set(changes.flatMap((one) => ('blockId' in one ? [one.blockId] : [])))
  return {
    title: base.title,
    blocks: base.blocks.filter((block) => touched.has(block.id)),
    lines: base.lines,
  }
}
