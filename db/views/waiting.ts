import { and, asc, eq, inArray, isNull, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { Actor, Seat } from '#rules/standing.ts'

/** One thing that waits for a person, and the proposal at which they do it. */
export interface Waiting {
  readonly kind: 'vote' | 'minute' | 'amendment' | 'collision' | 'question'
  readonly proposalId: string
  readonly title: string
  readonly unitId: string
  readonly voteId: string | null
  /** Until when; null where nothing closes. */
  readonly until: string | null
  /** How many of them there are at this proposal. */
  readonly count: number
}

interface Whose {
  readonly actor: Actor
  readonly standing: readonly Seat[]
}

/**
 * Gives what waits for somebody, the most pressing first: votes not yet cast, by their close; minutes to confirm; amendments to
 * one's proposals; one's own amendments that collide; questions to one's office.
 */
export async function waitingFor(read: Reader, tables: Tables, { actor, standing }: Whose): Promise<Waiting[]> {
  if (actor.kind !== 'person') return []
  const { votes, electorate, ballots, proposals, amendments, statements } = tables
  const named = { proposalId: proposals.id, title: proposals.title, unitId: proposals.unitId }
  const count = sql<number>`count(*)`.mapWith(Number)
  const unitsAs = (role: Seat['role']) => standing.filter((seat) => seat.role === role).map((seat) => seat.unitId)
  const own = read
    .select({ one: sql`1` })
    .from(ballots)
    .where(and(eq(ballots.voteId, votes.id), eq(ballots.personId, actor.id)))
  const toCast = await read
    .select({ ...named, voteId: votes.id, until: votes.closesAt })
    .from(votes)
    .innerJoin(electorate, and(eq(electorate.voteId, votes.id), eq(electorate.personId, actor.id)))
    .innerJoin(proposals, eq(proposals.id, votes.proposalId))
    .where(and(eq(votes.state, 'open'), notExists(own)))
    .orderBy(asc(votes.closesAt))
  const asDelegate = unitsAs('delegate')
  const toConfirm =
    asDelegate.length === 0
      ? []
      : await read
          .select(named)
          .from(proposals)
          .where(and(eq(proposals.stage, 'adopted'), inArray(proposals.unitId, asDelegate)))
  const toAccept = await read
    .select({ ...named, count })
    .from(amendments)
    .innerJoin(proposals, eq(proposals.id, amendments.proposalId))
    .where(
      and(
        eq(amendments.state, 'tabled'),
        eq(proposals.proposerId, actor.id),
        ne(amendments.personId, actor.id),
        eq(proposals.stage, 'discussion'),
      ),
    )
    .groupBy(proposals.id, proposals.title, proposals.unitId)
  const toRewrite = await read
    .select({ ...named, count })
    .from(amendments)
    .innerJoin(proposals, eq(proposals.id, amendments.proposalId))
    .where(and(eq(amendments.state, 'collides'), eq(amendments.personId, actor.id), eq(proposals.stage, 'discussion')))
    .groupBy(proposals.id, proposals.title, proposals.unitId)
  const asOffice = unitsAs('office')
  const answers = alias(statements, 'answers')
  const toAnswer =
    asOffice.length === 0
      ? []
      : await read
          .select({ ...named, count })
          .from(statements)
          .innerJoin(proposals, eq(proposals.id, statements.proposalId))
          .leftJoin(answers, and(eq(answers.replyTo, statements.id), eq(answers.kind, 'answer')))
          .where(
            and(
              eq(statements.kind, 'question'),
              isNull(statements.removed),
              inArray(statements.unitId, asOffice),
              eq(proposals.stage, 'discussion'),
              isNull(answers.id),
            ),
          )
          .groupBy(proposals.id, proposals.title, proposals.unitId)
  const plain = { voteId: null, until: null, count: 1 }
  return [
    ...toCast.map((row) => ({ kind: 'vote' as const, ...row, count: 1 })),
    ...toConfirm.map((row) => ({ kind: 'minute' as const, ...plain, ...row })),
    ...toAccept.map((row) => ({ kind: 'amendment' as const, ...plain, ...row })),
    ...toRewrite.map((row) => ({ kind: 'collision' as const, ...plain, ...row })),
    ...toAnswer.map((row) => ({ kind: 'question' as const, ...plain, ...row })),
  ]
}
