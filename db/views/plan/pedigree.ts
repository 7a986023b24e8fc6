import { storyOf } from '#db/journal.ts'
import type { Reader } from '#db/open.ts'
import type { Tables } from '#db/tables.ts'
import type { JournalEvent } from '#rules/events.ts'

/** One step of how a plan line came about: the entry that holds it, and who did it, where it was a person. */
export interface PedigreeStep {
  readonly kind: (typeof told)[number]
  readonly stream: string
  readonly number: number
  readonly at: string
  readonly personId: string | null
  /** The version that was made or voted on, and how a vote or an amendment ended. */
  readonly version: number | null
  readonly voteId: string | null
  readonly passed: boolean | null
  /** How many further statements were made beside the first. */
  readonly more: number
}

const told = [
  'proposal.opened',
  'statement.made',
  'brief.attached',
  'amendment.tabled',
  'amendment.accepted',
  'amendment.lost',
  'amendment.withdrawn',
  'version.made',
  'vote.opened',
  'vote.closed',
  'minute.confirmed',
  'plan-line.entered',
  'plan-line.replaced',
] as const

/**
 * Tells how a plan line came about, from the journal: the proposal, the first statement, amendments adopted and lost, versions,
 * votes, the minute, and the entry that put it in force or replaced it.
 */
export async function pedigreeOf(
  read: Reader,
  tables: Tables,
  line: { readonly id: string; readonly unitId: string; readonly proposalId: string },
): Promise<PedigreeStep[]> {
  const story = await storyOf(read, tables, line.proposalId)
  const events = story.flatMap(({ entry }) =>
    entry.stream === line.unitId ? entry.events.map((event) => ({ entry, event })) : [],
  )
  const statements = events.filter(({ event }) => event.kind === 'statement.made').length
  const first = events.find(({ event }) => event.kind === 'statement.made')
  return events.flatMap(({ entry, event }): PedigreeStep[] => {
    const kind = told.find((each) => each === event.kind)
    if (!kind || !isOf(event, line.id) || (event.kind === 'statement.made' && event !== first?.event)) return []
    return [
      {
        kind,
        stream: entry.stream,
        number: entry.number,
        at: entry.at,
        personId: personOf(event, entry.actor),
        version: 'version' in event && typeof event.version === 'number' ? event.version : null,
        voteId: 'voteId' in event && event.voteId ? event.voteId : null,
        passed: event.kind === 'vote.closed' ? event.passed : null,
        more: event.kind === 'statement.made' ? statements - 1 : 0,
      },
    ]
  })
}

const isOf = (event: JournalEvent, planLineId: string) => !('planLineId' in event) || event.planLineId === planLineId

/** The clock is nobody. */
const personOf = (event: JournalEvent, actor: string): string | null => {
  if (event.kind === 'vote.closed' || event.kind === 'amendment.lost') return null
  return actor === 'clock' || actor === 'operator' ? null : actor
}
