import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Each folder, and the folders it may import. Read from the top: a floor knows nothing of those below it in this list. */
const floors: Readonly<Record<string, readonly string[]>> = {
  figures: [],
  rules: ['figures'],
  db: ['rules', 'figures'],
  acts: ['db', 'rules', 'figures'],
  demo: ['rules', 'figures'],
  realtime: ['db', 'rules', 'figures'],
  app: ['rules', 'figures'],
}

/** Beyond the table: floors of which only types may be imported, and single files that are open to a floor. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  acts: [],
  demo: ['acts', 'db'],
  realtime: ['acts'],
  app: ['db', 'acts', 'realtime'],
}
const openFiles: Readonly<Record<string, readonly string[]>> = {
  app: ['realtime/client.ts', 'realtime/messages.ts'],
}
/** The browser's half of realtime knows the pure floors only. */
const pureFiles = ['realtime/client.ts', 'realtime/catch-up.ts', 'realtime/queue.ts', 'realtime/messages.ts']

/** What the pure floors may not touch: the clock, randomness, the environment, files, React. */
const impure = /\bfrom 'node:|\bfrom 'react|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(/

interface Import {
  readonly file: string
  readonly typeOnly: boolean
  readonly to: string
}

test('every import points to the same floor or one that it may know', () => {
  expect(sourceFiles().flatMap(importsOf).filter(isBreach).map(worded)).toEqual([])
})

test('the pure floors touch no clock, randomness, environment, files or React', () => {
  const touching = sourceFiles()
    .filter((file) => /^(figures|rules)\//.test(file))
    .filter((file) => impure.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
  expect(touching).toEqual([])
})

test('nobody imports the doorkeepers', () => {
  const keepers = ['server.ts', 'cli.ts', 'settings.ts']
  const importing = sourceFiles()
    .filter((file) => file.includes('/'))
    .flatMap(importsOf)
    .filter((each) => keepers.includes(each.to))
  expect(importing.map(worded)).toEqual([])
})

test('a planted breach is caught', () => {
  const planted: Import[] = [
    { file: 'figures/a.ts', typeOnly: false, to: 'rules/rule.ts' },
    { file: 'rules/a.ts', typeOnly: true, to: 'db/open.ts' },
    { file: 'app/a.tsx', typeOnly: false, to: 'db/open.ts' },
    { file: 'realtime/client.ts', typeOnly: false, to: 'db/open.ts' },
    { file: 'db/a.ts', typeOnly: false, to: 'acts/act.ts' },
  ]
  expect(planted.filter(isBreach)).toEqual(planted)
  expect(isBreach({ file: 'app/a.tsx', typeOnly: true, to: 'db/views/index.ts' })).toBe(false)
  expect(isBreach({ file: 'app/a.tsx', typeOnly: false, to: 'realtime/client.ts' })).toBe(false)
})

function isBreach({ file, typeOnly, to }: Import): boolean {
  const here = floorOf(file)
  const there = floorOf(to)
  if (here === there && !pureFiles.includes(file)) return false
  if (!(there in floors)) return false
  if (pureFiles.includes(file)) return !['rules', 'figures'].includes(there) && !pureFiles.includes(to) && !typeOnly
  if (floors[here]?.includes(there)) return false
  if (openFiles[here]?.includes(to)) return false
  return !(typeOnly && typesOf[here]?.includes(there))
}

const floorOf = (path: string) => path.split('/')[0] ?? ''
const worded = ({ file, to }: Import) => `${file} imports ${to}`

function sourceFiles(): string[] {
  return Object.keys(floors)
    .filter((floor) => existsSync(join(root, floor)))
    .flatMap((floor) => readdirSync(join(root, floor), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(\{[^}]*\}|[^'"{};]*)\s*(?:from\s*)?['"]([.#][^'"]+)['"]/gm,
  )
  const dynamic = text.matchAll(/\bimport\(\s*['"]([.#][^'"]+)['"]\s*\)/g)
  return [
    ...[...statements].map(([, type, names, from]) => ({
      file,
      typeOnly: type !== undefined || everyNameIsAType(names ?? ''),
      to: target(file, from ?? ''),
    })),
    ...[...dynamic].map(([, from]) => ({ file, typeOnly: false, to: target(file, from ?? '') })),
  ]
}

function everyNameIsAType(names: string): boolean {
  const listed = names
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return names.trim().startsWith('{') && listed.length > 0 && listed.every((name) => name.startsWith('type '))
}

const target = (file: string, from: string) =>
  from.startsWith('#') ? from.slice(1) : relative(root, resolve(root, dirname(file), from))
