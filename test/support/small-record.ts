import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { appendEntry, lockStream, nextMoment } from '#db/journal.ts'
import type { Db, Tx } from '#db/open.ts'
import { consequences, engineVersion, tolerance } from '#figures/consequences.ts'
import { prepareTechnique } from '#figures/solver.ts'
import type { Technique } from '#figures/technique.ts'
import { batchRowsText } from '#rules/batch-rows.ts'
import { contextOf, type FrozenFigures } from '#rules/context.ts'
import { canonicalText, noHash, textHash } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import type { Choice, DecisionRule } from '#rules/shapes/decision-rule.ts'
import type { Line, ProposalBody } from '#rules/shapes/proposal.ts'
import { countMajority } from '#rules/voting/majority.ts'

interface Told {
  readonly stream: string
  readonly act: string
  readonly actor: string
  readonly events: readonly JournalEvent[]
  readonly withheld?: Readonly<Record<string, { value: string; sight: 'public' | 'sealed' }>>
  readonly matter?: string
}

/** Where an entry came to stand. */
export interface Placed {
  readonly number: number
  readonly at: string
  readonly tx: Tx
}

/** Writes entries without acts: salts and moments follow from a count, so that two runs write the same bytes. */
export function openPen(db: Db) {
  let moment = Date.parse('2026-01-01T08:00:00.000Z')
  let salts = 0
  const newSalt = () => createHash('sha256').update(`salt ${salts++}`).digest('hex')
  return {
    newSalt,
    /** Appends one entry a minute after the one before; `rows` runs in the same transaction. */
    tell: (told: Told, rows: (placed: Placed) => Promise<unknown> = async () => {}) => {
      moment += 60_000
      return db.transaction(async (tx) => {
        const locked = await lockStream(tx, told.stream)
        if (!locked) throw new Error(`no stream ${told.stream}`)
        const at = nextMoment(new Date(moment), locked.at)
        const { number } = locked
        await rows({ number, at, tx })
        const { matter = null, withheld = {}, ...rest } = told
        const kept = { ...rest, number, prev: locked.head, at, matter, withheld, body: {}, newSalt }
        const { hash } = await appendEntry(tx, kept)
        return { number, at, hash }
      })
    },
  }
}

/** Opens streams of the network, the private one, and units. */
export async function openStreams(db: Db, units: readonly string[]): Promise<void> {
  const at = '2026-01-01T00:00:00.000Z'
  const kindOf = (id: string): 'network' | 'private' | 'unit' => (id === 'network' || id === 'private' ? id : 'unit')
  await db.transaction((tx) =>
    tx
      .insert(db.tables.streams)
      .values(['network', 'private', ...units].map((id) => ({ id, kind: kindOf(id), number: 0, head: noHash, at }))),
  )
}

export const rule: DecisionRule = {
  method: 'majority',
  base: 'yes-and-no',
  threshold: { num: 1, den: 2 },
  strict: true,
  quorum: { num: 1, den: 2 },
}

const bread: Line = {
  id: 'line-1',
  unitId: 'mill',
  direction: 'produce',
  productId: 'flour',
  amount: '40',
  unit: 't',
  period: '2026-03',
  counterpartId: null,
}
const first: ProposalBody = {
  title: 'More flour',
  blocks: [{ id: 'b1', text: 'We mill more – “Zoë’s” 🌾 way.' }],
  lines: [bread],
}
const second: ProposalBody = { ...first, lines: [{ ...bread, amount: '42.5' }] }
const members = ['ada', 'bo', 'cy', 'di']
const seriesId = 'mill/output/flour/'

/**
 * Keeps one small matter from its opening to its plan line: figures with a revision, statements, two versions, a vote with
 * a changed ballot, the minute and the plan line; beside it a second vote that is still open, and things told in private.
 */
export async function keepSmallRecord(db: Db): Promise<void> {
  const { tables } = db
  const pen = openPen(db)
  await openStreams(db, ['mill', 'idle'])
  await pen.tell({
    stream: 'private',
    act: 'account.open',
    actor: 'ada',
    events: [{ kind: 'account.made', personId: 'ada' }],
  })
  const seats = members.map((personId) => ({ personId, role: 'member' as const }))
  const founded = { kind: 'unit.founded' as const, unitId: 'mill', name: 'Mill', parents: [], seats }
  await pen.tell({ stream: 'network', act: 'unit.found', actor: 'ada', events: [founded] }, async ({ tx, at }) => {
    const numbers = { amendmentVote: 2, openVote: 2, admission: 2, delegates: 2, moderation: 2 }
    const unit = { id: 'mill', name: 'Mill', kind: 'enterprise' as const, side: 'production' as const, foundedAt: at }
    await tx.insert(tables.units).values({ ...unit, rule, numbers, namesShownTo: 'everybody' })
    await tx.insert(tables.marks).values([
      { name: 'demonstration', value: at },
      { name: 'founding', value: 'hash of a secret' },
    ])
    const product = { id: 'flour', name: 'Flour', unit: 't', pictogram: 'sack' }
    await tx.insert(tables.products).values(product)
    const series = {
      unitId: 'mill',
      measureId: 'output',
      productId: 'flour',
      counterpartId: null,
      unit: 't',
      sourceId: 'own',
    }
    await tx.insert(tables.series).values({ id: seriesId, ...series })
  })
  await keepFigures(db, pen)
  const proposal = { proposalId: 'p1', stream: 'mill', matter: 'p1' }
  const opened = { kind: 'proposal.opened' as const, proposalId: 'p1', proposerId: 'ada', version: 1 as const }
  await pen.tell({
    ...proposal,
    act: 'proposal.open',
    actor: 'ada',
    events: [{ ...opened, body: first, hash: textHash(canonicalText(first)) }],
  })
  for (const [statementId, personId] of [
    ['s1', 'bo'],
    ['s2', 'cy'],
  ] as const)
    await pen.tell({
      ...proposal,
      act: 'statement.make',
      actor: personId,
      withheld: { text: { value: `Words of ${personId}: “40 t?” 🌾`, sight: 'public' } },
      events: [
        {
          kind: 'statement.made',
          proposalId: 'p1',
          statementId,
          personId,
          statement: 'statement',
          anchor: { kind: 'proposal' },
          replyTo: null,
        },
      ],
    })
  const hash = textHash(canonicalText(second))
  await pen.tell({
    ...proposal,
    act: 'amendment.accept',
    actor: 'ada',
    events: [{ kind: 'version.made', proposalId: 'p1', version: 2, body: second, hash, amendmentId: 'a1' }],
  })
  await openVote(db, pen, 'v1')
  const ada = await castVote(pen, 'v1', 'ada', 'no')
  const bo = await castVote(pen, 'v1', 'bo', 'abstain')
  const again = await castVote(pen, 'v1', 'ada', 'yes')
  await closeVote(db, pen, 'v1', [
    { ...again, replaced: ada },
    { ...bo, replaced: null },
  ])
  await keepDecision(db, pen)
  await openVote(db, pen, 'v2')
  await castVote(pen, 'v2', 'cy', 'yes')
}

type Pen = ReturnType<typeof openPen>

async function keepFigures(db: Db, pen: Pen): Promise<void> {
  const { observations } = db.tables
  const row = (period: string, entered: string | null, status: 'provisional' | 'revised') => ({
    ...{ seriesId, period, entered, status, note: null },
  })
  const january = [row('2026-01', '38.50', 'provisional'), row('2025-12', null, 'provisional')]
  const revised = [row('2026-01', '39', 'revised')]
  let before: number | undefined
  for (const [rows, batch] of [
    [january, 'a'.repeat(64)],
    [revised, 'b'.repeat(64)],
  ] as const) {
    const counts = { rows: rows.length, added: before ? 0 : rows.length, revised: before ? rows.length : 0, leftOut: 0 }
    const rowsHash = textHash(batchRowsText(rows))
    const event = { kind: 'figures.published' as const, unitId: 'mill', sourceId: 'own', batch, rowsHash, ...counts }
    await pen.tell(
      { stream: 'mill', act: 'figure.publish', actor: 'di', events: [event] },
      async ({ tx, number, at }) => {
        if (before)
          await tx
            .update(observations)
            .set({ toNumber: number, validTo: at })
            .where(and(eq(observations.fromNumber, before), eq(observations.period, '2026-01')))
        const decimals = (text: string | null) => (text?.includes('.') ? text.length - text.indexOf('.') - 1 : 0)
        await tx.insert(observations).values(
          rows.map((each) => ({
            ...each,
            fromNumber: number,
            toNumber: null,
            validFrom: at,
            validTo: null,
            mantissa: each.entered === null ? null : Number(each.entered.replace('.', '')),
            scale: each.entered === null ? null : decimals(each.entered),
            rounded: false,
            batch,
          })),
        )
        before = number
      },
    )
  }
}

const closesAt = '2026-01-02T00:00:00.000Z'

const technique: Technique = {
  first: '2025-12',
  last: '2026-01',
  enterprises: [
    {
      unitId: 'mill',
      productId: 'flour',
      months: 1,
      output: '39',
      hours: { sum: '80', over: '39', months: 1 },
      inputs: {},
      capacity: { sum: '41', months: 1 },
    },
  ],
  leftOut: [],
  consumers: [],
  flows: [],
  stocks: [],
}

/** What the vote on the second version rests on. */
function frozenFigures(): FrozenFigures {
  const standing = { amount: '39', from: 'books' as const }
  const prepared = prepareTechnique(technique)
  if (!prepared.ok) throw new Error(prepared.code)
  const figure = { series: seriesId, unit: 't' }
  return {
    engine: engineVersion,
    tolerance,
    asOf: { mill: 2 },
    moment: closesAt,
    observations: [
      { ...figure, period: '2025-12', value: null, status: 'provisional', batch: 'a'.repeat(64) },
      { ...figure, period: '2026-01', value: '39', status: 'revised', batch: 'b'.repeat(64) },
    ],
    lines: second.lines.map((line) => ({ line, series: [seriesId], standing })),
    units: { flour: 't' },
    technique,
    consequences: consequences(
      prepared.solver,
      second.lines,
      () => standing,
      () => 't',
    ),
  }
}

async function openVote(db: Db, pen: Pen, voteId: string): Promise<void> {
  const later = voteId === 'v1' ? closesAt : '2027-01-01T00:00:00.000Z'
  const frozen = canonicalText(frozenFigures())
  const frozenHash = textHash(frozen)
  const versionHash = textHash(canonicalText(second))
  const about = { proposalId: 'p1', amendmentId: null, version: 2 }
  const manifest = canonicalText({
    voteId,
    ...about,
    versionHash,
    rule,
    electorate: members,
    closesAt: later,
    frozenHash,
  })
  const manifestHash = textHash(manifest)
  const event = { kind: 'vote.opened' as const, voteId, ...about, manifestHash, frozenHash, electorate: members }
  const told = { stream: 'mill', act: 'vote.open', actor: 'ada', matter: 'p1' }
  await pen.tell(
    { ...told, events: [{ ...event, opensAt: closesAt, closesAt: later }] },
    async ({ tx, number, at }) => {
      const kept = { id: voteId, unitId: 'mill', ...about, rule, openedBy: 'ada', opensAt: at, closesAt: later }
      const texts = { manifest, manifestHash, frozen, frozenHash, result: null }
      await tx.insert(db.tables.votes).values({ ...kept, state: 'open', ...texts, number })
      await tx.insert(db.tables.electorate).values(members.map((personId) => ({ voteId, personId })))
    },
  )
}

async function castVote(pen: Pen, voteId: string, personId: string, choice: Choice) {
  const { number } = await pen.tell({
    stream: 'mill',
    act: 'vote.cast',
    actor: personId,
    matter: 'p1',
    withheld: { choice: { value: choice, sight: 'sealed' } },
    events: [{ kind: 'vote.cast', voteId, proposalId: 'p1', personId }],
  })
  return { personId, number, choice }
}

type Cast = Awaited<ReturnType<typeof castVote>>

async function closeVote(
  db: Db,
  pen: Pen,
  voteId: string,
  casts: readonly (Cast & { replaced: Cast | null })[],
): Promise<void> {
  const { withheld, votes, streams } = db.tables
  const count = (choice: Choice) => casts.filter((cast) => cast.choice === choice).length
  const tally = { yes: count('yes'), no: count('no'), abstain: count('abstain') }
  const result = countMajority({ rule, entitled: members.length, ...tally })
  const sealed = await db.read.select().from(withheld).where(eq(withheld.stream, 'mill'))
  const saltOf = (number: number) => sealed.find((row) => row.number === number && row.name === 'choice')?.salt ?? ''
  const ballots = casts.map(({ personId, number, choice }) => ({ personId, number, choice, salt: saltOf(number) }))
  // The clock closes at the hour: the stream's moment is moved there, as time would.
  await db.transaction((tx) => tx.update(streams).set({ at: closesAt }).where(eq(streams.id, 'mill')))
  const passed = result.outcome === 'passed'
  const event = { kind: 'vote.closed' as const, voteId, proposalId: 'p1', amendmentId: null, passed, result, ballots }
  await pen.tell(
    { stream: 'mill', act: 'vote.close', actor: 'clock', matter: 'p1', events: [event] },
    async ({ tx }) => {
      await tx
        .update(votes)
        .set({ state: 'closed', result: canonicalText(result) })
        .where(eq(votes.id, voteId))
      for (const { number } of casts)
        await tx
          .update(withheld)
          .set({ sight: 'public' })
          .where(and(eq(withheld.stream, 'mill'), eq(withheld.number, number)))
    },
  )
}

async function keepDecision(db: Db, pen: Pen): Promise<void> {
  const { minutes, planLines } = db.tables
  const [line] = second.lines
  if (!line) throw new Error('the adopted version has a line')
  const text = canonicalText({ proposalId: 'p1', attended: ['ada', 'bo'], result: 'passed' })
  const context = canonicalText(contextOf(frozenFigures(), line.id))
  const [hash, contextHash] = [textHash(text), textHash(context)]
  const about = { proposalId: 'p1', voteId: 'v1', delegateId: 'bo' }
  const entered = { kind: 'plan-line.entered' as const, planLineId: 'l1', ...about, version: 2, line, contextHash }
  const events = [{ kind: 'minute.confirmed' as const, ...about, hash }, entered]
  await pen.tell(
    { stream: 'mill', act: 'minute.confirm', actor: 'bo', matter: 'p1', events },
    async ({ tx, number, at }) => {
      await tx.insert(minutes).values({ ...about, unitId: 'mill', text, hash, number, at })
      const { id: lineId, unitId: doerId, ...rest } = line
      const kept = { id: 'l1', unitId: 'mill', doerId, lineId, ...rest, ...about, version: 2, context, contextHash }
      await tx.insert(planLines).values({ ...kept, state: 'in-force', number, at })
    },
  )
}
