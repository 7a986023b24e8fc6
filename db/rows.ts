import { and, desc, eq, isNull } from 'drizzle-orm'
import { defineHot, type Params, type Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import { Refusal } from '#rules/refusal.ts'

/** Where an act or a view looks a row up: a reader and the tables. */
export interface Books {
  readonly tx: Reader
  readonly tables: Tables
}

/** Gives the only row, or refuses as if there were no such thing. */
export function onlyRow<R>(rows: readonly R[]): R {
  const [row] = rows
  if (row === undefined) throw new Refusal('missing', 'no-such-thing')
  return row
}

/** Gives a unit with its assembly's rule and numbers. Refuses with `missing`. */
export const unitOf = async ({ tx, tables }: Books, unitId: string) =>
  onlyRow(await tx.select().from(tables.units).where(eq(tables.units.id, unitId)))

/** Gives a proposal of this unit. Refuses with `missing`, also where the proposal is another unit's. */
export const proposalOf = async ({ tx }: Books, unitId: string, proposalId: string) =>
  onlyRow(await tx.hot(proposalIn, { unitId, proposalId }))

const proposalIn = defineHot((q, { proposals }, param: Params<{ unitId: string; proposalId: string }>) =>
  q
    .select()
    .from(proposals)
    .where(and(eq(proposals.id, param('proposalId')), eq(proposals.unitId, param('unitId')))),
)

/** Gives one version of a proposal. */
export const versionOf = async ({ tx, tables: { versions } }: Books, proposalId: string, version: number) =>
  onlyRow(
    await tx
      .select()
      .from(versions)
      .where(and(eq(versions.proposalId, proposalId), eq(versions.version, version))),
  )

/** Gives an amendment of this unit. */
export const amendmentOf = async ({ tx, tables: { amendments } }: Books, unitId: string, amendmentId: string) =>
  onlyRow(
    await tx
      .select()
      .from(amendments)
      .where(and(eq(amendments.id, amendmentId), eq(amendments.unitId, unitId))),
  )

/** Gives a vote of this unit. */
export const voteOf = async ({ tx, tables: { votes } }: Books, unitId: string, voteId: string) =>
  onlyRow(
    await tx
      .select()
      .from(votes)
      .where(and(eq(votes.id, voteId), eq(votes.unitId, unitId))),
  )

/** Gives the votes of a proposal that are open now, on itself or on an amendment. */
export const openVotesOf = ({ tx, tables: { votes } }: Books, proposalId: string) =>
  tx
    .select()
    .from(votes)
    .where(and(eq(votes.proposalId, proposalId), eq(votes.state, 'open')))

/** Gives the brief attached to a proposal, or undefined. */
export const briefOf = async ({ tx, tables: { briefs } }: Books, proposalId: string) =>
  (await tx.select().from(briefs).where(eq(briefs.proposalId, proposalId))).at(0)

/** Gives the people who hold a role in a unit now. */
export const holdersOf = async (
  { tx, tables: { seats } }: Books,
  unitId: string,
  role: 'member' | 'delegate' | 'office',
) =>
  (
    await tx
      .select({ personId: seats.personId })
      .from(seats)
      .where(and(eq(seats.unitId, unitId), eq(seats.role, role), isNull(seats.until)))
  ).map((row) => row.personId)

/** Gives the members who back a cause in a unit. */
export const backersOf = async ({ tx, tables: { backings } }: Books, unitId: string, cause: string) =>
  (
    await tx
      .select({ personId: backings.personId })
      .from(backings)
      .where(and(eq(backings.unitId, unitId), eq(backings.cause, cause)))
  ).map((row) => row.personId)

/** Gives the newest version of a proposal. */
export const newestVersionOf = async ({ tx, tables: { versions } }: Books, proposalId: string) =>
  onlyRow(
    await tx
      .select()
      .from(versions)
      .where(eq(versions.proposalId, proposalId))
      .orderBy(desc(versions.version))
      .limit(1),
  )
