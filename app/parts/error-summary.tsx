import { useEffect, useRef } from 'react'
import { type Faults, fieldId } from '#app/parts/field.tsx'
import { useWords } from '#app/parts/words.tsx'

/** A refusal as it reaches a page: one sentence, and one for each field that has a fault. */
export interface ShownRefusal {
  readonly sentence: string
  readonly fields: Faults
}

interface ErrorSummaryProps {
  /** The refusal of what was just sent; null where there is none. */
  readonly refusal: ShownRefusal | null
  /** The label of each field by its name, so that a fault is found by the word that stands at it. */
  readonly labels: Readonly<Record<string, string>>
}

/** Stands over a form that was refused, takes the focus, and leads to each faulty field. */
export function ErrorSummary({ refusal, labels }: ErrorSummaryProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  if (!refusal) return null
  const faults = Object.entries(refusal.fields)
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{faults.length > 0 ? words.say('errors-title', { count: faults.length }) : refusal.sentence}</h2>
      {faults.length > 0 && (
        <ul>
          {faults.map(([name, fault]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>
                {labels[name] ? `${labels[name]}: ` : ''}
                {fault}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
