import type { Kit } from '#db/columns.ts'

/** People and how they sign in: all of it changed on the private stream. */
export function people(c: Kit) {
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
