import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#rules/standing.ts'
import { dialects } from '#test/support/dialects.ts'
import { actId, world } from '#test/support/world.ts'

const by = (actor: Actor) => ({ actor, actId: actId() })

describe.each(dialects)('seats that members give and take together (%s)', (dialect) => {
  test('a member is admitted as soon as enough members back it', async () => {
    const { perform, unitId, members, stranger, db } = await world(dialect)
    const admit = { unitId, cause: 'admit', personId: stranger.id } as const
    expect((await perform('seat.back', admit, by(members.ada))).result).toEqual({ done: false, backers: 1, needed: 2 })
    expect((await perform('seat.back', admit, by(members.ben))).result).toMatchObject({ done: true })
    const { seats, backings } = db.tables
    const held = await db.read
      .select({ role: seats.role })
      .from(seats)
      .where(and(eq(seats.unitId, unitId), eq(seats.personId, stranger.id), isNull(seats.until)))
    expect(held).toEqual([{ role: 'member' }])
    expect(await db.read.$count(backings)).toBe(0)
  })

  test('[S1] nobody is backed who is not known, or was erased', async () => {
    const { perform, unitId, members, stranger } = await world(dialect)
    const cause = { unitId, cause: 'admit' } as const
    const backing = perform('seat.back', { ...cause, personId: 'nobody' }, by(members.ada))
    await expect(backing).rejects.toMatchObject({ code: 'no-such-person' })
    await perform('account.erase-person', { password: '' }, by(stranger))
    const erased = perform('seat.back', { ...cause, personId: stranger.id }, by(members.ada))
    await expect(erased).rejects.toMatchObject({ code: 'no-such-person' })
  })

  test('[S2] nobody gets a seat that they hold', async () => {
    const { perform, unitId, members, delegate } = await world(dialect)
    const elect = perform('seat.back', { unitId, cause: 'elect', personId: delegate.id }, by(members.ada))
    await expect(elect).rejects.toMatchObject({ code: 'seat-already-held' })
  })

  test('[S3] only a seat that is held is taken away or given up', async () => {
    const { perform, unitId, members, office } = await world(dialect)
    const recall = perform('seat.back', { unitId, cause: 'recall', personId: members.ada.id }, by(members.ben))
    await expect(recall).rejects.toMatchObject({ code: 'seat-not-held' })
    const leave = perform('seat.leave', { unitId, role: 'delegate' }, by(office))
    await expect(leave).rejects.toMatchObject({ code: 'seat-not-held' })
  })

  test('[S4] a member backs the same cause once', async () => {
    const { perform, unitId, members, stranger } = await world(dialect)
    const admit = { unitId, cause: 'admit', personId: stranger.id } as const
    await perform('seat.back', admit, by(members.ada))
    await expect(perform('seat.back', admit, by(members.ada))).rejects.toMatchObject({ code: 'backed-already' })
  })

  test('[S5] delegates come from among the members', async () => {
    const { perform, unitId, members, stranger } = await world(dialect)
    const elect = perform('seat.back', { unitId, cause: 'elect', personId: stranger.id }, by(members.ada))
    await expect(elect).rejects.toMatchObject({ code: 'delegate-must-be-member' })
  })

  test('[W2] whoever is no member backs nothing', async () => {
    const { perform, unitId, office, stranger } = await world(dialect)
    for (const actor of [office, stranger]) {
      const admit = perform('seat.back', { unitId, cause: 'admit', personId: stranger.id }, by(actor))
      await expect(admit).rejects.toMatchObject({ code: 'not-a-member' })
    }
  })

  test('a backer who has left no longer counts', async () => {
    const { perform, unitId, members, stranger } = await world(dialect)
    const admit = { unitId, cause: 'admit', personId: stranger.id } as const
    await perform('seat.back', admit, by(members.ada))
    await perform('seat.leave', { unitId, role: 'member' }, by(members.ada))
    expect((await perform('seat.back', admit, by(members.ben))).result).toMatchObject({ done: false, backers: 1 })
  })
})
