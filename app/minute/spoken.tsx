import { Link } from '@remix-run/react'
import { nameIn, type ShownMinute } from '#app/minute/shown.ts'
import { Markdown } from '#app/parts/markdown.tsx'
import { useWords } from '#app/parts/words.tsx'

interface SpokenProps {
  readonly page: ShownMinute
  readonly said: ShownMinute['minute']['objections']
  readonly kind: 'objection' | 'question'
}

/** What was objected or asked, in the words that were spoken; they stand beside the journal's entry, not in the minute. */
export function Spoken({ page, said, kind }: SpokenProps) {
  const words = useWords()
  if (said.length === 0)
    return <p>{words.say(kind === 'objection' ? 'minute-objections-none' : 'minute-questions-none')}</p>
  return (
    <ul>
      {said.map((one) => {
        const text = page.words[one.number]
        const person = nameIn(page, one.personId, words)
        return (
          <li key={one.statementId}>
            <p>
              {kind === 'objection'
                ? words.say('minute-objection', { person, about: one.anchor.kind })
                : words.say('minute-question', { person })}{' '}
              <Link className="small" to={`/journal/${page.unit.id}/${one.number}`}>
                {words.say('plan-line-entry', { number: one.number })}
              </Link>
            </p>
            <blockquote>
              {text ? (
                <Markdown text={text} />
              ) : (
                <p className="soft">
                  {one.removed ? words.say('minute-removed', { removed: one.removed }) : words.say('minute-no-words')}
                </p>
              )}
            </blockquote>
          </li>
        )
      })}
    </ul>
  )
}
