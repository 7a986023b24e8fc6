import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circleOf, whenUnitMayBeFounded, whenUnitMayBePlaced } from '#rules/network.ts'
import { firstBroken } from '#rules/rule.ts'

const facts = { known: ['federation', 'bread'], taken: false, peopleMissing: 0 }
const founding = (over: Partial<typeof facts>, input: { id: string; parents: readonly string[] }) =>
  firstBroken(whenUnitMayBeFounded({ ...facts, ...over }, input))

describe('founding a unit', () => {
  test('goes through where name, parents and people are right', () => {
    expect(founding({}, { id: 'mill', parents: ['bread', 'federation'] })).toBeUndefined()
  })

  test('[N1] is refused under a short name that another unit or stream has', () => {
    expect(founding({}, { id: 'bread', parents: [] })).toMatchObject({
      code: 'unit-name-taken',
      values: { id: 'bread' },
    })
    expect(founding({ taken: true }, { id: 'private', parents: [] })).toMatchObject({ code: 'unit-name-taken' })
  })

  test('[N2] is refused under a larger unit that does not exist, which is named', () => {
    expect(founding({}, { id: 'mill', parents: ['bread', 'cotton'] })).toMatchObject({
      code: 'no-such-unit',
      values: { unit: 'cotton' },
    })
  })

  test('[N3] is refused where a founding seat goes to somebody who is not known', () => {
    expect(founding({ peopleMissing: 2 }, { id: 'mill', parents: [] })).toMatchObject({
      code: 'no-such-person',
      values: { missing: 2 },
    })
  })
})

const under = (unitId: string, parentId: string) => ({ unitId, parentId })

describe('placing a unit', () => {
  const placements = [under('bakery', 'bread'), under('bread', 'federation')]
  const known = ['bakery', 'bread', 'federation', 'coast']
  const placing = (unitId: string, parentId: string) =>
    firstBroken(whenUnitMayBePlaced({ known, placements }, { unitId, parentId }))

  test('puts it under a second larger unit', () => {
    expect(placing('bakery', 'coast')).toBeUndefined()
  })

  test('[N2] is refused where one of the two does not exist', () => {
    expect(placing('bakery', 'cotton')).toMatchObject({ code: 'no-such-unit' })
    expect(placing('mill', 'bread')).toMatchObject({ code: 'no-such-unit' })
  })

  test('[N4] is refused where a unit would belong to itself, and the way round is told', () => {
    expect(placing('federation', 'bakery')).toMatchObject({
      code: 'units-in-a-circle',
      values: { path: 'federation → bakery → bread → federation' },
    })
    expect(placing('bread', 'bread')).toMatchObject({ code: 'units-in-a-circle' })
  })

  test('[N4] never lets a circle arise, in whatever order units are placed', () => {
    const pair = fc.record({ unitId: fc.integer({ min: 0, max: 7 }), parentId: fc.integer({ min: 0, max: 7 }) })
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (wanted) => {
        const placed: { unitId: string; parentId: string }[] = []
        for (const { unitId, parentId } of wanted) {
          const added = under(String(unitId), String(parentId))
          if (circleOf(placed, added) === null) placed.push(added)
        }
        expect(placed.every(({ unitId }) => !reaches(placed, unitId, unitId))).toBe(true)
      }),
    )
  })
})

/** Whether one climbs from a unit to another one, slowly: by as many steps as there are placements. */
function reaches(placed: readonly { unitId: string; parentId: string }[], from: string, to: string): boolean {
  let here = new Set([from])
  for (let step = 0; step < placed.length; step++) {
    here = new Set(placed.filter(({ unitId }) => here.has(unitId)).map(({ parentId }) => parentId))
    if (here.has(to)) return true
  }
  return false
}
