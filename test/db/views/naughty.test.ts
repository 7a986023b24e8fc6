import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { views } from '#db/views/index.ts'
import { isRefusal } from '#rules/refusal.ts'
import { dialects } from '#test/support/dialects.ts'
import { sharpValues, strangeWords } from '#test/support/naughty.ts'
import { stage } from '#test/support/stage.ts'

/** Texts and numbers as addresses bring them, beside the sharpest values of all. */
const asked: readonly unknown[] = [
  ...sharpValues,
  ...strangeWords,
  '9007199254740991',
  '9007199254740993',
  '-1',
  '1e9',
  '0x10',
  Number.MAX_SAFE_INTEGER,
  -1,
  2 ** 31,
  10_000,
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00.000Z',
  '9999',
  '0000-01',
  '%',
  '_',
  '\\',
  "a' OR '1'='1",
]

describe.each(dialects)('naughty questions (%s)', { timeout: 120_000 }, (dialect) => {
  test('every view answers them with an answer or a refusal, never with a fault', async () => {
    const { askAny, matters, actors, unitId } = await stage(dialect)
    const good: Readonly<Record<string, unknown>> = {
      unitId,
      proposalId: matters.open,
      voteId: matters.votes.open,
      id: 'bakery/output/bread/',
      stream: unitId,
      number: 1,
      after: 0,
      secret: 'a'.repeat(43),
      upload: '0'.repeat(64),
      skip: 0,
    }
    const faults: string[] = []
    let answered = 0
    const ask = async (name: string, input: object) => {
      const said = await askAny(name, input, actors.office).catch((thrown: unknown) => thrown)
      if (!(said instanceof Error)) answered += 1
      else if (!isRefusal(said)) faults.push(`${name} failed on ${JSON.stringify(input).slice(0, 200)}: ${said}`)
    }
    for (const view of views) {
      const schema = z.toJSONSchema(view.input, { io: 'input', unrepresentable: 'any' })
      const names = Object.keys(schema.properties ?? {})
      const known = Object.fromEntries(names.flatMap((name) => (name in good ? [[name, good[name]]] : [])))
      await ask(view.name, known)
      for (const name of names) for (const value of asked) await ask(view.name, { ...known, [name]: value })
    }
    expect(faults).toEqual([])
    expect(answered).toBeGreaterThan(views.length)
  })
})
