import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Db, openDb } from '#db/open.ts'
import { exportLines } from '#db/views/export.ts'
import { textHash } from '#rules/entry.ts'
import { recountExport } from '#rules/recount/recount.ts'
import { tellReport } from '#rules/recount/tell.ts'
import { dialects, makePlace, openDialect } from '#test/support/dialects.ts'
import { type Forged, forge } from '#test/support/forge.ts'
import { keepSmallRecord } from '#test/support/small-record.ts'

const utf8 = new TextEncoder()

async function exportOf(db: Db): Promise<string> {
  let whole = ''
  for await (const line of exportLines(db)) whole += line
  return whole
}

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

const recount = (text: string | Uint8Array) =>
  recountExport(inChunks(typeof text === 'string' ? utf8.encode(text) : text, 4096))

const codes = async (text: string) => (await recount(text)).faults.map((fault) => fault.code)

/** One export, read many times. */
let sound = ''
beforeAll(async () => {
  const { where, remove } = await makePlace('sqlite')
  const db = await openDb(where)
  await keepSmallRecord(db)
  sound = await exportOf(db)
  await db.close()
  await remove()
})

describe.each(dialects)('an export (%s)', (dialect) => {
  test('is read again without a fault, and is the same from both databases', async () => {
    const db = await openDialect(dialect)
    await keepSmallRecord(db)
    const text = await exportOf(db)
    const report = await recount(text)
    expect(report.faults).toEqual([])
    expect(Object.fromEntries(report.checked.map(({ what, count }) => [what, count]))).toMatchObject({
      'checked-streams': 2,
      'checked-opened': 4,
      // One replaced ballot, and one in a vote that is still open.
      'checked-not-given': 2,
      'checked-versions': 2,
      'checked-ballots': 2,
      'checked-votes': 1,
      'checked-open-votes': 1,
      'checked-minutes': 1,
      'checked-plan-lines': 1,
      'checked-frozen-figures': 6,
      'checked-consequences': 3,
      'checked-batches': 2,
      'checked-observations': 3,
    })
    expect(text).toBe(sound)
  })

  test('holds no private entry, no sealed choice, no secret mark', async () => {
    const db = await openDialect(dialect)
    await keepSmallRecord(db)
    const text = await exportOf(db)
    const sealed = await db.read.select().from(db.tables.withheld).where(eq(db.tables.withheld.sight, 'sealed'))
    expect(sealed).toHaveLength(2)
    for (const { salt } of sealed) expect(text).not.toContain(salt)
    expect(text).not.toContain('account.')
    expect(text).not.toContain('hash of a secret')
  })

  test('still fits when a person is erased: their words are gone, the chain holds', async () => {
    const db = await openDialect(dialect)
    await keepSmallRecord(db)
    const { withheld } = db.tables
    await db.transaction((tx) => tx.delete(withheld).where(eq(withheld.name, 'text')))
    const text = await exportOf(db)
    expect(text).not.toContain('Words of')
    const report = await recount(text)
    expect(report.faults).toEqual([])
    expect(report.checked).toContainEqual({ what: 'checked-not-given', count: 4 })
    expect(report.heads).toEqual((await recount(sound)).heads)
  })

  test('is of one moment, whatever is written while it is read', async () => {
    const db = await openDialect(dialect)
    await keepSmallRecord(db)
    const lines = exportLines(db)
    let text = String((await lines.next()).value)
    await db.transaction((tx) => tx.update(db.tables.streams).set({ number: 99, head: 'f'.repeat(64) }))
    for await (const line of lines) text += line
    expect(text).toBe(sound)
  })
})

test('reading may stop in the middle, and the database is free again', async () => {
  const { where, remove } = await makePlace('sqlite')
  const db = await openDb(where)
  await keepSmallRecord(db)
  for await (const line of exportLines(db)) if (line.includes('"entry"')) break
  await db.close()
  await remove()
})

describe('whoever alters an export is found', () => {
  test('a byte flipped anywhere', async () => {
    const bytes = utf8.encode(sound)
    const altered = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(altered, async ([at, by]) => {
        const copy = bytes.slice()
        copy[at] = (copy[at] ?? 0) ^ by
        const { faults } = await recount(copy)
        const line = utf8LineOf(bytes, at)
        expect(faults.length).toBeGreaterThan(0)
        // Named: a fault stands at the altered line or right after it, or the last line's own statements no longer fit.
        expect(faults.some((fault) => fault.line >= line && fault.line <= line + 1)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('a tail lost at any place', async () => {
    const bytes = utf8.encode(sound)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (kept) => {
        expect((await recount(bytes.slice(0, kept))).faultCount).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  test('any line lost, doubled or exchanged with the next', async () => {
    const lines = sound.trimEnd().split('\n')
    for (const [at, line] of lines.entries()) {
      const lost = lines.toSpliced(at, 1)
      const doubled = lines.toSpliced(at, 0, line)
      for (const copy of [lost, doubled]) expect(await codes(`${copy.join('\n')}\n`)).not.toEqual([])
      const next = lines[at + 1]
      if (next !== undefined) expect(await codes(`${lines.toSpliced(at, 2, next, line).join('\n')}\n`)).not.toEqual([])
    }
  })

  test('an altered line is named by its successor', async () => {
    const at = sound.split('\n').findIndex((line) => line.includes('"pictogram":"sack"'))
    const { faults } = await recount(sound.replace('"pictogram":"sack"', '"pictogram":"boat"'))
    expect(faults[0]).toEqual({ line: at + 2, code: 'fault-digest', values: { before: at + 1 } })
  })

  test('something added after the end', async () => {
    expect(await codes(`${sound}{}\n`)).toEqual(['fault-after-end'])
  })
})

/** Forgers who also write every hash, chain, count and digest anew: what they say of the matter no longer fits itself. */
const forgeries: readonly (readonly [string, string, (record: Forged) => void])[] = [
  [
    'a stuffed result',
    'fault-result',
    ({ event, row }) => {
      event('vote.closed').result = { ...(event('vote.closed').result as object), yes: 3 }
      row('votes', 'v1').result = null
    },
  ],
  [
    'another choice in the closing entry',
    'fault-ballot-commitment',
    ({ event }) => {
      ballots(event('vote.closed'))[0] = { ...ballots(event('vote.closed'))[0], choice: 'no' }
    },
  ],
  ['a ballot left out', 'fault-ballot-lost', ({ event }) => void ballots(event('vote.closed')).pop()],
  [
    'a member’s earlier ballot counted',
    'fault-ballot-not-last',
    ({ event }) => {
      const [first] = ballots(event('vote.closed'))
      if (first) first.number = Number(first.number) - 2
    },
  ],
  [
    'a ballot counted twice',
    'fault-ballot-not-last',
    ({ event }) => {
      const all = ballots(event('vote.closed'))
      all.push({ ...all[0] })
    },
  ],
  [
    'a stranger’s ballot',
    'fault-ballot-not-entitled',
    ({ event, entry }) => {
      event('vote.cast').personId = 'eve'
      entry('vote.cast').actor = 'eve'
    },
  ],
  ['a smaller electorate', 'fault-electorate', ({ removeRow }) => removeRow('electorate')],
  [
    'another rule in the row',
    'fault-manifest-differs',
    ({ row }) => {
      row('votes', 'v1').rule = { ...(row('votes', 'v1').rule as object), strict: false }
    },
  ],
  [
    'another manifest',
    'fault-manifest',
    ({ row }) => {
      row('votes', 'v1').manifest = String(row('votes', 'v1').manifest).replace('"strict":true', '"strict":false')
    },
  ],
  [
    'another frozen brief',
    'fault-frozen',
    ({ row }) => {
      row('votes', 'v1').frozen = '{}'
    },
  ],
  ['a vote that vanished', 'fault-row-missing', ({ removeRow }) => removeRow('votes')],
  [
    'another minute',
    'fault-minute',
    ({ row }) => {
      row('minutes', 'p1').text = '{}'
    },
  ],
  [
    'a plan line with another amount',
    'fault-plan-line-differs',
    ({ row }) => {
      row('planLines', 'l1').amount = '45'
    },
  ],
  [
    'an entry with another amount than was adopted',
    'fault-plan-line-differs',
    ({ event }) => {
      event('plan-line.entered').line = { ...(event('plan-line.entered').line as object), amount: '45' }
    },
  ],
  [
    'a plan line from a vote on something else',
    'fault-plan-line-undecided',
    ({ event }) => {
      event('plan-line.entered').voteId = 'v2'
    },
  ],
  [
    'another context',
    'fault-context-hash',
    ({ row }) => {
      row('planLines', 'l1').context = String(row('planLines', 'l1').context).replace('"39"', '"38"')
    },
  ],
  [
    'consequences made smaller',
    'fault-consequences',
    ({ row, event }) => {
      const line = row('planLines', 'l1')
      line.context = String(line.context).replace(/"hours":\{"direct":[\d.]+/, '"hours":{"direct":1')
      line.contextHash = textHash(line.context as string)
      event('plan-line.entered').contextHash = line.contextHash
    },
  ],
  [
    'a frozen figure that the books do not hold',
    'fault-frozen-figure',
    ({ row, event }) => {
      const line = row('planLines', 'l1')
      line.context = String(line.context).replace('"value":"39"', '"value":"38"')
      line.contextHash = textHash(line.context as string)
      event('plan-line.entered').contextHash = line.contextHash
    },
  ],
  [
    'a version that is not what its hash says',
    'fault-version-hash',
    ({ event }) => {
      event('version.made').body = { ...(event('version.made').body as object), title: 'Less flour' }
    },
  ],
  [
    'a figure changed in the books',
    'fault-batch-rows',
    ({ row }) => {
      row('observations', '2026-01').entered = '83.50'
    },
  ],
  [
    'a figure kept as another number',
    'fault-figure-value',
    ({ row }) => {
      row('observations', '2026-01').mantissa = 8350
    },
  ],
  ['a figure taken out of the books', 'fault-batch-rows', ({ removeRow }) => removeRow('observations')],
  [
    'a revised figure that still stands open',
    'fault-figure-vintage',
    ({ row }) => {
      Object.assign(row('observations', '2026-01'), { toNumber: null, validTo: null })
    },
  ],
  [
    'an entry dated back',
    'fault-moment-backwards',
    ({ entry }) => {
      entry('vote.closed').at = '2025-01-01T00:00:00.000Z'
    },
  ],
  ['an entry taken out', 'fault-number', ({ removeEntry }) => removeEntry('statement.made')],
  [
    'words put into a mouth',
    'fault-commitment',
    ({ opened }) => {
      opened('text').value = 'I agree with everything.'
    },
  ],
]

const ballots = (event: Record<string, unknown>) => event.ballots as Record<string, unknown>[]

test.each(forgeries)('%s is found though every hash was made to fit: %s', async (_what, code, alter) => {
  const forged = forge(sound, alter)
  expect(forged).not.toBe(sound)
  const report = await recount(forged)
  expect(report.faults.map((fault) => fault.code)).toContain(code)
  expect(tellReport('en', report).join('\n')).toMatch(/Line \d+: \S/)
})

test('a forger’s tools leave an honest record as it is', () => {
  expect(forge(sound, () => {})).toBe(sound)
})

test('whatever the bytes are, reading them gives a report and no fault of the program', async () => {
  const first = sound.slice(0, sound.indexOf('\n') + 1)
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((text) => utf8.encode(`${first}${text}\n`)),
      ),
      async (bytes) => {
        expect((await recount(bytes)).faultCount).toBeGreaterThan(0)
      },
    ),
  )
})

test('chunks may be of any size', async () => {
  const bytes = utf8.encode(sound)
  for (const size of [1, 7, 1000, bytes.length]) expect((await recountExport(inChunks(bytes, size))).faultCount).toBe(0)
})

test('an honest export is told so in plain words', async () => {
  const told = tellReport('en', await recount(sound))
  expect(told[0]).toContain('demonstration')
  expect(told).toContain('  one closed vote, counted again')
  expect(told.at(-1)).toBe('Everything fits. No fault was found.')
})

function utf8LineOf(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line += 1
  return line
}
