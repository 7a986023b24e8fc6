import type { PerformAny } from '#acts/perform.ts'
import { charterOf } from '#demo/charter.ts'
import { foundingSeats, people, samplePeople } from '#demo/people.ts'
import { type Publication, publications } from '#demo/publications.ts'
import { type ReferenceFigures, referenceFigures } from '#demo/reference.ts'
import { type Society, society } from '#demo/society.ts'
import { keptField, momentOf, type Step } from '#demo/story/step.ts'
import { foundedDaysAgo, story } from '#demo/story.ts'
import { groupedBy } from '#figures/grouped.ts'
import { Product } from '#rules/shapes/figures.ts'
import { type Actor, clock, operator } from '#rules/standing.ts'

/** What the loader is handed: the one way to act, with a clock that the loader sets. */
export interface Told {
  readonly today: Date
  /** Sets the moment at which the next acts are performed. */
  readonly at: (moment: Date) => void
  readonly perform: PerformAny
  readonly newId: () => string
  /** Stages a file as its office does; gives the hash by which it is published. */
  readonly stage: (unitId: string, name: string, text: string, actor: Actor) => Promise<string>
  /** The hash of a minute as the journal drafts it. */
  readonly draftHashOf: (unitId: string, proposalId: string) => Promise<string>
  /** Reads a file of demo/reference. */
  readonly readReference: (name: string) => string
}

/**
 * Brings the demonstration society to life in an empty installation: founds its units, publishes its offices' files,
 * and performs what its people did, all through the acts, each at its own moment before today.
 * Refuses: where the installation is not empty.
 */
export async function loadDemonstration(told: Told): Promise<void> {
  const own = society(told.today)
  const real = referenceFigures(told.readReference)
  told.at(dayBefore(told.today, foundedDaysAgo))
  await found(told, own, real)
  const kept = new Map<string, unknown>()
  const days = groupedBy(publications(own, real, told.today), (file) => file.day)
  const events = [
    ...[...days].map(([day, files]) => ({ day, run: () => publishAll(told, files) })),
    ...story(own, told.today).map((step) => ({ day: step.day, run: () => live(told, step, kept) })),
  ].sort((one, other) => other.day - one.day)
  for (const event of events) {
    told.at(momentOf(told.today, event))
    await event.run()
  }
  told.at(told.today)
}

async function found(told: Told, own: Society, real: ReferenceFigures): Promise<void> {
  await doneBy(told, operator, 'demonstration.begin', {})
  const sentences = new Map(samplePeople.map((person) => [person.id, person.sentence]))
  await doneBy(told, operator, 'demonstration.people', {
    people: people.map(({ id, name }) => ({ id, name, sentence: sentences.get(id) ?? null })),
  })
  const units = [...own.units, ...real.units]
  // Whoever holds a seat in the first unit, the federation, founds the others on its behalf.
  const founder = person(holderIn(units.slice(0, 1), 'member'))
  for (const generation of generations(units)) {
    await atOnce(generation, ({ id, name, kind, side, parents }) => {
      const unit = { id, name, kind, side, parents, ...charterOf(id), seats: foundingSeats(id) }
      return doneBy(told, founder, 'unit.found', unit)
    })
  }
  const counter = person(holderIn(units, 'office'))
  const define = (act: string) => (input: object) => doneBy(told, counter, act, input)
  await atOnce([...own.measures, ...real.measures], define('measure.define'))
  const products = [...own.products, ...real.products].map((product) => Product.parse(product))
  await atOnce(products, define('product.define'))
  await atOnce([...own.sources, ...real.sources], define('source.define'))
}

/** Acts of which none needs another share a write to the disk. */
async function atOnce<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  await Promise.all(all.map(act))
}

/** A unit is founded after those that it belongs to. */
function generations<U extends { readonly id: string; readonly parents: readonly string[] }>(
  units: readonly U[],
): U[][] {
  const founded = new Set<string>()
  const all: U[][] = []
  for (let left = units; left.length > 0; ) {
    const next = left.filter((unit) => unit.parents.every((parent) => founded.has(parent)))
    if (next.length === 0) throw new Error('Some units of the society belong to one another.')
    all.push(next)
    for (const unit of next) founded.add(unit.id)
    left = left.filter((unit) => !founded.has(unit.id))
  }
  return all
}

/** The offices of a day send their files at once; one office's files follow one another. */
async function publishAll(told: Told, files: readonly Publication[]): Promise<void> {
  const offices = groupedBy(files, (file) => file.unitId)
  await atOnce([...offices.values()], async (own) => {
    for (const file of own) await publish(told, file)
  })
}

async function publish(told: Told, { unitId, as, sourceId, name, text, mapping }: Publication): Promise<void> {
  const upload = await told.stage(unitId, name, text, person(as))
  await doneBy(told, person(as), 'figure.publish', { unitId, upload, mapping, sourceId, leaveOutFaulty: false })
}

async function live(told: Told, step: Step, kept: Map<string, unknown>): Promise<void> {
  const input = named(step.input, kept) as Record<string, unknown>
  if (step.act === 'minute.confirm')
    input.draftHash = await told.draftHashOf(String(input.unitId), String(input.proposalId))
  const result = await doneBy(told, step.as === 'clock' ? clock : person(step.as), step.act, input)
  const field = keptField[step.act]
  if (step.keep && field) kept.set(step.keep, (result as Record<string, unknown>)[field])
}

async function doneBy(told: Told, actor: Actor, act: string, input: object): Promise<unknown> {
  return (await told.perform(act, input, { actor, actId: told.newId() })).result
}

/** Puts the ids that earlier steps kept in the place of their names. */
function named(value: unknown, kept: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string' && value.startsWith('@')) {
    const id = kept.get(value.slice(1))
    if (id === undefined) throw new Error(`The story speaks of ${value} before it is there.`)
    return id
  }
  if (Array.isArray(value)) return value.map((each) => named(each, kept))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each, kept)]))
}

const person = (id: string): Actor => ({ id, kind: 'person' })

const holderIn = (units: readonly { readonly id: string }[], role: 'member' | 'office'): string => {
  const seat = units.flatMap((unit) => foundingSeats(unit.id)).find((each) => each.role === role)
  if (!seat) throw new Error(`The society has nobody with the role ${role}.`)
  return seat.personId
}

const dayBefore = (today: Date, days: number) => new Date(today.getTime() - days * 86_400_000)
