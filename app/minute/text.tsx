import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Amendments } from '#app/minute/amendments.tsx'
import { listed, nameIn, type ShownMinute } from '#app/minute/shown.ts'
import { Spoken } from '#app/minute/spoken.tsx'
import { Votes } from '#app/minute/votes.tsx'
import { Amount } from '#app/parts/figure-number.tsx'
import { useWords } from '#app/parts/words.tsx'
import { LineName } from '#app/table/quantity.tsx'
import { unitSymbol } from '#figures/measurement.ts'

/** The minute as it is read: whole sentences, in the order of a meeting. */
export function MinuteText({ page }: { page: ShownMinute }) {
  const words = useWords()
  const { minute } = page
  const names = minute.attended.map((each) => nameIn(page, each.personId, words))
  return (
    <div className="minute">
      <Part title={words.say('minute-decision')}>
        <Decision page={page} />
      </Part>
      <Part title={words.say('minute-attended')}>
        {minute.openedAt && (
          <p>
            {words.say('minute-opened', {
              person: nameIn(page, minute.proposerId, words),
              date: words.day(minute.openedAt),
            })}
          </p>
        )}
        <p>
          {names.length === 0
            ? words.say('minute-attended-none')
            : words.say('minute-attended-words', { count: names.length, names: listed(names, words) })}
        </p>
      </Part>
      <Part title={words.say('minute-versions')}>
        <ul>
          {minute.versions.map((version) => (
            <li key={version.version}>{versionSentence(page, version, words)}</li>
          ))}
        </ul>
      </Part>
      <Part title={words.say('minute-amendments')}>
        <Amendments page={page} />
      </Part>
      <Part title={words.say('minute-votes')}>
        <Votes page={page} />
      </Part>
      <Part title={words.say('minute-objections')}>
        <Spoken page={page} said={minute.objections} kind="objection" />
      </Part>
      <Part title={words.say('minute-questions')}>
        <Spoken page={page} said={minute.openQuestions} kind="question" />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function versionSentence(
  page: ShownMinute,
  version: ShownMinute['minute']['versions'][number],
  words: ReturnType<typeof useWords>,
): string {
  const date = words.day(version.at)
  if (version.version === 1) return words.say('minute-version-first', { date })
  const all = [...page.minute.amendments.adopted, ...page.minute.amendments.notAdopted]
  const author = all.find((each) => each.amendmentId === version.amendmentId)
  return words.say('minute-version-next', {
    version: version.version,
    date,
    hasAuthor: author ? 'yes' : 'no',
    person: author ? nameIn(page, author.personId, words) : '',
  })
}

function Decision({ page }: { page: ShownMinute }) {
  const words = useWords()
  const { decision } = page.minute
  if (!decision) return <p>{words.say('minute-decision-none')}</p>
  const names = { units: page.units, products: page.products, people: page.people }
  const { outcome, title, version } = decision
  return (
    <>
      <p>
        <strong>{words.say(`minute-decision-${outcome}`, { title, version, date: words.day(decision.at) })}</strong>
      </p>
      {outcome === 'adopted' && decision.lines.length === 0 && <p>{words.say('minute-decision-no-lines')}</p>}
      {outcome === 'adopted' && decision.lines.length > 0 && (
        <>
          <p>{words.say('minute-decision-lines', { state: page.confirmed ? 'recorded' : 'waiting' })}</p>
          <ul className="decided-lines">
            {decision.lines.map((line) => {
              const planned = page.planLines.find((each) => each.lineId === line.id)
              const name = <LineName line={line} names={names} />
              return (
                <li key={line.id}>
                  {planned ? <Link to={`/plan/${planned.id}`}>{name}</Link> : name}
                  <strong>
                    <Amount text={line.amount} unit={unitSymbol(line.unit)} />
                  </strong>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
