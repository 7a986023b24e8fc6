import { Link } from '@remix-run/react'
import { ActForm } from '#app/parts/act-form.tsx'
import { Field } from '#app/parts/field.tsx'
import { Markdown } from '#app/parts/markdown.tsx'
import { Moment } from '#app/parts/moment.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { Mark, type Meaning } from '#app/parts/stamp.tsx'
import { useWords } from '#app/parts/words.tsx'
import { anchorText } from '#app/table/anchor.ts'
import { anchorName } from '#app/table/anchor-name.ts'
import type { TablePage, TableStatement } from '#app/table/page-data.ts'
import type { Thread } from '#app/table/threads.ts'

interface StatementProps {
  readonly thread: Thread
  readonly page: TablePage
  readonly seed: string
  readonly depth: number
  /** What the discussion is filtered by; its name is not said again at every statement. */
  readonly about: string | null
}

const kindMeaning: Readonly<Record<TableStatement['kind'], Meaning | null>> = {
  statement: null,
  question: 'proposed',
  objection: 'decided',
  answer: 'figures',
}

/** One statement and the replies to it; beyond the third level replies stand under one another. */
export function Statement({ thread, page, seed, depth, about }: StatementProps) {
  const words = useWords()
  const { statement, replies } = thread
  const meaning = kindMeaning[statement.kind]
  const { name, href } = anchorName(statement.anchor, page, words)
  const isAnchored = statement.anchor.kind !== 'proposal' && anchorText(statement.anchor) !== about && depth === 0
  const mayAnswer = statement.kind === 'question' && page.may.answer.ok
  const mayReply = page.may.speak.ok || mayAnswer
  return (
    <article className="statement" id={`statement-${statement.id}`} data-kind={statement.kind}>
      <header>
        <strong>
          <PersonName name={page.people[statement.personId] ?? null} seat={null} />
        </strong>
        {meaning && (
          <span className={`statement-kind means-${meaning}`}>
            <Mark meaning={meaning} /> {words.say(`kind-${statement.kind}`)}
          </span>
        )}
        <span className="soft small">
          <Moment at={statement.at} to="day" />
        </span>
      </header>
      {isAnchored && (
        <p className="small soft">
          {words.say('about-what')} <a href={href}>{name}</a>
        </p>
      )}
      {statement.text === null ? (
        <p className="soft">
          {statement.removed === null
            ? words.say('words-erased')
            : words.say('words-removed', { reason: statement.removed })}
        </p>
      ) : (
        <Markdown text={statement.text} />
      )}
      {statement.text !== null && (
        <div className="about">
          {mayReply && <Link to={`?reply=${statement.id}#say`}>{words.say(mayAnswer ? 'answer-do' : 'reply-do')}</Link>}
          <Remove statement={statement} page={page} seed={seed} />
        </div>
      )}
      {replies.length > 0 && (
        <ol className={depth < 2 ? 'replies' : 'replies flat'}>
          {replies.map((reply) => (
            <li key={reply.statement.id}>
              <Statement thread={reply} page={page} seed={seed} depth={depth + 1} about={about} />
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}

/** Takes back one's own words, or joins those members who want words taken away. */
function Remove({ statement, page, seed }: Pick<StatementProps, 'page' | 'seed'> & { statement: TableStatement }) {
  const words = useWords()
  const isOwn = page.reader.id === statement.personId
  if (page.reader.id === null || !(isOwn || page.may.removeWords.ok)) return null
  const backers = page.backings.filter((each) => each.cause === `remove:${statement.id}`).length
  return (
    <details className="remove">
      <summary>
        {words.say('remove-open', { whose: isOwn ? 'own' : 'other', backers, needed: page.unit.numbers.moderation })}
      </summary>
      <ActForm
        form={`remove-${statement.id}`}
        act="statement.remove"
        seed={seed}
        values={{ unitId: page.unit.id, statementId: statement.id }}
        labels={{ reason: words.say('remove-reason') }}
      >
        {({ busy, refusal, sent }) => (
          <>
            <Field
              name="reason"
              label={words.say('remove-reason')}
              hint={words.say('remove-hint', { whose: isOwn ? 'own' : 'other' })}
              faults={refusal?.fields ?? {}}
              required
              maxLength={200}
              defaultValue={sent.reason ?? ''}
            />
            <button type="submit" className="button quiet" disabled={busy}>
              {words.say('remove-do', { whose: isOwn ? 'own' : 'other' })}
            </button>
          </>
        )}
      </ActForm>
    </details>
  )
}
