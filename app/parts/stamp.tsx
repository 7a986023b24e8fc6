import { useWords } from '#app/parts/words.tsx'

/** The four meanings: decided (in force, the plan), figures (what is), proposed (open), fits (agreed). */
export type Meaning = 'decided' | 'figures' | 'proposed' | 'fits'

/** One mark a meaning, so that none rests on colour: a full square, a full disc, an open lozenge, a tick. */
const marks: Readonly<Record<Meaning, string>> = {
  decided: 'M1 1h14v14H1z',
  figures: 'M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  proposed: 'M8 0l8 8-8 8-8-8zM8 4.2 4.2 8 8 11.8 11.8 8z',
  fits: 'M1.8 8 0 10.2 6.2 15.5 16 3.3 13.6 1.5 5.8 11.300z',
}

/** The mark of a meaning alone; a word stands beside it. */
export function Mark({ meaning }: { meaning: Meaning }) {
  return (
    <svg className={`means-${meaning}`} viewBox="0 0 16 16" width={14} height={14} aria-hidden="true">
      <path fill="currentColor" fillRule="evenodd" d={marks[meaning]} />
    </svg>
  )
}

interface StampProps {
  readonly meaning: Meaning
  /** The word on it ("In force"); null takes the meaning's own. */
  readonly word: string | null
}

/** How a thing stands, by word, mark and colour together. */
export function Stamp({ meaning, word }: StampProps) {
  const words = useWords()
  return (
    <span className={`stamp means-${meaning}`}>
      <Mark meaning={meaning} />
      {word ?? words.say(`stamp-${meaning}`)}
    </span>
  )
}
