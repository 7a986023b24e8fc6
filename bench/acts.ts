import Database from 'better-sqlite3'
import { randomTools } from '#acts/tools.ts'
import { type Assembly, copyOf, foundAssembly } from '#bench/assembly.ts'
import { type Run, tell } from '#bench/told.ts'

/**
 * Durable acts a second, 200 in flight, against the very statements that they run: a run is recorded, statement by
 * statement with its values, and replayed bare in better-sqlite3, prepared, in the same groups, at synchronous=FULL.
 */
const inFlight = 200
const actsPerRun = 4_000
const rounds = 7
const target = 0.3

const kinds = {
  'statement.make': ({ unitId, discussed }: Assembly, at: number) => ({
    unitId,
    proposalId: discussed,
    kind: 'statement',
    anchor: { kind: 'proposal' },
    replyTo: null,
    text: `${at}: we should look at the stock of flour before we promise more bread, because the mill stood still for nine days in autumn and the towns will not be content with a promise that we cannot keep.`,
  }),
  'vote.cast': ({ unitId, voteId }: Assembly, at: number) => ({
    unitId,
    voteId,
    choice: ['yes', 'no', 'abstain'][at % 3],
  }),
} as const

const founded = await foundAssembly(inFlight)
await founded.db.close()
for (const name of Object.keys(kinds) as (keyof typeof kinds)[]) {
  const { recorded, ...bare } = await recording(name)
  const runs: Run[] = []
  for (let round = 0; round < rounds; round++)
    runs.push({ value: await performing(name), limit: await replaying(recorded) })
  const unit = `acts/s (${bare.perAct} statements each, ${bare.perGroup} acts a commit)`
  tell({ what: `durable acts, ${name}`, unit, runs, target })
}

/** Performs a run of acts, always so many in flight. Gives acts a second, each one durable when it is counted. */
async function performing(name: keyof typeof kinds): Promise<number> {
  const assembly = await copyOf(founded)
  await run(assembly, name, 1_000)
  const begunMs = performance.now()
  await run(assembly, name, actsPerRun)
  const perSecond = (actsPerRun / (performance.now() - begunMs)) * 1000
  await assembly.db.close()
  return perSecond
}

async function run(assembly: Assembly, name: keyof typeof kinds, acts: number): Promise<void> {
  let begun = 0
  const one = async (actor: Assembly['members'][number]) => {
    while (begun < acts) {
      const input = kinds[name](assembly, begun++)
      await assembly.performAny(name, input, { actor, actId: randomTools.newId() })
    }
  }
  await Promise.all(assembly.members.map(one))
}

type Step = readonly [text: string, values: readonly unknown[]]

/** Records every statement that a run gives to SQLite. */
async function recording(name: keyof typeof kinds) {
  const recorded: Step[] = []
  const given = Database.prototype.prepare
  let on = false
  Database.prototype.prepare = function (this: Database.Database, text: string) {
    const statement = given.call(this, text)
    for (const way of ['run', 'all', 'get'] as const) {
      const native = statement[way].bind(statement) as (...values: unknown[]) => unknown
      Object.assign(statement, {
        [way]: (...values: unknown[]) => {
          if (on) recorded.push([text, values.flat()])
          return native(...values)
        },
      })
    }
    return statement
  } as typeof given
  const assembly = await copyOf(founded)
  on = true
  await run(assembly, name, actsPerRun)
  on = false
  Database.prototype.prepare = given
  await assembly.db.close()
  const commits = recorded.filter(([text]) => text === 'COMMIT').length
  // Savepoints are our own doing: the bare run does without them.
  const bare = recorded.filter(([text]) => !/^(SAVEPOINT|RELEASE)/.test(text))
  return {
    recorded: bare,
    perAct: Math.round((bare.length - 2 * commits) / actsPerRun),
    perGroup: Math.round(actsPerRun / commits),
  }
}

/** Runs the recorded statements bare. Gives acts a second. */
async function replaying(recorded: readonly Step[]): Promise<number> {
  const assembly = await copyOf(founded)
  await assembly.db.close()
  const connection = new Database(assembly.file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  const prepared = new Map<string, Database.Statement>()
  const ready = recorded.map(([text, values]): [Database.Statement, readonly unknown[], boolean] => {
    const statement = prepared.get(text) ?? connection.prepare(text)
    prepared.set(text, statement)
    if (statement.reader) statement.raw()
    return [statement, values, statement.reader]
  })
  const begunMs = performance.now()
  for (const [statement, values, reads] of ready) reads ? statement.all(...values) : statement.run(...values)
  const perSecond = (actsPerRun / (performance.now() - begunMs)) * 1000
  connection.close()
  return perSecond
}
