import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acts } from '#acts/index.ts'
import { exportLines } from '#db/views/export.ts'
import { statementsOf } from '#db/views/proposal/discussion.ts'
import { isRefusal } from '#rules/refusal.ts'
import { dialects } from '#test/support/dialects.ts'
import { naughtyValues, sharpValues, strangeWords } from '#test/support/naughty.ts'
import { openRehearsal } from '#test/support/rehearse.ts'
import { type Stage, stage } from '#test/support/stage.ts'
import { wholeDatabase } from '#test/support/whole.ts'
import { actId } from '#test/support/world.ts'

const seed = 20_261_102
/** A good input with one thing in it replaced, left out or added; or something else altogether. */
const spoilt = (good: object): fc.Arbitrary<unknown> => {
  const naughty = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...naughtyValues) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  )
  const places = pathsIn(good, [])
  const lists = places.filter((path) => Array.isArray(at(good, path)))
  const extra = fc.constantFrom('__proto__', 'constructor', 'unitId', 'id', 'toJSON', 'actId', 'x'.repeat(5000))
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.constantFrom(...places), naughty).map(([path, value]) => put(good, path, value)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...places).map((path) => put(good, path, undefined)) },
    { weight: 1, arbitrary: fc.tuple(extra, naughty).map(([name, value]) => put(good, [name], value)) },
    { weight: 1, arbitrary: naughty },
    ...(lists.length === 0
      ? []
      : [{ weight: 2, arbitrary: fc.constantFrom(...lists).map((path) => put(good, path, twice(at(good, path)))) }]),
  )
}

/** A good input with each thing in it, in turn, replaced by each of the sharpest values. */
const spoiltThroughout = (good: object): unknown[] =>
  pathsIn(good, []).flatMap((path) => sharpValues.map((value) => put(good, path, value)))

type Path = readonly string[]

function pathsIn(value: unknown, here: Path): Path[] {
  if (value === null || typeof value !== 'object') return [here]
  const inner = Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...here, name]))
  return here.length === 0 ? (inner.length > 0 ? inner : [['nothing']]) : [here, ...inner]
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value)

/** Whatever is in a list, once more. */
const twice = (list: unknown): unknown => (Array.isArray(list) ? [...list, ...list] : list)

/** A copy with one place set; names such as `__proto__` become properties of its own. */
function put(value: unknown, [name, ...rest]: Path, to: unknown): unknown {
  if (name === undefined) return to
  const copy: object = Array.isArray(value) ? [...value] : { ...(value as object) }
  const inner = put((value as Record<string, unknown>)[name], rest, to)
  return Object.defineProperty(copy, name, { value: inner, enumerable: true, configurable: true, writable: true })
}

/** Acts that hash a password, slow on purpose. */
const hashing = new Set([
  'account.found',
  'account.register',
  'account.sign-in',
  'account.change-password',
  'account.use-recovery',
])
/** Refused, and yet kept on purpose: a wrong password is counted. */
const kept = 'wrong-name-or-password'

/**
 * Tries each act on the same house: whatever is done is taken back, and what was refused is asked for once more in earnest.
 * Gives: how often something was done and refused, and the faults.
 */
async function fuzz(own: Stage, runs: number) {
  const { performAny, db, inputs, doers, time } = own
  const came = { done: 0, refused: 0, faults: [] as string[] }
  const rehearse = openRehearsal(
    db,
    () => time.now,
    async () => null,
  )
  for (const { name } of acts) {
    const good = inputs[name](doers[name])
    const cases = [
      ...spoiltThroughout(good),
      ...fc.sample(spoilt(good), { seed, numRuns: hashing.has(name) ? runs / 4 : runs }),
    ]
    let whole = await wholeDatabase(db)
    for (const input of cases) {
      const by = { actor: doers[name], actId: actId() }
      const said = await outcomeOf(rehearse(name, input, by).performed)
      came[said === null ? 'done' : 'refused'] += 1
      if (said === null) continue
      if (!isRefusal(said)) {
        came.faults.push(`${name} failed on ${shown(input)}: ${said}`)
        continue
      }
      const { kind, code } = said
      expect(await outcomeOf(performAny(name, input, by)), shown(input)).toMatchObject({ kind, code })
      if (code === kept) whole = await wholeDatabase(db)
    }
    expect(await wholeDatabase(db), `${name} was refused, and yet left something behind`).toBe(whole)
  }
  return came
}

const outcomeOf = (performed: Promise<unknown>): Promise<unknown> =>
  performed.then(
    () => null,
    (thrown: unknown) => thrown,
  )

const shown = (input: unknown): string => (JSON.stringify(input) ?? String(input)).slice(0, 300)

describe.each(dialects)('naughty input (%s)', { timeout: 120_000 }, (dialect) => {
  test('every act answers it with a refusal or a result, never with a fault, and a refusal leaves nothing behind', async () => {
    const own = await stage(dialect)
    const came = await fuzz(own, dialect === 'sqlite' ? 40 : 12)
    expect(came.faults).toEqual([])
    expect(came.refused).toBeGreaterThan(came.done)
    expect(came.done).toBeGreaterThan(0)
    expect(own.faults).toEqual([])
  })

  test('strange words that are words come back exactly: from the table, from a repetition, and from the export', async () => {
    const { perform, db, inputs, actors, matters } = await stage(dialect)
    const good = inputs['statement.make'](actors.member)
    const said = []
    for (const text of strangeWords) {
      const key = { actor: actors.member, actId: actId() }
      const { result } = await perform('statement.make', { ...good, text }, key)
      expect(await perform('statement.make', { ...good, text }, key)).toMatchObject({ result, repeated: true })
      said.push({ id: result.statementId, text: text.trim() })
    }
    const told = new Map((await statementsOf(db.read, db.tables, matters.open)).map(({ id, text }) => [id, text]))
    expect(said.map(({ id }) => told.get(id))).toEqual(said.map(({ text }) => text))
    const opened = new Set<string>()
    for await (const line of exportLines(db)) {
      const read = JSON.parse(line) as { kind: string; name?: string; value?: string }
      if (read.kind === 'opened' && read.name === 'text') opened.add(read.value ?? '')
    }
    for (const { text } of said) expect(opened).toContain(text)
  })

  test('an act’s name and id are data too', async () => {
    const { performAny, inputs, actors, db } = await stage(dialect)
    const before = await wholeDatabase(db)
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      '',
      'vote.cast ',
      'VOTE.CAST',
      '\0',
      'x'.repeat(100_000),
    ])
      await expect(performAny(name, {}, { actor: actors.member, actId: actId() })).rejects.toMatchObject({
        kind: 'missing',
        code: 'unknown-act',
      })
    expect(await wholeDatabase(db)).toBe(before)
    const input = inputs['statement.make'](actors.member)
    for (const strange of ['__proto__', "'; DROP TABLE performed; --", '👩‍👩‍👧', 'x'.repeat(100)])
      for (const repeated of [false, true])
        await expect(
          performAny('statement.make', input, { actor: actors.member, actId: strange }),
        ).resolves.toMatchObject({
          repeated,
        })
  })

  test('[G12] a list that names somebody twice, or somebody who is here, is refused', async () => {
    const { performAny, inputs, doers, actors } = await stage(dialect)
    const found = inputs['unit.found'](doers['unit.found'])
    const twiceSeated = { ...found, seats: [...found.seats, ...found.seats] }
    const by = (actor: typeof actors.member) => ({ actor, actId: actId() })
    await expect(performAny('unit.found', twiceSeated, by(doers['unit.found']))).rejects.toMatchObject({
      kind: 'input',
      fields: { seats: { code: 'named-twice' } },
    })
    const people = [{ id: actors.member.id, name: 'Somebody else', sentence: null }]
    await expect(performAny('demonstration.people', { people }, by(actors.operator))).rejects.toMatchObject({
      kind: 'when',
      code: 'people-here-already',
    })
  })
})
