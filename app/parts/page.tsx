import type { ReactNode } from 'react'

interface PageProps {
  /** What kind of page it is, and its stamp: a small line over the heading; null where the heading says it all. */
  readonly kicker: ReactNode
  readonly title: string
  /** In one sentence, what state the thing is in. */
  readonly state: ReactNode
  /** The one thing to do next: a link or button; null where there is nothing to do. */
  readonly next: ReactNode
  readonly children?: ReactNode
}

/** The first screen of every page: what it is, how it stands, what to do next; then its sections. */
export function Page({ kicker, title, state, next, children }: PageProps) {
  return (
    <div className="wide-page">
      <header className="page-head">
        {kicker && <div className="page-kicker">{kicker}</div>}
        <h1>{title}</h1>
        {state && <p className="page-state">{state}</p>}
        {next && <div className="page-next">{next}</div>}
      </header>
      {children}
    </div>
  )
}

interface SectionProps {
  readonly id: string
  readonly title: string
  /** One sentence under the heading, where it helps. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading, divided from the one before by a thin rule. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </section>
  )
}
