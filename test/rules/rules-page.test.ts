import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hasWords } from '#rules/words/say.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const filesIn = (folder: string, kinds: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => kinds.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))

/** A rule as the page or the code names it: "V1 vote-is-closed". */
const named = (texts: readonly string[], form: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(form)].map(([, id, code]) => `${id} ${code}`)).sort()

const onPage = named(
  [readFileSync(join(root, 'rules/RULES.md'), 'utf8')],
  /^- \*\*([A-Z]+\d+)\*\* `([a-z0-9-]+)` \S.*\.$/gm,
)
const inCode = named(filesIn('rules', /\.tsx?$/), /\brule\(\s*['"]([A-Z]+\d+)['"],\s*['"]([a-z0-9-]+)['"]/g)
/** Titles carry ids in front, one or several: '[V1] …', '[A1] [A4] …'. */
const inTitles = new Set(
  filesIn('test', /\.test\.tsx?$/)
    .flatMap((text) => [...text.matchAll(/['"`]((?:\[[A-Z]+\d+\] ?)+)/g)])
    .flatMap(([, ids = '']) => ids.match(/[A-Z]+\d+/g) ?? []),
)
const idOf = (name: string) => name.split(' ')[0] ?? ''

describe('the page of rules', () => {
  test('has a sentence for every rule in the code, under the same id and code, and none for what is not there', () => {
    expect(inCode.length).toBeGreaterThan(0)
    expect(onPage).toEqual(inCode)
  })

  test('uses no id twice', () => {
    const ids = onPage.map(idOf)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('names no rule without a test', () => {
    expect(onPage.map(idOf).filter((id) => !inTitles.has(id))).toEqual([])
  })

  test('has every id that a test names', () => {
    const known = new Set(onPage.map(idOf))
    expect([...inTitles].filter((id) => !known.has(id))).toEqual([])
  })

  test('leads to words for every refusal', () => {
    expect(onPage.map((name) => name.split(' ')[1] ?? '').filter((code) => !hasWords(code))).toEqual([])
  })
})
