import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { Act, Outcome, Tools } from '#acts/act.ts'
import { type ActName, acts, type InputOf, type ResultOf } from '#acts/index.ts'
import { appendEntry, lockStream, nextMoment } from '#db/journal.ts'
import type { Db, Tx } from '#db/open.ts'
import { type Performed, rememberPerformed, seenBefore } from '#db/performed.ts'
import { standingOf } from '#db/standing.ts'
import { canonicalText } from '#rules/entry.ts'
import type { JournalEvent } from '#rules/events.ts'
import { type FieldFaults, Refusal, refusalOf } from '#rules/refusal.ts'
import { firstBroken } from '#rules/rule.ts'
import type { Actor } from '#rules/standing.ts'

/** Who performs, and the key that makes sending again harmless. */
export interface PerformWith {
  readonly actor: Actor
  readonly actId: string
}

/** What an act answers, and where the record holds it. `result` is null where a repeated act's answer held a secret. */
export interface Done<R> {
  readonly result: R
  readonly stream: string
  readonly number: number
  readonly repeated: boolean
}

/** One committed entry as it is told to whoever listens; the journal is the truth. */
export interface News {
  readonly stream: string
  readonly number: number
  readonly at: string
  readonly act: string
  readonly actor: string
  readonly matter: string | null
  readonly events: readonly JournalEvent[]
  /** The withheld values that anyone may read: what a person said. */
  readonly words: Readonly<Record<string, string>>
}

export interface House {
  readonly db: Db
  readonly tools: Tools
  readonly clock: () => Date
  /** Told after the commit; a failed broadcast never fails an act. */
  readonly broadcast: (news: News) => void
  /** Told of what went wrong after a commit. */
  readonly onFault: (thrown: unknown) => void
}

/** Thrown inside the transaction so that the number goes back; carries the first answer out. */
class Repetition {
  readonly earlier: Performed
  constructor(earlier: Performed) {
    this.earlier = earlier
  }
}

export type Perform = <N extends ActName>(name: N, input: InputOf<N>, by: PerformWith) => Promise<Done<ResultOf<N>>>
export type PerformAny = (name: string, input: unknown, by: PerformWith) => Promise<Done<unknown>>

type AnyAct = Act<string, unknown, unknown, unknown, unknown>

const byName = new Map<string, AnyAct>()
for (const act of acts as unknown as readonly AnyAct[]) {
  if (byName.has(act.name)) throw new Error(`two acts are called ${act.name}`)
  byName.set(act.name, act)
}

/**
 * Opens the one way to change anything.
 * Takes: the house (database, clock, tools, a broadcast). Gives: `perform`, typed by the act's name, and the same for
 * doorways that know the name only as text.
 * Refuses: as each act says; `unknown-act`, `bad-input`, `act-id-used-before`.
 */
export function openActs(house: House): { perform: Perform; performAny: PerformAny } {
  const performAny: PerformAny = async (name, raw, by) => {
    const act = byName.get(name)
    if (!act) throw new Refusal('missing', 'unknown-act', { name })
    mayKnock(act, by.actor)
    const input = parsed(act.input, raw)
    const key: Key = { ...by, act: act.name, inputHash: hashOf(act, input) }
    const earlier = act.prepare && (await seenBefore(house.db.read, by.actor.id, by.actId))
    if (earlier) return again(earlier, key)
    const prepared = await act.prepare?.({
      ...house.tools,
      read: house.db.read,
      tables: house.db.tables,
      input,
      actor: by.actor,
      soon: house.clock().toISOString(),
    })
    const kept = await house.db
      .transaction((tx) => inTransaction(house, tx, act, input, prepared, key))
      .catch((thrown: unknown) => {
        if (thrown instanceof Repetition) return thrown
        throw thrown
      })
    if (kept instanceof Repetition) return again(kept.earlier, key)
    tell(house, kept.news)
    if (kept.refusal) throw kept.refusal
    return { result: kept.result, stream: kept.news.stream, number: kept.news.number, repeated: false }
  }
  return { perform: performAny as Perform, performAny }
}

interface Key extends PerformWith {
  readonly act: string
  readonly inputHash: string
}

async function inTransaction(house: House, tx: Tx, act: AnyAct, input: unknown, prepared: unknown, key: Key) {
  const { tables } = house.db
  const locked = await lockStream(tx, act.stream(input, prepared))
  if (!locked) throw new Refusal('missing', 'no-such-thing')
  const earlier = await seenBefore(tx, key.actor.id, key.actId)
  if (earlier) throw new Repetition(earlier)
  const stream = locked.id
  const { number } = locked
  const now = nextMoment(house.clock(), locked.at)
  const { newId, newSecret, newSalt } = house.tools
  const given = { newId, newSecret, newSalt, tx, tables, input, actor: key.actor, prepared, stream, number, now }
  const standing = key.actor.kind === 'person' ? await standingOf(tx, key.actor.id) : []
  const facts = await act.load(given)
  if (!belongTo(stream, facts)) throw new Refusal('missing', 'no-such-thing')
  const barred = firstBroken(act.who({ facts, actor: key.actor, standing, input }))
  if (barred) throw refusalOf('who', barred)
  const untimely = firstBroken(act.when({ facts, input, now, actor: key.actor }))
  if (untimely) throw refusalOf('when', untimely)
  const outcome = await act.apply(Object.assign(given, { facts, standing }))
  const body = act.body(input)
  const entry = { stream, number, prev: locked.head, at: now, act: act.name, actor: key.actor.id, body }
  await appendEntry(tx, {
    ...entry,
    matter: outcome.matter ?? null,
    withheld: outcome.withheld ?? {},
    events: outcome.events,
    newSalt,
  })
  await rememberPerformed(tx, {
    actor: key.actor.id,
    actId: key.actId,
    act: act.name,
    inputHash: key.inputHash,
    stream,
    number,
    answer: answerToKeep(act, outcome),
  })
  return { result: outcome.result, refusal: outcome.refusal, news: newsOf(entry, outcome) }
}

/** Whether this kind of actor may use the act at all; what a person may do is the act's own `who`. */
function mayKnock(act: AnyAct, actor: Actor): void {
  if (act.by === 'visitor') return
  if (act.by === undefined) {
    if (actor.kind !== 'person') throw new Refusal('who', 'not-signed-in')
  } else if (actor.kind !== act.by)
    throw new Refusal('who', act.by === 'clock' ? 'only-the-clock' : 'only-the-operator')
}

function parsed(shape: z.ZodType, raw: unknown): unknown {
  const read = shape.safeParse(raw, { reportInput: true })
  if (read.success) return read.data
  throw new Refusal('input', 'bad-input', {}, fieldFaults(read.error.issues))
}

function fieldFaults(issues: readonly z.core.$ZodIssue[]): FieldFaults {
  const faults: Record<string, { code: string; values: Record<string, string | number> }> = {}
  for (const issue of issues) {
    const path = issue.path.join('.')
    if (path in faults) continue
    faults[path] = faultOf(issue)
  }
  return faults
}

function faultOf(issue: z.core.$ZodIssue): FieldFaults[string] {
  const own = issue.code === 'custom' ? issue.params?.code : undefined
  if (typeof own === 'string') return { code: own, values: {} }
  if (issue.input === undefined || issue.input === '') return { code: 'field-missing', values: {} }
  if (issue.code === 'too_big')
    return { code: sizeCodes[sizeOf(issue.origin)].over, values: { most: Number(issue.maximum) } }
  if (issue.code === 'too_small')
    return { code: sizeCodes[sizeOf(issue.origin)].under, values: { least: Number(issue.minimum) } }
  return { code: 'field-not-understood', values: {} }
}

/** Texts have letters, lists have entries, numbers have neither. */
const sizeCodes = {
  text: { over: 'field-too-long', under: 'field-too-short' },
  list: { over: 'field-too-many', under: 'field-too-few' },
  number: { over: 'field-too-big', under: 'field-too-small' },
} as const
const sizeOf = (origin: string): keyof typeof sizeCodes =>
  origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number'

/** A repetition is known by actor, actId and input; secrets are left out of what is hashed. */
function hashOf(act: AnyAct, input: unknown): string {
  const open = Object.fromEntries(Object.entries(input as object).filter(([name]) => !act.secret?.includes(name)))
  return hash('sha256', canonicalText({ act: act.name, input: open }), 'hex')
}

function again(earlier: Performed, key: Key): Done<unknown> {
  if (earlier.act !== key.act || earlier.inputHash !== key.inputHash) throw new Refusal('when', 'act-id-used-before')
  const kept = earlier.answer as Kept | null
  if (kept && 'refusal' in kept) throw new Refusal(kept.refusal.kind, kept.refusal.code, kept.refusal.values)
  return { result: kept?.result ?? null, stream: earlier.stream, number: earlier.number, repeated: true }
}

type Kept = { result: unknown } | { refusal: Pick<Refusal, 'kind' | 'code' | 'values'> }

function answerToKeep(act: AnyAct, outcome: Outcome<unknown>): Kept | null {
  if (outcome.refusal) {
    const { kind, code, values } = outcome.refusal
    return { refusal: { kind, code, values } }
  }
  return act.secretAnswer ? null : { result: outcome.result }
}

/** Rows of another unit than the locked one are as good as absent. */
function belongTo(stream: string, facts: unknown): boolean {
  if (stream === 'private' || stream === 'network' || facts === null || typeof facts !== 'object') return true
  return Object.values(facts)
    .flat()
    .every((row) => row === null || typeof row !== 'object' || !('unitId' in row) || row.unitId === stream)
}

function newsOf(
  entry: { stream: string; number: number; at: string; act: string; actor: string },
  outcome: Outcome<unknown>,
): News {
  const open = Object.entries(outcome.withheld ?? {}).filter(([, value]) => value.sight === 'public')
  return {
    stream: entry.stream,
    number: entry.number,
    at: entry.at,
    act: entry.act,
    actor: entry.actor,
    matter: outcome.matter ?? null,
    events: outcome.events,
    words: Object.fromEntries(open.map(([name, value]) => [name, value.value])),
  }
}

function tell(house: House, news: News): void {
  if (news.stream === 'private') return
  try {
    house.broadcast(news)
  } catch (thrown) {
    // What was committed stays done; listeners catch up by number.
    house.onFault(thrown)
  }
}
