import type { ChartSource } from '#app/charts/shape.ts'
import { useWords } from '#app/parts/words.tsx'

/** Where figures come from, under which licence, and whether they are invented. */
export function SourceLine({ source }: { source: ChartSource }) {
  const words = useWords()
  const { producer, title, licence } = source
  const line = words.say('chart-source', { producer, title, licence })
  return (
    <>
      {source.url ? (
        <a href={source.url} rel="nofollow noopener">
          {line}
        </a>
      ) : (
        line
      )}{' '}
      {source.invented && (
        <>
          <span className="invented">{words.say('chart-invented')}</span>{' '}
        </>
      )}
    </>
  )
}
