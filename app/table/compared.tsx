import { useWords } from '#app/parts/words.tsx'
import type { Part } from '#rules/text/difference.ts'

/** A text with what was taken out and what was put in, marked by lines and words for screen readers as well. */
export function Compared({ parts }: { parts: readonly Part[] }) {
  const words = useWords()
  return (
    <p className="compared">
      {parts.map((part, index) => {
        const key = `${part.kind} ${index}`
        if (part.kind === 'same') return <span key={key}>{part.text}</span>
        const Tag = part.kind === 'removed' ? 'del' : 'ins'
        return (
          <Tag key={key}>
            <span className="unseen">{words.say(part.kind === 'removed' ? 'compared-out' : 'compared-in')} </span>
            {part.text}
            <span className="unseen"> {words.say('compared-end')}</span>
          </Tag>
        )
      })}
    </p>
  )
}
