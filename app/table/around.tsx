import { ActForm } from '#app/parts/act-form.tsx'
import { PersonName } from '#app/parts/person-name.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { Live } from '#app/table/live.tsx'
import type { TablePage } from '#app/table/page-data.ts'

interface AroundProps {
  readonly page: TablePage
  readonly live: Live
  readonly seed: string
}

/** Who sits at the table, who of them is connected just now, who looks on; and the way to take a place. */
export function Around({ page, live, seed }: AroundProps) {
  const words = useWords()
  const seated = new Set(page.attendance.filter((each) => each.leftAt === null).map((each) => each.personId))
  const connected = new Map(live.here.map((each) => [each.personId, each.name]))
  const looking = [...connected].filter(([personId]) => !seated.has(personId))
  const isOver = page.proposal.stage !== 'discussion' && page.proposal.stage !== 'voting'
  const values = { unitId: page.unit.id, proposalId: page.proposal.id }
  const came = isOver ? new Set(page.attendance.map((each) => each.personId)) : seated
  return (
    <section className="around" aria-label={words.say('around-label')}>
      <p className="around-people">
        <span className="soft">{words.say(isOver ? 'around-came' : 'around-seated', { count: came.size })}</span>{' '}
        {[...came].map((id) => (
          <span key={id} className="around-person">
            {!isOver && <Dot isHere={connected.has(id)} />}
            <PersonName name={page.people[id] ?? connected.get(id) ?? null} seat={null} />
            {connected.has(id) && !isOver && <span className="unseen"> {words.say('around-here')}</span>}
          </span>
        ))}
        {looking.map(([id, name]) => (
          <span key={id} className="around-person soft">
            <Dot isHere />
            <PersonName name={name} seat={words.say('around-looking')} />
          </span>
        ))}
      </p>
      <div className="around-acts">
        {page.may.arrive.ok && (
          <ActForm form="arrive" act="table.arrive" seed={seed} values={values}>
            {({ busy }) => (
              <button type="submit" className="button quiet" disabled={busy}>
                {words.say('arrive-do')}
              </button>
            )}
          </ActForm>
        )}
        {page.may.leave.ok && !isOver && (
          <ActForm form="leave" act="table.leave" seed={seed} values={values}>
            {({ busy }) => (
              <button type="submit" className="button plain" disabled={busy}>
                {words.say('leave-do')}
              </button>
            )}
          </ActForm>
        )}
      </div>
      {(live.state === 'away' || live.state === 'ended' || live.state === 'outdated') && (
        <p className="line-state" role="status">
          {words.say(`line-${live.state}`)}
        </p>
      )}
    </section>
  )
}

function Dot({ isHere }: { isHere: boolean }) {
  return <span className={isHere ? 'dot dot-here' : 'dot'} aria-hidden="true" />
}
