import type { ReactNode } from 'react'
import { Mark, type Meaning } from '#app/parts/stamp.tsx'

interface NoticeProps {
  /** Its colour and mark; null where none of the four meanings applies. */
  readonly meaning: Meaning | null
  readonly title: string | null
  /** true: read out when it appears, as the answer to what a person has just done. */
  readonly isAnswer: boolean
  readonly children: ReactNode
}

/** Words that stand out from the page: an answer, a condition, something to know first. */
export function Notice({ meaning, title, isAnswer, children }: NoticeProps) {
  return (
    <div className={meaning ? `notice means-${meaning}` : 'notice'} role={isAnswer ? 'status' : undefined}>
      {meaning && <Mark meaning={meaning} />}
      <div>
        {title && <h3>{title}</h3>}
        {children}
      </div>
    </div>
  )
}

interface EmptyStateProps {
  /** What will stand here. */
  readonly what: ReactNode
  /** Who can put it here. */
  readonly who: ReactNode
  /** A link or button for those who can; null for everybody else. */
  readonly next: ReactNode
}

/** Stands where nothing is yet. */
export function EmptyState({ what, who, next }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{what}</p>
      <p className="soft">{who}</p>
      {next}
    </div>
  )
}
