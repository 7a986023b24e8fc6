import { useState } from 'react'
import { Markdown } from '#app/parts/markdown.tsx'
import { useMomentWords } from '#app/parts/moment.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { Stamp } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import { AmendmentActs } from '#app/table/amendment-acts.tsx'
import { AmendmentChanges } from '#app/table/amendment-changes.tsx'
import { isOpen } from '#app/table/amendments.tsx'
import { Consequences, type Following } from '#app/table/consequences.tsx'
import type { Engine } from '#app/table/engine.ts'
import type { Names, TableAmendment, TablePage } from '#app/table/page-data.ts'
import { lineWords } from '#app/table/quantity.tsx'
import { summaryOf } from '#app/table/summary.ts'
import { About } from '#app/table/text.tsx'
import { amendedLines } from '#rules/changes.ts'

export interface AmendmentProps {
  readonly page: TablePage
  readonly amendment: TableAmendment
  readonly names: Names
  readonly engine: Engine | null
  readonly said: ReadonlyMap<string, number>
  readonly seed: string
  /** What follows from the version itself, to set beside. */
  readonly present: Following | null
}

/** One amendment: whose, against which version, what it changes, what would follow, why, and what can be done with it. */
export function Amendment(props: AmendmentProps) {
  const { page, amendment, names, engine, said, seed } = props
  const words = useWords()
  const at = useMomentWords(amendment.at, 'day')
  const person = names.people[amendment.personId] ?? words.say('person-erased')
  const lines = amendedLines(amendment.was.lines, amendment.changes)
  const touchesLines = amendment.changes.some(({ kind }) => kind.includes('line') || kind === 'amount')
  const followed = engine && touchesLines && isOpen(amendment) ? engine.follow(lines) : null
  const name = words.say('amendment-of', { person })
  return (
    <article className="amendment" id={`amendment-${amendment.id}`} aria-labelledby={`amendment-${amendment.id}-title`}>
      <header>
        <h3 id={`amendment-${amendment.id}-title`}>
          <PersonName name={names.people[amendment.personId] ?? null} seat={null} />
        </h3>
        <AmendmentStamp state={amendment.state} />
        <p className="small soft">{words.say('amendment-against', { version: amendment.base, at })}</p>
      </header>
      <AmendmentChanges amendment={amendment} names={names} />
      {amendment.reason && (
        <blockquote>
          <Markdown text={amendment.reason} />
        </blockquote>
      )}
      {amendment.state === 'collides' && <Collides page={page} amendment={amendment} names={names} />}
      {followed && <Follows shown={{ name, lines, followed }} {...props} />}
      <About anchor={{ kind: 'amendment', id: amendment.id }} said={said} maySpeak={page.may.speak.ok} />
      {isOpen(amendment) && <AmendmentActs page={page} amendment={amendment} seed={seed} />}
    </article>
  )
}

/** What would follow, in a few words, and on asking in full beside the version itself. */
function Follows({ shown, page, names, amendment, present }: AmendmentProps & { shown: Following }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className="amendment-follows">
      <p>{summaryOf(shown.followed, names, words).join(' ')}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.say('amendment-show')}</summary>
        {open && page.technique && (
          <Consequences
            id={`follows-${amendment.id}`}
            shown={shown}
            beside={present}
            names={names}
            vintage={{ ...page.technique, isFrozen: page.frozenAt !== null }}
          />
        )}
      </details>
    </div>
  )
}

function AmendmentStamp({ state }: { state: TableAmendment['state'] }) {
  const words = useWords()
  const word = words.say(`amendment-${state}`)
  if (state === 'accepted') return <Stamp meaning="fits" word={word} />
  if (state === 'lost' || state === 'withdrawn') return <span className="stamp soft">{word}</span>
  return <Stamp meaning="proposed" word={word} />
}

/** What an amendment collides with in the newest version, and what now. */
function Collides({ page, amendment, names }: Pick<AmendmentProps, 'page' | 'amendment' | 'names'>) {
  const words = useWords()
  const { version } = page.proposal
  return (
    <div className="collides">
      <p>{words.say('collides-with', { version })}</p>
      <ul>
        {amendment.collisions.map(({ kind, id }) => {
          const line = [...amendment.was.lines, ...page.body.lines].find((one) => one.id === id)
          const block = page.body.blocks.findIndex((one) => one.id === id) + 1
          return (
            <li key={`${kind} ${id}`}>
              {words.say(`collision-${kind}`, {
                what: line ? lineWords(words, line, names) : '',
                block,
              })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
