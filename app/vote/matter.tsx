import { Link } from '@remix-run/react'
import { Amount } from '#app/parts/figure-number.tsx'
import { Markdown } from '#app/parts/markdown.tsx'
import { useWords } from '#app/parts/words.tsx'
import { AmendmentChanges } from '#app/table/amendment-changes.tsx'
import { LineName } from '#app/table/quantity.tsx'
import type { ShownVote } from '#app/vote/shown.ts'
import { unitSymbol } from '#figures/measurement.ts'

/** What is voted on: the version's words and quantities, or what the amendment changes in them. */
export function Matter({ page }: { page: ShownVote }) {
  const words = useWords()
  const { vote, body, amendment } = page
  const names = { units: page.units, products: page.products, people: page.people }
  if (amendment)
    return (
      <>
        <p className="soft">{words.say('vote-page-what-amendment', { version: vote.version })}</p>
        <AmendmentChanges amendment={{ changes: amendment.changes, was: body }} names={names} />
        <p>
          <Link to={`/proposals/${vote.proposalId}`}>{words.say('vote-page-next-proposal')}</Link>
        </p>
      </>
    )
  return (
    <>
      <p className="soft">{words.say('vote-page-what-version', { version: vote.version })}</p>
      {body.blocks.map((block) => (
        <Markdown key={block.id} text={block.text} />
      ))}
      {body.lines.length > 0 && (
        <>
          <h3>{words.say('vote-page-lines')}</h3>
          <ul className="decided-lines">
            {body.lines.map((line) => (
              <li key={line.id}>
                <LineName line={line} names={names} />
                <strong>
                  <Amount text={line.amount} unit={unitSymbol(line.unit)} />
                </strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
