import { Link } from '@remix-run/react'
import { memo } from 'react'
import { Markdown } from '#app/parts/markdown.tsx'
import { useWords } from '#app/parts/words.tsx'
import { anchorText, speakAbout } from '#app/table/anchor.ts'
import type { Block } from '#rules/shapes/proposal.ts'
import type { Anchor } from '#rules/shapes/statement.ts'

interface TextProps {
  readonly blocks: readonly Block[]
  /** How many statements are about each thing, by anchor. */
  readonly said: ReadonlyMap<string, number>
  readonly maySpeak: boolean
}

/** The words of a version, paragraph by paragraph; each can be pointed at and spoken about. */
export const Text = memo(function Text({ blocks, said, maySpeak }: TextProps) {
  return (
    <div className="table-text">
      {blocks.map((block) => (
        <div key={block.id} id={`block-${block.id}`} className="table-block">
          <Markdown text={block.text} />
          <About anchor={{ kind: 'block', id: block.id }} said={said} maySpeak={maySpeak} />
        </div>
      ))}
    </div>
  )
})

interface AboutProps {
  readonly anchor: Anchor
  readonly said: ReadonlyMap<string, number>
  readonly maySpeak: boolean
}

/** Under a paragraph or a line: what has been said about it, and the way to say something. */
export function About({ anchor, said, maySpeak }: AboutProps) {
  const words = useWords()
  const count = said.get(anchorText(anchor)) ?? 0
  const about = `?about=${encodeURIComponent(anchorText(anchor))}`
  if (count === 0 && !maySpeak) return null
  return (
    <p className="about">
      {count > 0 && (
        <Link to={`${about}#discussion`} preventScrollReset>
          {words.say('about-count', { count })}
        </Link>
      )}
      {maySpeak && <Link to={speakAbout(anchor)}>{words.say('about-say')}</Link>}
    </p>
  )
}
