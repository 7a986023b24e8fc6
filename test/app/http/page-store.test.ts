import { expect, test } from 'vitest'
import { openPageStore, type Page } from '#app/http/page-store.server.ts'

const page = (number: number, bytes = 1000): Page => ({
  number,
  goodUntilMs: 60_000,
  body: Buffer.alloc(bytes),
  etag: '"e"',
  policy: '',
})

test('a page is given while the record stands where it stood', () => {
  const store = openPageStore(100_000)
  store.keep('/', page(7))
  expect(store.get('/', 7, 0)).toBeDefined()
  expect(store.get('/', 8, 0)).toBeUndefined()
})

test('a page is given until the clock alone may have changed it', () => {
  const store = openPageStore(100_000)
  store.keep('/', page(7))
  expect(store.get('/', 7, 59_999)).toBeDefined()
  expect(store.get('/', 7, 60_000)).toBeUndefined()
})

test('what was asked for longest ago gives way', () => {
  const store = openPageStore(60_000)
  const keys = [...'abcdefgh']
  for (const key of keys) store.keep(key, page(1, 5000))
  store.get('a', 1, 0)
  store.keep('i', page(1, 5000))
  expect([...keys, 'i'].filter((key) => store.get(key, 1, 0)).join('')).toBe('acdefghi')
})

test('a page that would drive out most others is not kept, and the same address takes room once', () => {
  const store = openPageStore(100_000)
  store.keep('large', page(1, 20_000))
  expect(store.get('large', 1, 0)).toBeUndefined()
  for (let number = 0; number < 100; number++) store.keep('same', page(number))
  store.keep('other', page(99))
  expect(store.get('same', 99, 0)).toBeDefined()
})
