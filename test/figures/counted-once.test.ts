import { expect, test } from 'vitest'
import { countedOnce } from '#figures/counted-once.ts'

const placements = [
  { unitId: 'riverside', parentId: 'bread' },
  { unitId: 'riverside', parentId: 'middle' },
  { unitId: 'market', parentId: 'bread' },
  { unitId: 'bread', parentId: 'federation' },
  { unitId: 'middle', parentId: 'federation' },
]

test('a unit that belongs to two larger ones is counted once, and neither of them beside it', () => {
  expect(countedOnce(['federation', 'bread', 'riverside', 'middle', 'market'], placements)).toEqual([
    'riverside',
    'market',
  ])
})

test('a larger unit is counted where nothing below it reports', () => {
  expect(countedOnce(['bread', 'middle'], placements)).toEqual(['bread', 'middle'])
})

test('a larger unit is left out even where only a unit far below it reports', () => {
  expect(countedOnce(['federation', 'market'], placements)).toEqual(['market'])
})
