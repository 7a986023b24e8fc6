import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { performDue } from '#acts/clock.ts'
import { callerBySession, callerByToken } from '#db/views/actor.ts'
import { secretHash, waitsUntil } from '#rules/account.ts'
import { operator, visitor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, house, world } from '#test/support/world.ts'

const password = 'correct horse battery'
const by = (actor: { id: string; kind: 'person' | 'visitor' | 'operator' | 'clock' }) => ({ actor, actId: actId() })

describe.each(dialects)('accounts (%s)', (dialect) => {
  test('[G4] [G5] the first person founds with the printed token, once', async () => {
    const { perform } = await house(dialect)
    const first = await perform('account.offer-founding', {}, by(operator))
    const { result } = await perform('account.offer-founding', {}, by(operator))
    const ada = { name: 'Ada', signInName: 'Ada', password }
    const found = (token: string) => perform('account.found', { token, ...ada }, by(visitor))
    await expect(found(first.result.token)).rejects.toMatchObject({ code: 'founding-token-wrong' })
    const founded = await found(result.token)
    expect(founded.result.session).toBeTruthy()
    await expect(found(result.token)).rejects.toMatchObject({ code: 'already-founded' })
    await expect(perform('account.offer-founding', {}, by(operator))).rejects.toMatchObject({ code: 'already-founded' })
  })

  test('[G3] a member invites, the invited person registers and takes a seat; the link works once', async () => {
    const { perform, unitId, members, stranger, later, db } = await world(dialect)
    await expect(perform('invitation.make', { unitId }, by(stranger))).rejects.toMatchObject({ code: 'not-a-member' })
    const { result } = await perform('invitation.make', { unitId }, by(members.ada))
    const { invitation } = result
    const register = (name: string) =>
      perform('account.register', { invitation, name, signInName: name, password }, by(visitor))
    const { result: joined } = await register('Fay')
    expect(joined.unitId).toBe(unitId)
    const fay = { id: joined.personId, kind: 'person' as const }
    const seat = await perform('seat.take', { unitId }, by(fay))
    expect(seat.result).toMatchObject({ backers: 1, needed: 2 })
    await expect(register('Gus')).rejects.toMatchObject({ code: 'invitation-not-open' })
    const late = await perform('invitation.make', { unitId }, by(members.ada))
    later(15 * 24 * 60)
    const tooLate = { invitation: late.result.invitation, name: 'Gus', signInName: 'Gus', password }
    await expect(perform('account.register', tooLate, by(visitor))).rejects.toMatchObject({
      code: 'invitation-not-open',
    })
    const kept = await db.read.select().from(db.tables.invitations)
    expect(JSON.stringify(kept)).not.toContain(invitation)
  })

  test('[G2] two people cannot sign in by the same name, however it is written', async () => {
    const { account, perform, unitId, members } = await withAccount(dialect)
    const { result } = await perform('invitation.make', { unitId }, by(members.ada))
    const same = {
      invitation: result.invitation,
      name: 'Other',
      signInName: ` ${account.signInName.toUpperCase()} `,
      password,
    }
    await expect(perform('account.register', same, by(visitor))).rejects.toMatchObject({ code: 'sign-in-name-taken' })
  })

  test('[G1] wrong passwords are counted in the record though refused, and the wait grows and ends', async () => {
    const { account, perform, db, later } = await withAccount(dialect)
    const signIn = (typed: string) =>
      perform('account.sign-in', { signInName: account.signInName, password: typed }, by(visitor))
    for (const _ of Array(5)) await expect(signIn('wrong')).rejects.toMatchObject({ code: 'wrong-name-or-password' })
    const counted = db.read.$count(db.tables.entries, eq(db.tables.entries.act, 'account.sign-in'))
    expect(await counted).toBe(5)
    await expect(signIn(password)).rejects.toMatchObject({ code: 'too-many-attempts', values: { seconds: 5 } })
    later(1)
    await expect(signIn('wrong')).rejects.toMatchObject({ code: 'wrong-name-or-password' })
    await expect(signIn(password)).rejects.toMatchObject({ code: 'too-many-attempts', values: { seconds: 10 } })
    later(1)
    expect((await signIn(password)).result?.personId).toBe(account.personId)
    await expect(signIn('wrong')).rejects.toMatchObject({ code: 'wrong-name-or-password' })
    expect((await signIn(password)).result?.personId).toBe(account.personId)
  })

  test('[G1] a hundred guesses at once are no more than five looked at', async () => {
    const { account, perform } = await withAccount(dialect)
    const guesses = Array.from({ length: 40 }, (_, n) =>
      perform('account.sign-in', { signInName: account.signInName, password: `guess ${n}` }, by(visitor)).catch(
        (refusal) => refusal.code,
      ),
    )
    const codes = await Promise.all(guesses)
    expect(codes.filter((code) => code === 'wrong-name-or-password')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(35)
  })

  test('a session ends by signing out, everywhere, by a changed password, and by its date', async () => {
    const { account, perform, db, time, later } = await withAccount(dialect)
    const person = { id: account.personId, kind: 'person' as const }
    const session = async () =>
      (await perform('account.sign-in', { signInName: account.signInName, password }, by(visitor))).result?.session ??
      ''
    const good = async (secret: string) => (await callerBySession(db.read, secret, time.now.toISOString())) !== null
    const [one, two, three] = [await session(), await session(), await session()]
    await perform('account.sign-out', { session: secretHash(one) }, by(person))
    expect(await Promise.all([one, two, three].map(good))).toEqual([false, true, true])
    const change = { current: password, password: 'another long one', session: secretHash(two) }
    await perform('account.change-password', change, by(person))
    expect(await Promise.all([two, three].map(good))).toEqual([true, false])
    await perform('account.sign-out-everywhere', {}, by(person))
    expect(await good(two)).toBe(false)
    const again = { signInName: account.signInName, password: 'another long one' }
    const { result } = await perform('account.sign-in', again, by(visitor))
    later(30 * 24 * 60 + 1)
    expect(await good(result?.session ?? '')).toBe(false)
  })

  test('a token is kept as a hash, ends by its date, and only its owner revokes it', async () => {
    const { account, perform, db, time, later, members } = await withAccount(dialect)
    const person = { id: account.personId, kind: 'person' as const }
    const make = async () =>
      (await perform('account.make-token', { name: 'mine', scope: 'read', days: 2 }, by(person))).result
    const [one, two] = [await make(), await make()]
    const caller = (token: string) => callerByToken(db.read, token, time.now.toISOString())
    expect(await caller(one.token)).toMatchObject({ scope: 'read', actor: { id: person.id } })
    expect(JSON.stringify(await db.read.select().from(db.tables.tokens))).not.toContain(one.token)
    await expect(perform('account.revoke-token', { tokenId: one.tokenId }, by(members.ada))).rejects.toMatchObject({
      kind: 'missing',
    })
    await perform('account.revoke-token', { tokenId: one.tokenId }, by(person))
    expect(await caller(one.token)).toBeNull()
    later(2 * 24 * 60 + 1)
    expect(await caller(two.token)).toBeNull()
  })

  test('a repetition of an act whose answer holds a secret says only that it was done', async () => {
    const { account, perform } = await withAccount(dialect)
    const key = by({ id: account.personId, kind: 'person' })
    const input = { name: 'mine', scope: 'read', days: 2 } as const
    const first = await perform('account.make-token', input, key)
    const second = await perform('account.make-token', input, key)
    expect(first.result.token).toMatch(/^ngt_/)
    expect(second).toMatchObject({ result: null, repeated: true, number: first.number })
  })

  test('[G9] a sample person has no password to change', async () => {
    const { perform, members } = await world(dialect)
    const change = { current: 'x', password: 'a long enough one', session: secretHash('none') }
    await expect(perform('account.change-password', change, by(members.ada))).rejects.toMatchObject({
      code: 'no-password-here',
    })
  })

  test('[G8] the operator’s link lets a person choose a password anew, once, and ends everything else', async () => {
    const { account, perform, db, time, members } = await withAccount(dialect)
    const { signInName, personId } = account
    await expect(perform('account.recover', { signInName }, by(members.ada))).rejects.toMatchObject({
      code: 'only-the-operator',
    })
    const { result } = await perform('account.recover', { signInName }, by(operator))
    const use = () =>
      perform('account.use-recovery', { recovery: result.recovery, password: 'a third long one' }, by(visitor))
    const recovered = await use()
    expect(recovered.result.personId).toBe(personId)
    await expect(use()).rejects.toMatchObject({ code: 'recovery-not-open' })
    const now = time.now.toISOString()
    expect(await callerBySession(db.read, account.session, now)).toBeNull()
    expect(await callerBySession(db.read, recovered.result.session, now)).not.toBeNull()
    await expect(perform('account.sign-in', { signInName, password }, by(visitor))).rejects.toMatchObject({
      code: 'wrong-name-or-password',
    })
  })

  test('[G6] [G7] sample people are entered in a demonstration only, and nobody founds one', async () => {
    const { perform } = await house(dialect)
    const mira = { people: [{ id: 'mira', name: 'Mira', sentence: 'Mira, baker' }] }
    await expect(perform('demonstration.people', mira, by(operator))).rejects.toMatchObject({
      code: 'not-a-demonstration',
    })
    await perform('demonstration.begin', {}, by(operator))
    await expect(perform('account.offer-founding', {}, by(operator))).rejects.toMatchObject({
      code: 'is-a-demonstration',
    })
    await perform('demonstration.people', mira, by(operator))
    const { result } = await perform('account.enter-as', { personId: 'mira' }, by(visitor))
    expect(result.session).toBeTruthy()
    const { perform: elsewhere, members } = await world(dialect)
    await expect(elsewhere('account.enter-as', { personId: members.ada.id }, by(visitor))).rejects.toMatchObject({
      code: 'not-a-demonstration',
    })
  })

  test('[G11] erasing a person takes name, account and words in all streams; the record says so and seats fall empty', async () => {
    const { perform, performAny, unitId, members, db, time, open } = await world(dialect)
    const proposalId = await open({
      title: 'More bread',
      blocks: [{ id: 'why', text: 'Because.' }],
      lines: [],
    }).catch(() => null)
    if (proposalId)
      await perform(
        'statement.make',
        { unitId, proposalId, kind: 'statement', anchor: { kind: 'proposal' }, replyTo: null, text: 'I say so.' },
        by(members.ben),
      )
    const erased = await perform('account.erase-person', { password: '' }, by(members.ben))
    expect(erased).toMatchObject({ stream: 'network', result: { dropped: proposalId ? 1 : 0 } })
    const [person] = await db.read.select().from(db.tables.persons).where(eq(db.tables.persons.id, members.ben.id))
    expect(person).toMatchObject({ name: null, erasedAt: time.now.toISOString() })
    expect(JSON.stringify(await db.read.select().from(db.tables.withheld))).not.toContain('I say so.')
    const clock = () => time.now
    const fault = (thrown: unknown) => {
      throw thrown
    }
    await Promise.all([1, 2].map(() => performDue({ db, performAny, clock, onFault: fault })))
    const left = await db.read.$count(db.tables.entries, eq(db.tables.entries.act, 'seat.forget'))
    expect(left).toBe(1)
    await expect(perform('invitation.make', { unitId }, by(members.ben))).rejects.toMatchObject({
      code: 'not-a-member',
    })
  })
})

test('[G1] the wait is free for four wrong passwords, then doubles up to a quarter of an hour', () => {
  const now = '2026-11-02T09:00:00.000Z'
  const waits = [1, 4, 5, 6, 7, 12, 13, 1000].map(
    (wrong) => (Date.parse(waitsUntil(wrong, now)) - Date.parse(now)) / 1000,
  )
  expect(waits).toEqual([0, 0, 5, 10, 20, 640, 900, 900])
})

async function withAccount(dialect: (typeof dialects)[number]) {
  const own = await world(dialect)
  const { perform, unitId, members } = own
  const { result } = await perform('invitation.make', { unitId }, by(members.ada))
  const signInName = 'Fay'
  const registered = await perform(
    'account.register',
    { invitation: result.invitation, name: 'Fay', signInName, password },
    by(visitor),
  )
  const { personId, session } = registered.result
  return { ...own, account: { signInName, personId, session } }
}
