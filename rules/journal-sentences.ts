import type { Entry } from '#rules/entry.ts'
import type { EventKind, EventOf } from '#rules/events.ts'
import type { journal } from '#rules/words/en/journal.ts'

/** The code of an entry's sentence and its values. A person who was erased is null: the page words it. */
export interface EntryWords {
  readonly code: keyof typeof journal
  readonly values: Readonly<Record<string, string | number | null>>
}

/** The names that an entry's ids stand for. A person's is null once it was erased. */
export interface NamesOfEntry {
  readonly unit: (id: string) => string
  readonly person: (id: string) => string | null
  /** The title of the proposal that the entry is about; null where it is about none. */
  readonly title: string | null
}

/**
 * Gives the sentence that tells an entry, apart from who did it: that stands before it as `who`.
 * Takes: the entry, and the names of what it speaks of.
 */
export function wordsOfEntry(entry: Entry, names: NamesOfEntry): EntryWords {
  const say = (code: keyof typeof journal, values: EntryWords['values']): EntryWords => ({ code, values })
  const find = <K extends EventKind>(kind: K) => eventOf(entry, kind)
  const about = { title: names.title ?? '' }
  switch (entry.act) {
    case 'demonstration.begin':
      return say('told-demonstration-begin', {})
    case 'demonstration.people':
      return say('told-demonstration-people', { count: eventsOf(entry, 'person.joined').length })
    case 'demonstration.finish':
      return say('told-demonstration-finish', {})
    case 'account.erase-person':
      return say('told-erased', { dropped: find('person.erased')?.dropped ?? 0 })
    case 'unit.found':
      return say('told-unit-found', { unit: find('unit.founded')?.name ?? '' })
    case 'unit.place': {
      const placed = find('unit.placed')
      return say('told-unit-place', {
        unit: names.unit(placed?.unitId ?? ''),
        parent: names.unit(placed?.parentId ?? ''),
      })
    }
    case 'measure.define':
      return say('told-measure', { name: find('measure.defined')?.measure.name ?? '' })
    case 'product.define':
      return say('told-product', { name: find('product.defined')?.product.name ?? '' })
    case 'source.define': {
      const source = find('source.defined')?.source
      return say('told-source', { producer: source?.producer ?? '', name: source?.title ?? '' })
    }
    case 'seat.take':
    case 'seat.back':
    case 'seat.leave':
    case 'seat.forget':
      return seatWords(entry, names)
    case 'figure.publish':
    case 'figure.correct': {
      const { added = 0, revised = 0 } = find('figures.published') ?? {}
      return say(entry.act === 'figure.publish' ? 'told-figures' : 'told-correction', { added, revised })
    }
    case 'statement.make': {
      const made = find('statement.made')
      return say('told-statement', { kind: made?.statement ?? 'statement', ...about })
    }
    case 'statement.remove': {
      const removed = find('statement.removed')
      if (removed) return say(removed.own ? 'told-taken-back' : 'told-removed', about)
      return say('told-removal-backed', about)
    }
    case 'vote.open':
      return voteOpenedWords(entry, about)
    case 'vote.close':
      return voteClosedWords(entry, about)
    case 'minute.confirm':
      return say('told-minute', { lines: eventsOf(entry, 'plan-line.entered').length, ...about })
    default:
      return simple(entry.act, about)
  }
}

/** Acts whose sentence needs nothing but the title of the proposal. */
const plain: Readonly<Record<string, keyof typeof journal>> = {
  'proposal.open': 'told-proposal-open',
  'proposal.withdraw': 'told-proposal-withdraw',
  'amendment.table': 'told-amendment-table',
  'amendment.rewrite': 'told-amendment-rewrite',
  'amendment.withdraw': 'told-amendment-withdraw',
  'amendment.accept': 'told-amendment-accept',
  'amendment.ask-vote': 'told-amendment-ask-vote',
  'brief.attach': 'told-brief',
  'table.arrive': 'told-arrive',
  'table.leave': 'told-leave',
  'vote.cast': 'told-vote-cast',
}

const simple = (act: string, about: { title: string }): EntryWords => {
  const code = plain[act]
  return code ? { code, values: about } : { code: 'told-act', values: { act } }
}

function seatWords(entry: Entry, names: NamesOfEntry): EntryWords {
  const unit = names.unit(entry.stream)
  if (entry.act === 'seat.forget') return { code: 'told-seats-forgotten', values: { unit } }
  const left = eventOf(entry, 'seat.left')
  if (entry.act === 'seat.leave') return { code: 'told-seat-leave', values: { unit, role: left?.role ?? 'member' } }
  const backed = eventOf(entry, 'seat.backed')
  const cause = backed?.cause ?? 'admit'
  const done = eventOf(entry, 'seat.taken') || left ? 'yes' : 'no'
  if (entry.act === 'seat.take') return { code: 'told-seat-take', values: { unit, done } }
  const person = backed ? names.person(backed.personId) : null
  const { backers = 0, needed = 0 } = backed ?? {}
  return { code: 'told-seat-back', values: { unit, cause, person, done, backers, needed } }
}

function voteOpenedWords(entry: Entry, about: { title: string }): EntryWords {
  const opened = eventOf(entry, 'vote.opened')
  if (!opened) return { code: 'told-vote-backed', values: about }
  const on = opened.amendmentId === null ? 'proposal' : 'amendment'
  return {
    code: 'told-vote-open',
    values: { on, closes: opened.closesAt, members: opened.electorate.length, ...about },
  }
}

function voteClosedWords(entry: Entry, about: { title: string }): EntryWords {
  const closed = eventOf(entry, 'vote.closed')
  const on = closed?.amendmentId ? 'amendment' : 'proposal'
  return { code: 'told-vote-close', values: { on, passed: closed?.passed ? 'yes' : 'no', ...about } }
}

const eventsOf = <K extends EventKind>(entry: Entry, kind: K): EventOf<K>[] =>
  entry.events.filter((event): event is EventOf<K> => event.kind === kind)

const eventOf = <K extends EventKind>(entry: Entry, kind: K): EventOf<K> | undefined => eventsOf(entry, kind).at(0)
