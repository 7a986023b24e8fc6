import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '#app/parts/words.tsx'
import { freshId } from '#app/table/fresh-id.ts'
import { emptyLine, LineFields, type TypedLine } from '#app/table/line-fields.tsx'
import type { AnswerOf } from '#db/views/index.ts'
import { Line } from '#rules/shapes/proposal.ts'

interface NewLineProps {
  readonly unitId: string
  readonly onAdd: (line: Line) => void
  readonly onLeave: () => void
}

/** A line that is added to a proposal: what may stand in it is fetched when somebody wants one. */
export function NewLine({ unitId, onAdd, onLeave }: NewLineProps) {
  const words = useWords()
  const fetcher = useFetcher<{ page: AnswerOf<'propose.page'> }>()
  const { load } = fetcher
  useEffect(() => load(`/units/${unitId}/propose`), [load, unitId])
  const [typed, setTyped] = useState<TypedLine | null>(null)
  const [tried, setTried] = useState(false)
  const page = fetcher.data?.page
  if (!page) return <p className="soft">{words.say('line-loading')}</p>
  const now = typed ?? emptyLine(freshId('line'), page)
  const read = Line.safeParse({ ...now, counterpartId: now.counterpartId || null })
  return (
    <div className="new-line">
      <LineFields typed={now} choices={page} faults={{}} path="" isPlain={false} onChange={setTyped} />
      {tried && !read.success && <p className="field-fault">{words.say('line-incomplete')}</p>}
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            setTried(true)
            if (read.success) onAdd(read.data)
          }}
        >
          {words.say('line-add-this')}
        </button>
        <button type="button" className="button quiet" onClick={onLeave}>
          {words.say('line-add-leave')}
        </button>
      </div>
    </div>
  )
}
