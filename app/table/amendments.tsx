import { memo } from 'react'
import { EmptyState } from '#app/parts/notice.tsx'
import { useWords } from '#app/parts/words.tsx'
import { Amendment, type AmendmentProps } from '#app/table/amendment.tsx'
import { Conflicts } from '#app/table/conflicts.tsx'
import type { TablePage } from '#app/table/page-data.ts'

interface AmendmentsProps extends Omit<AmendmentProps, 'amendment'> {
  readonly page: TablePage
}

/** The amendments: those that are open first, what they have against each other, then those that are settled. */
export const Amendments = memo(function Amendments(props: AmendmentsProps) {
  const words = useWords()
  const { page } = props
  const open = page.amendments.filter(isOpen)
  const settled = page.amendments.filter((one) => !isOpen(one))
  return (
    <section className="section" id="amendments" aria-labelledby="amendments-title">
      <header>
        <h2 id="amendments-title">{words.say('amendments-title')}</h2>
      </header>
      {page.amendments.length === 0 && (
        <EmptyState what={words.say('amendments-none')} who={words.say('amendments-who')} next={null} />
      )}
      <Conflicts page={page} amendments={open} />
      <ol className="amendments">
        {open.map((one) => (
          <li key={one.id}>
            <Amendment {...props} amendment={one} />
          </li>
        ))}
      </ol>
      {settled.length > 0 && (
        <details className="settled" open={open.length === 0}>
          <summary>{words.say('amendments-settled', { count: settled.length })}</summary>
          <ol className="amendments">
            {settled.map((one) => (
              <li key={one.id}>
                <Amendment {...props} amendment={one} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
})

/** Tells whether an amendment may still change the proposal. */
export const isOpen = ({ state }: { readonly state: string }): boolean =>
  state === 'tabled' || state === 'collides' || state === 'voting'
