interface PictogramProps {
  /** A symbol's name in public/pictograms.svg. */
  readonly name: string
  /** Its word, where no word stands beside it; null where one does. */
  readonly word: string | null
}

/** One symbol beside words, in their colour and size. */
export function Pictogram({ name, word }: PictogramProps) {
  const use = <use href={`/pictograms.svg#${name}`} />
  if (word === null) {
    return (
      <svg className="pictogram" viewBox="0 0 24 24" aria-hidden="true">
        {use}
      </svg>
    )
  }
  return (
    <svg className="pictogram" viewBox="0 0 24 24" role="img" aria-label={word}>
      {use}
    </svg>
  )
}
