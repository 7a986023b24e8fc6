import type { BriefBody } from '#rules/shapes/brief.ts'
import type { Change, ProposalBody } from '#rules/shapes/proposal.ts'
import type { Anchor, StatementKind } from '#rules/shapes/statement.ts'

/** One thing that somebody did in the story, in the order in which it was done. */
export interface Step {
  /** Days before today, fractions allowed: 2.5 is two and a half days ago. */
  readonly day: number
  /** A sample person's id; the clock closes votes. */
  readonly as: string
  readonly act: string
  /** The act's input; a text "@name" anywhere in it stands for the id that an earlier step kept under that name. */
  readonly input: Readonly<Record<string, unknown>>
  /** The name under which the id that the act gives is kept. */
  readonly keep?: string
}

/** Which field of an act's result is the id that `keep` keeps. */
export const keptField: Readonly<Record<string, string>> = {
  'proposal.open': 'proposalId',
  'statement.make': 'statementId',
  'amendment.table': 'amendmentId',
  'vote.open': 'voteId',
}

interface Saying {
  readonly kind?: StatementKind
  readonly anchor?: Anchor
  readonly replyTo?: string
  readonly keep?: string
}

/** Tells the story of one proposal; every function gives one step of it. */
export function matter(unitId: string, name: string, today: Date) {
  const proposalId = `@${name}`
  const on = { unitId, proposalId }
  return {
    open: (day: number, as: string, body: ProposalBody): Step => ({
      day,
      as,
      act: 'proposal.open',
      input: { unitId, body },
      keep: name,
    }),
    arrive: (day: number, as: string): Step => ({ day, as, act: 'table.arrive', input: on }),
    leave: (day: number, as: string): Step => ({ day, as, act: 'table.leave', input: on }),
    brief: (day: number, as: string, body: BriefBody): Step => ({
      day,
      as,
      act: 'brief.attach',
      input: { ...on, body },
    }),
    say: (day: number, as: string, text: string, how: Saying = {}): Step => ({
      day,
      as,
      act: 'statement.make',
      input: {
        ...on,
        kind: how.kind ?? 'statement',
        anchor: how.anchor ?? { kind: 'proposal' },
        replyTo: how.replyTo === undefined ? null : `@${how.replyTo}`,
        text,
      },
      ...(how.keep === undefined ? {} : { keep: how.keep }),
    }),
    amend: (day: number, as: string, keep: string, base: number, changes: readonly Change[], reason: string): Step => ({
      day,
      as,
      act: 'amendment.table',
      input: { ...on, base, changes, reason },
      keep,
    }),
    accept: (day: number, as: string, amendment: string): Step => ({
      day,
      as,
      act: 'amendment.accept',
      input: { unitId, amendmentId: `@${amendment}` },
    }),
    withdrawAmendment: (day: number, as: string, amendment: string): Step => ({
      day,
      as,
      act: 'amendment.withdraw',
      input: { unitId, amendmentId: `@${amendment}` },
    }),
    withdraw: (day: number, as: string): Step => ({ day, as, act: 'proposal.withdraw', input: on }),
    openVote: (day: number, as: string, closes: number): Step => ({
      day,
      as,
      act: 'vote.open',
      input: { ...on, amendmentId: null, closesAt: eveningOf(today, closes).toISOString() },
      keep: `${name}-vote`,
    }),
    cast: (day: number, as: string, choice: 'yes' | 'no' | 'abstain'): Step => ({
      day,
      as,
      act: 'vote.cast',
      input: { unitId, voteId: `@${name}-vote`, choice },
    }),
    closeVote: (closes: number): Step => ({
      day: (today.getTime() - eveningOf(today, closes).getTime()) / dayMs,
      as: 'clock',
      act: 'vote.close',
      input: { unitId, voteId: `@${name}-vote` },
    }),
    confirm: (day: number, as: string, remark: string): Step => ({
      day,
      as,
      act: 'minute.confirm',
      input: { ...on, remark },
    }),
  }
}

const dayMs = 86_400_000

/** Six in the evening, UTC, of the day so many days before today; a negative number of days lies ahead. */
export function eveningOf(today: Date, daysBefore: number): Date {
  const day = new Date(today.getTime() - daysBefore * dayMs)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 18))
}

/** The moment of a step. */
export const momentOf = (today: Date, step: Pick<Step, 'day'>): Date => new Date(today.getTime() - step.day * dayMs)
