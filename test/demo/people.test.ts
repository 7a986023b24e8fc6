import { describe, expect, test } from 'vitest'
import { emptyUnits, foundingSeats, membersOf, people, samplePeople } from '#demo/people.ts'
import { referenceUnits } from '#demo/reference-words.ts'
import { units } from '#demo/units.ts'
import { PersonName } from '#rules/shapes/account.ts'
import { Id, Title } from '#rules/shapes/names.ts'

describe('the sample people', () => {
  test('are known by ids and names that people here may have, nobody twice', () => {
    for (const each of people) {
      expect(Id.safeParse(each.id).success).toBe(true)
      expect(PersonName.safeParse(each.name).success).toBe(true)
      if (each.sentence !== null) expect(Title.safeParse(each.sentence).success).toBe(true)
    }
    expect(new Set(people.map((each) => each.id)).size).toBe(people.length)
    expect(new Set(people.map((each) => each.name)).size).toBe(people.length)
  })

  test('sit in every unit: members, a delegate and an office, the delegate one of the members', () => {
    expect(emptyUnits()).toEqual([])
    for (const unit of units) {
      const seats = foundingSeats(unit.id)
      expect(new Set(seats.map((seat) => seat.role)), unit.id).toEqual(new Set(['member', 'delegate', 'office']))
      for (const seat of seats.filter((each) => each.role === 'delegate'))
        expect(membersOf(unit.id)).toContain(seat.personId)
    }
  })

  test('sit only in units that there are, and never in the office and the assembly of one unit', () => {
    const known = new Set([...units, ...referenceUnits].map((unit) => unit.id))
    for (const each of people)
      for (const seat of each.seats) {
        expect(known.has(seat.unitId), seat.unitId).toBe(true)
        if (seat.role === 'office') expect(membersOf(seat.unitId)).not.toContain(each.id)
      }
  })

  test('fill the assembly of Riverside Bakery with a dozen members', () => {
    expect(membersOf('riverside-bakery')).toHaveLength(12)
  })

  test('offer every role at the sign-in, and one of them sits in several units', () => {
    const roles = new Set(samplePeople.flatMap((each) => each.seats.map((seat) => seat.role)))
    expect(roles).toEqual(new Set(['member', 'delegate', 'office']))
    expect(samplePeople.some((each) => new Set(each.seats.map((seat) => seat.unitId)).size >= 3)).toBe(true)
  })
})
