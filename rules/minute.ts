import type { Entry } from '#rules/entry.ts'
import type { EventOf, JournalEvent } from '#rules/events.ts'
import type { Line } from '#rules/shapes/proposal.ts'
import type { Anchor } from '#rules/shapes/statement.ts'

/** What the journal of one unit holds on one proposal, in the journal's order. Other proposals' events are passed over. */
export interface Story {
  readonly unitId: string
  readonly proposalId: string
  readonly entries: readonly Pick<Entry, 'number' | 'at' | 'events'>[]
}

/** One stay at the table; `leftAt` is null for whoever was still there when the minute was drafted. */
export interface Stay {
  readonly arrivedAt: string
  readonly leftAt: string | null
}

/** Words that somebody spoke: they stand beside the entry `number`, not in the minute. */
export interface Spoken {
  readonly statementId: string
  readonly personId: string
  readonly number: number
  readonly anchor: Anchor
  /** Whether the words were taken away since, and by whom. */
  readonly removed: 'own' | 'assembly' | null
}

export interface MinutedAmendment {
  readonly amendmentId: string
  readonly personId: string
  /** The entry that tabled it: its reason stands beside that entry. */
  readonly number: number
  /** `contained`: what it asked for was in a version already. `open`: nothing was decided on it. */
  readonly outcome: 'by-proposer' | 'by-vote' | 'contained' | 'lost' | 'withdrawn' | 'open'
  /** The version that holds it, where one does. */
  readonly version: number | null
  readonly voteId: string | null
}

export interface MinutedVote {
  readonly voteId: string
  readonly amendmentId: string | null
  readonly version: number
  readonly entitled: number
  readonly openedAt: string
  readonly closedAt: string | null
  /** As the count gave it, with its arithmetic; null while the vote is open. */
  readonly result: object | null
}

/** The record of how a proposal was decided. Plain data: its canonical text is what a delegate confirms and what is hashed. */
export interface Minute {
  readonly form: 'negotium-minute/1'
  readonly unitId: string
  readonly proposalId: string
  readonly proposerId: string | null
  readonly openedAt: string | null
  readonly attended: readonly { readonly personId: string; readonly stays: readonly Stay[] }[]
  readonly versions: readonly {
    readonly version: number
    readonly hash: string
    readonly amendmentId: string | null
    readonly number: number
    readonly at: string
  }[]
  readonly amendments: {
    readonly adopted: readonly MinutedAmendment[]
    readonly notAdopted: readonly MinutedAmendment[]
  }
  readonly votes: readonly MinutedVote[]
  readonly objections: readonly Spoken[]
  /** Questions that nobody has answered. */
  readonly openQuestions: readonly Spoken[]
  /** What was decided; null where nothing was. */
  readonly decision: {
    readonly outcome: 'adopted' | 'rejected'
    readonly voteId: string
    readonly version: number
    readonly title: string
    readonly lines: readonly Line[]
    readonly at: string
  } | null
}

/**
 * Drafts a minute from the journal alone: the same entries always give the same minute, which nobody can alter.
 * Takes: a proposal's entries in order. Gives: who attended, versions, amendments, votes, objections and open questions, by ids.
 */
export function draftMinute({ unitId, proposalId, entries }: Story): Minute {
  const told = entries.flatMap(({ number, at, events }) =>
    events.filter((event) => isAbout(event, proposalId)).map((event) => ({ number, at, event })),
  )
  const opened = only(told, 'proposal.opened')[0]
  const amendments = amendmentsIn(told)
  return {
    form: 'negotium-minute/1',
    unitId,
    proposalId,
    proposerId: opened?.event.proposerId ?? null,
    openedAt: opened?.at ?? null,
    attended: attendanceIn(told),
    versions: versionsIn(told).map(({ event: { version, hash }, amendmentId, number, at }) => ({
      version,
      hash,
      amendmentId,
      number,
      at,
    })),
    amendments: {
      adopted: amendments.filter((amendment) => amendment.version !== null),
      notAdopted: amendments.filter((amendment) => amendment.version === null),
    },
    votes: votesIn(told),
    objections: spokenIn(told, 'objection'),
    openQuestions: spokenIn(told, 'question').filter(
      ({ statementId, removed }) => removed === null && !isAnswered(told, statementId),
    ),
    decision: decisionIn(told),
  }
}

interface Told<E extends JournalEvent = JournalEvent> {
  readonly number: number
  readonly at: string
  readonly event: E
}

const isAbout = (event: JournalEvent, proposalId: string) => 'proposalId' in event && event.proposalId === proposalId

const only = <K extends JournalEvent['kind']>(told: readonly Told[], kind: K): Told<EventOf<K>>[] =>
  told.filter((one): one is Told<EventOf<K>> => one.event.kind === kind)

function attendanceIn(told: readonly Told[]): Minute['attended'] {
  const stays = new Map<string, Stay[]>()
  for (const { at, event } of told) {
    if (event.kind === 'table.arrived')
      stays.set(event.personId, [...(stays.get(event.personId) ?? []), { arrivedAt: at, leftAt: null }])
    if (event.kind === 'table.left') {
      const known = stays.get(event.personId) ?? []
      stays.set(
        event.personId,
        known.map((stay) => (stay.leftAt === null ? { ...stay, leftAt: at } : stay)),
      )
    }
  }
  return [...stays].map(([personId, own]) => ({ personId, stays: own }))
}

const versionsIn = (told: readonly Told[]) => [
  ...only(told, 'proposal.opened').map((one) => ({ ...one, amendmentId: null })),
  ...only(told, 'version.made').map((one) => ({ ...one, amendmentId: one.event.amendmentId })),
]

function amendmentsIn(told: readonly Told[]): MinutedAmendment[] {
  const versions = only(told, 'version.made')
  return only(told, 'amendment.tabled').map(({ number, event: { amendmentId, personId } }) => {
    const base = { amendmentId, personId, number }
    const own = told.filter(({ event }) => 'amendmentId' in event && event.amendmentId === amendmentId)
    const accepted = only(own, 'amendment.accepted')[0]
    const voteId = only(own, 'vote.opened').at(-1)?.event.voteId ?? null
    if (accepted) {
      const made = only(own, 'version.made')[0]
      // What was contained is in the version made by the same entry, or in the newest one then.
      const held = made ?? versions.findLast((one) => one.number <= accepted.number)
      const outcome = !made ? 'contained' : accepted.event.by === 'vote' ? 'by-vote' : 'by-proposer'
      return { ...base, outcome, version: held?.event.version ?? 1, voteId: outcome === 'by-vote' ? voteId : null }
    }
    if (only(own, 'amendment.lost').length > 0) return { ...base, outcome: 'lost', version: null, voteId }
    const outcome = only(own, 'amendment.withdrawn').length > 0 ? 'withdrawn' : 'open'
    return { ...base, outcome, version: null, voteId: null }
  })
}

const votesIn = (told: readonly Told[]): MinutedVote[] =>
  only(told, 'vote.opened').map(({ at, event: { voteId, amendmentId, version, electorate } }) => {
    const closed = only(told, 'vote.closed').find((one) => one.event.voteId === voteId)
    return {
      voteId,
      amendmentId,
      version,
      entitled: electorate.length,
      openedAt: at,
      closedAt: closed?.at ?? null,
      result: closed?.event.result ?? null,
    }
  })

function spokenIn(told: readonly Told[], kind: 'objection' | 'question'): Spoken[] {
  const removals = only(told, 'statement.removed')
  return only(told, 'statement.made')
    .filter(({ event }) => event.statement === kind)
    .map(({ number, event: { statementId, personId, anchor } }) => {
      const removal = removals.find((one) => one.event.statementId === statementId)
      return {
        statementId,
        personId,
        number,
        anchor,
        removed: removal ? (removal.event.own ? 'own' : 'assembly') : null,
      }
    })
}

const isAnswered = (told: readonly Told[], questionId: string) =>
  only(told, 'statement.made').some(({ event }) => event.statement === 'answer' && event.replyTo === questionId)

function decisionIn(told: readonly Told[]): Minute['decision'] {
  const decided = [...only(told, 'proposal.adopted'), ...only(told, 'proposal.rejected')][0]
  if (!decided) return null
  const { kind, voteId, version } = decided.event
  const body = versionsIn(told).find((one) => one.event.version === version)?.event.body
  if (!body) return null
  const outcome = kind === 'proposal.adopted' ? 'adopted' : 'rejected'
  return { outcome, voteId, version, title: body.title, lines: body.lines, at: decided.at }
}
