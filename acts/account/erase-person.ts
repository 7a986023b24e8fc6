import { and, eq, exists, notLike, sql } from 'drizzle-orm'
import { z } from 'zod'
import { countWrong, settleAttempt, tryPassword } from '#acts/account/attempt.ts'
import { foldedNameOf } from '#acts/account/own.ts'
import { endSessions, revokeTokens } from '#acts/account/session.ts'
import { defineAct, type Outcome } from '#acts/act.ts'
import { attemptsAreFree } from '#rules/account.ts'
import { networkStream, privateStream } from '#rules/entry.ts'
import { Refusal } from '#rules/refusal.ts'

/**
 * Erases oneself: the name, the account, sessions and tokens, and every word one has said, in all streams at once.
 * The chains hold: entries carry an id and commitments only. A choice in a vote stays, by id, so that counts can be
 * repeated. The public record says that it was done and how many values it took; the clock then empties the person's
 * seats in each unit's own record (`seat.forget`).
 * Refuses: `wrong-name-or-password`, counted on the private stream, for the public record tells nothing of passwords;
 * `too-many-attempts`.
 */
export const erasePerson = defineAct({
  name: 'account.erase-person',
  does: 'Erases oneself: name, account and all that one has said; entries, ids and counted votes stay.',
  input: z.object({ password: z.string().max(200) }),
  body: () => ({}),
  secret: ['password'],
  prepare: async ({ input, actor, ...given }) =>
    tryPassword(given, await foldedNameOf({ ...given, tx: given.read }, actor.id), input.password),
  stream: (_, tried) => (tried.fits || tried.foldedName === '' ? networkStream : privateStream),
  load: (given) => settleAttempt(given),
  who: () => [],
  when: ({ facts, now }) => [attemptsAreFree(facts.until, now)],
  apply: async (given): Promise<Outcome<{ dropped: number }>> => {
    const { tx, tables, actor, facts, now } = given
    // A sample person has no password; everybody else proves that it is they.
    if (facts.personId !== null && !facts.right) {
      // Where the password was changed only just now, this is the public stream: nothing is kept.
      if (given.stream !== privateStream) throw new Refusal('who', 'wrong-name-or-password')
      return { result: { dropped: 0 }, ...(await countWrong(given)) }
    }
    const { persons, accounts, withheld, entries, marks } = tables
    await tx.update(persons).set({ name: null, erasedAt: now }).where(eq(persons.id, actor.id))
    await tx.delete(accounts).where(eq(accounts.personId, actor.id))
    await tx.delete(marks).where(eq(marks.name, `sample:${actor.id}`))
    await endSessions(given, actor.id, null)
    await revokeTokens(given, actor.id)
    const theirs = tx
      .select({ one: sql`1` })
      .from(entries)
      .where(
        and(
          eq(entries.stream, withheld.stream),
          eq(entries.number, withheld.number),
          eq(entries.actor, actor.id),
          notLike(entries.act, 'vote.%'),
        ),
      )
    const dropped = await tx.delete(withheld).where(exists(theirs)).returning({ number: withheld.number })
    return {
      result: { dropped: dropped.length },
      matter: actor.id,
      events: [{ kind: 'person.erased', personId: actor.id, dropped: dropped.length }],
    }
  },
})
