import { useWords } from '#app/parts/words.tsx'

interface PersonNameProps {
  /** Null where the person's name was erased. */
  readonly name: string | null
  /** In which capacity they did it ("delegate of Oakfield bakery"); null where that does not matter. */
  readonly seat: string | null
}

/** Who it was, and in which seat. */
export function PersonName({ name, seat }: PersonNameProps) {
  const words = useWords()
  return (
    <span className="person">
      {name ?? <span className="soft">{words.say('person-erased')}</span>}
      {seat && <span className="soft">, {seat}</span>}
    </span>
  )
}
