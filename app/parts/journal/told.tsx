import { Link } from '@remix-run/react'
import { Moment } from '#app/parts/moment.tsx'
import { useWords, type Wording } from '#app/parts/words.tsx'
import type { ToldEntry } from '#db/views/journal/told.ts'
import { networkStream } from '#rules/entry.ts'

/** The address of an entry. */
export const entryHref = (stream: string, number: number): string => `/journal/${stream}/${number}`

/** The name of a stream: its unit's, or the network's. */
export const streamName = (stream: string, units: Readonly<Record<string, string>>, words: Wording): string =>
  stream === networkStream ? words.say('journal-network') : (units[stream] ?? stream)

/** Who did it, in words: a name, an id where names are for members, or what acts by itself. */
export function actorName({ actor }: Pick<ToldEntry, 'actor'>, words: Wording): string {
  if (actor.id === 'clock' || actor.id === 'operator' || actor.id === 'visitor') return words.say(`actor-${actor.id}`)
  if (actor.hidden) return words.say('actor-member', { id: actor.id })
  return actor.name ?? words.say('person-erased')
}

/** An entry's sentence. */
export function sentenceOfEntry(told: ToldEntry, words: Wording): string {
  const values = Object.entries({ who: actorName(told, words), ...told.words.values })
  // The moment of a close is worded like every other moment of the page: by the server, in its own zone.
  return words.say(
    told.words.code,
    Object.fromEntries(values.map(([name, value]) => [name, value ?? words.say('person-erased')])),
  )
}

interface EntriesProps {
  readonly entries: readonly ToldEntry[]
  readonly units: Readonly<Record<string, string>>
  /** Whether each says in which stream it stands. */
  readonly namesStreams: boolean
}

/** Entries one under the other, each in a sentence with its number, moment and the beginning of its hash. */
export function Entries({ entries, units, namesStreams }: EntriesProps) {
  const words = useWords()
  return (
    <ol className="entries" reversed>
      {entries.map((told) => (
        <li key={`${told.stream} ${told.number}`} className="journal-entry">
          <Link to={entryHref(told.stream, told.number)} className="journal-number">
            <span className="unseen">{words.say('entry-title', { stream: '', number: told.number })}</span>
            <span aria-hidden="true">{told.number}</span>
          </Link>
          <div>
            <p>
              <Sentence told={told} />
            </p>
            <p className="entry-meta">
              {namesStreams && <Link to={`/journal/${told.stream}`}>{streamName(told.stream, units, words)}</Link>}
              <Moment at={told.at} to="minute" />
              <span className="hash" title={told.hash}>
                {told.hash.slice(0, 12)}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The sentence, whose first words lead to the person. */
function Sentence({ told }: { told: ToldEntry }) {
  const words = useWords()
  const sentence = sentenceOfEntry(told, words)
  const name = told.actor.hidden ? null : told.actor.name
  if (name === null || !sentence.startsWith(name)) return sentence
  return (
    <>
      <Link to={`/people/${told.actor.id}`}>{name}</Link>
      {sentence.slice(name.length)}
    </>
  )
}
