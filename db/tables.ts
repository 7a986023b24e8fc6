import { type Kit, postgresKit, sqliteKit } from '#db/columns.ts'
import type { BriefBody } from '#rules/shapes/brief.ts'
import { type AssemblyNumbers, Choice, type DecisionRule, namesShownTo } from '#rules/shapes/decision-rule.ts'
import { aggregations, measureKinds, statuses, unitKinds, unitSides } from '#rules/shapes/figures.ts'
import { amendmentStates, type Change, type Collision, type ProposalBody, stages } from '#rules/shapes/proposal.ts'
import { type Anchor, statementKinds } from '#rules/shapes/statement.ts'

/** Every table, written once for both databases. Sections follow the words of docs/architecture.md. */
export function defineTables(c: Kit) {
  return { ...record(c), ...people(c), ...network(c), ...books(c), ...deliberation(c), ...decisions(c) }
}

/** The journal: what happened. */
function record(c: Kit) {
  const streams = c.table('streams', {
    id: c.text().primaryKey(),
    /** The private stream is chained like the others but never exported. */
    kind: c.oneOf(['network', 'unit', 'private']).notNull(),
    /** The number of the last entry, and its hash; 0 and 64 zeros before the first. */
    number: c.whole().notNull(),
    head: c.text().notNull(),
    at: c.instant().notNull(),
  })
  const entries = c.table(
    'entries',
    {
      stream: c.text().notNull(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
      act: c.text().notNull(),
      actor: c.text().notNull(),
      /** What the act is about (a proposal's, vote's, series' id …), for reading a matter's story; null where it has none. */
      matter: c.text(),
      /** The entry as it was hashed, byte for byte. */
      canonical: c.canonical().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.stream, t.number] }),
      c.index('entries_by_moment').on(t.at),
      c.index('entries_by_matter').on(t.matter),
    ],
  )
  /** Values behind the commitments of an entry; a row is dropped on erasure or moderation, the chain holds without it. */
  const withheld = c.table(
    'withheld',
    {
      stream: c.text().notNull(),
      number: c.whole().notNull(),
      name: c.text().notNull(),
      value: c.text().notNull(),
      /** 32 bytes, hexadecimal. */
      salt: c.text().notNull(),
      /** public: anyone may read it; sealed: nobody reads it until an entry opens it. */
      sight: c.oneOf(['public', 'sealed']).notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.stream, t.number, t.name] })],
  )
  /** What was already done under an act's key, so that sending again is harmless. Never exported. */
  const performed = c.table(
    'performed',
    {
      actor: c.text().notNull(),
      actId: c.text().notNull(),
      act: c.text().notNull(),
      inputHash: c.text().notNull(),
      stream: c.text().notNull(),
      number: c.whole().notNull(),
      /** The first answer; null where it held a secret. */
      answer: c.json<unknown>(),
    },
    (t) => [c.primaryKey({ columns: [t.actor, t.actId] })],
  )
  /** Facts about this installation itself: whether it is a demonstration, the hash of the founding token. */
  const marks = c.table('marks', { name: c.text().primaryKey(), value: c.text().notNull() })
  return { streams, entries, withheld, performed, marks }
}

/** People and how they sign in: all of it changed on the private stream. */
function people(c: Kit) {
  const persons = c.table('persons', {
    id: c.text().primaryKey(),
    /** null once the person has been erased. */
    name: c.text(),
    joinedAt: c.instant().notNull(),
    erasedAt: c.instant(),
  })
  const accounts = c.table(
    'accounts',
    {
      personId: c.text().primaryKey(),
      /** As typed, and folded for comparison. */
      signInName: c.text().notNull(),
      foldedName: c.text().notNull(),
      passwordHash: c.text().notNull(),
    },
    (t) => [c.unique('accounts_by_name').on(t.foldedName)],
  )
  const sessions = c.table(
    'sessions',
    {
      /** SHA-256 of the secret in the cookie. */
      hash: c.text().primaryKey(),
      personId: c.text().notNull(),
      madeAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
    },
    (t) => [c.index('sessions_by_person').on(t.personId)],
  )
  const tokens = c.table(
    'tokens',
    {
      id: c.text().primaryKey(),
      hash: c.text().notNull(),
      personId: c.text().notNull(),
      name: c.text().notNull(),
      /** `read` answers views as the person; `act` performs acts too. */
      scope: c.oneOf(['read', 'act']).notNull(),
      madeAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      revokedAt: c.instant(),
    },
    (t) => [c.unique('tokens_by_hash').on(t.hash), c.index('tokens_by_person').on(t.personId)],
  )
  const invitations = c.table(
    'invitations',
    {
      id: c.text().primaryKey(),
      hash: c.text().notNull(),
      unitId: c.text().notNull(),
      madeBy: c.text().notNull(),
      madeAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      usedBy: c.text(),
    },
    (t) => [c.unique('invitations_by_hash').on(t.hash)],
  )
  /** One-time links by which the operator lets a person choose a password anew. */
  const recoveries = c.table('recoveries', {
    hash: c.text().primaryKey(),
    personId: c.text().notNull(),
    madeAt: c.instant().notNull(),
    expiresAt: c.instant().notNull(),
    usedAt: c.instant(),
  })
  /** Wrong passwords per account name, so that guessing is slowed whichever address it comes from. */
  const attempts = c.table('attempts', {
    foldedName: c.text().primaryKey(),
    wrong: c.whole().notNull(),
    /** Until when no further attempt is looked at; null where attempts are free. */
    until: c.instant(),
  })
  return { persons, accounts, sessions, tokens, invitations, recoveries, attempts }
}

/** Units, what they hold together, who sits where. */
function network(c: Kit) {
  const units = c.table('units', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    kind: c.oneOf(unitKinds).notNull(),
    side: c.oneOf(unitSides).notNull(),
    foundedAt: c.instant().notNull(),
    /** The assembly's own data. */
    rule: c.json<DecisionRule>().notNull(),
    numbers: c.json<AssemblyNumbers>().notNull(),
    namesShownTo: c.oneOf(namesShownTo).notNull(),
  })
  const placements = c.table(
    'placements',
    {
      unitId: c.text().notNull(),
      parentId: c.text().notNull(),
      since: c.instant().notNull(),
      until: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.unitId, t.parentId, t.since] }), c.index('placements_by_parent').on(t.parentId)],
  )
  const seats = c.table(
    'seats',
    {
      unitId: c.text().notNull(),
      personId: c.text().notNull(),
      role: c.oneOf(['member', 'delegate', 'office']).notNull(),
      since: c.instant().notNull(),
      until: c.instant(),
    },
    (t) => [
      c.primaryKey({ columns: [t.unitId, t.personId, t.role, t.since] }),
      c.index('seats_by_person').on(t.personId),
    ],
  )
  /** Members who back something that needs a number of them; emptied when it comes about. */
  const backings = c.table(
    'backings',
    {
      unitId: c.text().notNull(),
      /** What is backed, in words of the act: `admit:person`, `elect:person`, `recall:person`, `open-vote:proposal` … */
      cause: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.unitId, t.cause, t.personId] })],
  )
  return { units, placements, seats, backings }
}

/** Measures, products, sources and the figures themselves. */
function books(c: Kit) {
  const measures = c.table('measures', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    kind: c.oneOf(measureKinds).notNull(),
    unit: c.text(),
    decimals: c.whole().notNull(),
    aggregation: c.oneOf(aggregations).notNull(),
    definition: c.text().notNull(),
  })
  const products = c.table('products', {
    id: c.text().primaryKey(),
    name: c.text().notNull(),
    unit: c.text().notNull(),
    pictogram: c.text().notNull(),
  })
  const sources = c.table('sources', {
    id: c.text().primaryKey(),
    producer: c.text().notNull(),
    title: c.text().notNull(),
    licence: c.text().notNull(),
    url: c.text(),
    invented: c.flag().notNull(),
  })
  const series = c.table(
    'series',
    {
      /** `unit/measure/product/counterpart`, the last two empty where they do not apply. */
      id: c.text().primaryKey(),
      unitId: c.text().notNull(),
      measureId: c.text().notNull(),
      productId: c.text(),
      counterpartId: c.text(),
      /** The unit of measure in which all of its observations are kept. */
      unit: c.text().notNull(),
      sourceId: c.text().notNull(),
    },
    (t) => [c.index('series_by_unit').on(t.unitId), c.index('series_by_product').on(t.productId, t.measureId)],
  )
  /** Never updated but closed (`validTo`, `toNumber`) and followed. Numbers are those of the unit's stream. */
  const observations = c.table(
    'observations',
    {
      seriesId: c.text().notNull(),
      period: c.text().notNull(),
      fromNumber: c.whole().notNull(),
      toNumber: c.whole(),
      validFrom: c.instant().notNull(),
      validTo: c.instant(),
      /** As entered; null where the source says that the value is missing. */
      entered: c.text(),
      mantissa: c.whole(),
      scale: c.whole(),
      /** The entered text has more than 15 significant digits: mantissa and scale hold the first 15. */
      rounded: c.flag().notNull(),
      status: c.oneOf(statuses).notNull(),
      note: c.text(),
      batch: c.text().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.seriesId, t.period, t.fromNumber] }),
      c.index('observations_open').on(t.seriesId, t.toNumber),
    ],
  )
  /** One published file or form: what made a figure. */
  const batches = c.table(
    'batches',
    {
      unitId: c.text().notNull(),
      /** SHA-256 of the content as received, and of what was read from it: the same file read otherwise is another batch. */
      hash: c.text().notNull(),
      readHash: c.text().notNull(),
      number: c.whole().notNull(),
      name: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
      sourceId: c.text().notNull(),
      rows: c.whole().notNull(),
      added: c.whole().notNull(),
      revised: c.whole().notNull(),
      leftOut: c.whole().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.unitId, t.number] }),
      c.unique('batches_by_content').on(t.unitId, t.hash, t.readHash),
    ],
  )
  /** Files received but not yet published; visible only to the office that sent them. */
  const uploads = c.table(
    'uploads',
    {
      unitId: c.text().notNull(),
      hash: c.text().notNull(),
      name: c.text().notNull(),
      personId: c.text().notNull(),
      at: c.instant().notNull(),
      content: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.unitId, t.hash] })],
  )
  return { measures, products, sources, series, observations, batches, uploads }
}

/** Proposals and what is said about them. */
function deliberation(c: Kit) {
  const proposals = c.table(
    'proposals',
    {
      id: c.text().primaryKey(),
      unitId: c.text().notNull(),
      proposerId: c.text().notNull(),
      stage: c.oneOf(stages).notNull(),
      /** The newest version's number and title. */
      version: c.whole().notNull(),
      title: c.text().notNull(),
      openedAt: c.instant().notNull(),
      /** When anything about it last changed. */
      movedAt: c.instant().notNull(),
    },
    (t) => [c.index('proposals_by_unit').on(t.unitId), c.index('proposals_by_stage').on(t.stage)],
  )
  const versions = c.table(
    'versions',
    {
      proposalId: c.text().notNull(),
      version: c.whole().notNull(),
      body: c.json<ProposalBody>().notNull(),
      /** SHA-256 of the body's canonical text. */
      hash: c.text().notNull(),
      /** The amendment that made it; null for the first. */
      amendmentId: c.text(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.proposalId, t.version] })],
  )
  const amendments = c.table(
    'amendments',
    {
      id: c.text().primaryKey(),
      proposalId: c.text().notNull(),
      unitId: c.text().notNull(),
      personId: c.text().notNull(),
      /** The version that `changes` are written against; raised when the amendment is carried over or rewritten. */
      base: c.whole().notNull(),
      changes: c.json<Change[]>().notNull(),
      state: c.oneOf(amendmentStates).notNull(),
      collisions: c.json<Collision[]>().notNull(),
      /** The entry that tabled it: its reason is a withheld value there. */
      number: c.whole().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('amendments_by_proposal').on(t.proposalId)],
  )
  /** The words are the withheld value `text` of the entry (unit's stream, number). */
  const statements = c.table(
    'statements',
    {
      id: c.text().primaryKey(),
      proposalId: c.text().notNull(),
      unitId: c.text().notNull(),
      personId: c.text().notNull(),
      kind: c.oneOf(statementKinds).notNull(),
      anchor: c.json<Anchor>().notNull(),
      replyTo: c.text(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
      /** The number of the entry that took the words away, with its reason as a withheld value; null while they stand. */
      removed: c.whole(),
    },
    (t) => [c.index('statements_by_proposal').on(t.proposalId)],
  )
  const attendance = c.table(
    'attendance',
    {
      proposalId: c.text().notNull(),
      personId: c.text().notNull(),
      arrivedAt: c.instant().notNull(),
      leftAt: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.proposalId, t.personId, t.arrivedAt] })],
  )
  /** A brief's newest state; each version is an entry in the journal. */
  const briefs = c.table('briefs', {
    proposalId: c.text().primaryKey(),
    unitId: c.text().notNull(),
    version: c.whole().notNull(),
    body: c.json<BriefBody>().notNull(),
    writtenBy: c.text().notNull(),
    number: c.whole().notNull(),
    at: c.instant().notNull(),
  })
  return { proposals, versions, amendments, statements, attendance, briefs }
}

/** Votes, minutes, and the plan. */
function decisions(c: Kit) {
  const votes = c.table(
    'votes',
    {
      id: c.text().primaryKey(),
      unitId: c.text().notNull(),
      proposalId: c.text().notNull(),
      /** The amendment voted on; null where the proposal itself is. */
      amendmentId: c.text(),
      version: c.whole().notNull(),
      rule: c.json<DecisionRule>().notNull(),
      openedBy: c.text().notNull(),
      opensAt: c.instant().notNull(),
      closesAt: c.instant().notNull(),
      state: c.oneOf(['open', 'closed']).notNull(),
      /** Canonical text of everything that can change the result, and of the frozen brief; with their hashes. */
      manifest: c.canonical().notNull(),
      manifestHash: c.text().notNull(),
      frozen: c.canonical().notNull(),
      frozenHash: c.text().notNull(),
      /** Canonical text of the result, null while the vote is open. */
      result: c.canonical(),
      number: c.whole().notNull(),
    },
    (t) => [c.index('votes_by_proposal').on(t.proposalId), c.index('votes_by_close').on(t.state, t.closesAt)],
  )
  const electorate = c.table('electorate', { voteId: c.text().notNull(), personId: c.text().notNull() }, (t) => [
    c.primaryKey({ columns: [t.voteId, t.personId] }),
  ])
  /** The ballot that counts: a member's last one. `number` is the entry whose commitment the closing opens. */
  const ballots = c.table(
    'ballots',
    {
      voteId: c.text().notNull(),
      personId: c.text().notNull(),
      choice: c.oneOf(Choice.options as ['yes', 'no', 'abstain']).notNull(),
      number: c.whole().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.voteId, t.personId] })],
  )
  const minutes = c.table('minutes', {
    proposalId: c.text().primaryKey(),
    unitId: c.text().notNull(),
    voteId: c.text().notNull(),
    delegateId: c.text().notNull(),
    /** Canonical text of the minute as drafted from the journal and confirmed, and its hash. */
    text: c.canonical().notNull(),
    hash: c.text().notNull(),
    number: c.whole().notNull(),
    at: c.instant().notNull(),
  })
  const planLines = c.table(
    'plan_lines',
    {
      id: c.text().primaryKey(),
      /** The assembly that decided it. */
      unitId: c.text().notNull(),
      /** The unit that does it. */
      doerId: c.text().notNull(),
      direction: c.oneOf(['produce', 'consume', 'deliver', 'receive']).notNull(),
      productId: c.text().notNull(),
      amount: c.text().notNull(),
      unit: c.text().notNull(),
      period: c.text().notNull(),
      counterpartId: c.text(),
      proposalId: c.text().notNull(),
      version: c.whole().notNull(),
      lineId: c.text().notNull(),
      voteId: c.text().notNull(),
      delegateId: c.text().notNull(),
      /** Canonical text of the statistical context, inputs and results as stored, and its hash. */
      context: c.canonical().notNull(),
      contextHash: c.text().notNull(),
      state: c.oneOf(['in-force', 'replaced']).notNull(),
      number: c.whole().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [
      c.index('plan_lines_by_doer').on(t.doerId, t.productId),
      c.index('plan_lines_by_proposal').on(t.proposalId),
    ],
  )
  return { votes, electorate, ballots, minutes, planLines }
}

export type Tables = ReturnType<typeof defineTables>
export const sqliteTables = defineTables(sqliteKit)
export const postgresTables: Tables = defineTables(postgresKit)
