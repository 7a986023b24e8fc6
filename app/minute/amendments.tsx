import { nameIn, type ShownMinute } from '#app/minute/shown.ts'
import { Markdown } from '#app/parts/markdown.tsx'
import { useWords } from '#app/parts/words.tsx'
import { AmendmentChanges } from '#app/table/amendment-changes.tsx'

type Minuted = ShownMinute['minute']['amendments']['adopted'][number]

/** Amendments adopted and lost: who tabled each, what it changed, why, and how it ended. */
export function Amendments({ page }: { page: ShownMinute }) {
  const words = useWords()
  const { adopted, notAdopted } = page.minute.amendments
  if (adopted.length + notAdopted.length === 0) return <p>{words.say('minute-amendments-none')}</p>
  return (
    <ul>
      {[...adopted, ...notAdopted].map((amendment) => (
        <li key={amendment.amendmentId}>
          <OneAmendment amendment={amendment} page={page} />
        </li>
      ))}
    </ul>
  )
}

/** The words of a message choose by names without a hyphen. */
const endings: Readonly<Record<Minuted['outcome'], string>> = {
  'by-proposer': 'proposer',
  'by-vote': 'vote',
  contained: 'contained',
  lost: 'lost',
  withdrawn: 'withdrawn',
  open: 'open',
}

function OneAmendment({ amendment, page }: { amendment: Minuted; page: ShownMinute }) {
  const words = useWords()
  const tabled = page.amendments[amendment.amendmentId]
  const reason = page.words[amendment.number]
  const names = { units: page.units, products: page.products, people: page.people }
  return (
    <>
      <p>
        {words.say('minute-amendment', {
          outcome: endings[amendment.outcome],
          person: nameIn(page, amendment.personId, words),
          version: amendment.version ?? 0,
          byVote: amendment.voteId ? 'yes' : 'no',
        })}
      </p>
      {tabled && <AmendmentChanges amendment={tabled} names={names} />}
      {reason && (
        <blockquote>
          <Markdown text={reason} />
        </blockquote>
      )}
    </>
  )
}
