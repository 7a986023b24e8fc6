import { Link } from '@remix-run/react'
import { DataTable } from '#app/parts/data-table.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { ShownVote } from '#app/vote/shown.ts'

/** Everybody who could vote and how they did, by the assembly's rule with names or without, each with its entry. */
export function Roll({ page }: { page: ShownVote }) {
  const words = useWords()
  const { roll, vote } = page
  if (vote.state === 'open') return <p>{words.say('vote-page-roll-open', { count: roll.length })}</p>
  return (
    <>
      {!page.namesShown && <p className="soft">{words.say('vote-page-roll-ids')}</p>}
      <DataTable
        isCaptionUnseen
        caption={words.say('vote-page-roll')}
        columns={[
          { head: words.say('vote-page-member'), isAmount: false },
          { head: words.say('vote-page-choice'), isAmount: false },
          { head: words.say('vote-page-entry'), isAmount: true },
        ]}
        rows={roll.map(({ personId, name, choice, number }) => ({
          id: personId,
          cells: [
            name ??
              (page.namesShown
                ? words.say('person-erased')
                : words.say('vote-page-unnamed', { id: personId.slice(0, 8) })),
            choice ? (
              words.say(`choice-${choice}`)
            ) : (
              <span key="choice" className="soft">
                {words.say('vote-page-silent')}
              </span>
            ),
            number === null ? (
              ''
            ) : (
              <Link key="entry" to={`/journal/${vote.unitId}/${number}`}>
                {words.decimal(String(number))}
              </Link>
            ),
          ],
        }))}
      />
    </>
  )
}
