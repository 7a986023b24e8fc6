import { useEffect, useState } from 'react'
import { useWords } from '#app/parts/words.tsx'
import type { Following } from '#app/table/consequences.tsx'
import type { Names } from '#app/table/page-data.ts'
import { summaryOf } from '#app/table/summary.ts'

interface SpokenProps {
  readonly shown: Following
  readonly names: Names
}

/** A hand that moves is not read out at every step: what follows is said when it rests. */
const restMs = 800

/** What follows, said aloud to those who do not see it. */
export function Spoken({ shown, names }: SpokenProps) {
  const words = useWords()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(summaryOf(shown.followed, names, words).join(' ')), restMs)
    return () => clearTimeout(timer)
  }, [shown, names, words])
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  )
}

/** At the foot of a narrow screen: what follows from the line under one's finger stays in sight. */
export function Underneath({ shown, names }: SpokenProps) {
  const words = useWords()
  return (
    <aside className="underneath" aria-hidden="true">
      {summaryOf(shown.followed, names, words).map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </aside>
  )
}
