import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'

/** Something whose hour has come: the clock performs it, and the act's own `when` sees to it that it is done once. */
export type Due =
  | { readonly act: 'vote.close'; readonly input: { readonly unitId: string; readonly voteId: string } }
  | { readonly act: 'seat.forget'; readonly input: { readonly unitId: string; readonly personId: string } }

/** Gives what the clock has to do now: votes past their hour, and seats of people who were erased. */
export async function dueNow(read: Reader, { votes, seats, persons }: Tables, now: string): Promise<Due[]> {
  const closing = await read
    .select({ unitId: votes.unitId, voteId: votes.id })
    .from(votes)
    .where(and(eq(votes.state, 'open'), lte(votes.closesAt, now)))
  const empty = await read
    .selectDistinct({ unitId: seats.unitId, personId: seats.personId })
    .from(seats)
    .innerJoin(persons, eq(persons.id, seats.personId))
    .where(and(isNull(seats.until), isNotNull(persons.erasedAt)))
  return [
    ...closing.map((input) => ({ act: 'vote.close' as const, input })),
    ...empty.map((input) => ({ act: 'seat.forget' as const, input })),
  ]
}
