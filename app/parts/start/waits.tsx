import { Link } from '@remix-run/react'
import { Moment } from '#app/parts/moment.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { Waiting } from '#db/views/waiting.ts'

/** Where something that waits is done. */
export const placeOf = ({ proposalId }: Waiting): string => `/proposals/${proposalId}`

/** What waits for the reader, the most pressing first. */
export function WaitList({ waits, units }: { waits: readonly Waiting[]; units: Readonly<Record<string, string>> }) {
  const words = useWords()
  return (
    <ul className="entries">
      {waits.map((wait) => (
        <li key={`${wait.kind} ${wait.voteId ?? wait.proposalId}`}>
          <h3>
            <Link to={placeOf(wait)}>{wait.title}</Link>
          </h3>
          <p className="entry-meta">
            <span>{units[wait.unitId] ?? wait.unitId}</span>
          </p>
          <p>
            {words.say(`waits-${wait.kind}`, { count: wait.count })}
            {wait.until !== null && (
              <>
                {' '}
                {words.say('waits-until')} <Moment at={wait.until} to="minute" />.
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
