import { type KeyboardEvent, useId, useState } from 'react'
import { useWords } from '#app/parts/words.tsx'
import type { Status } from '#rules/shapes/figures.ts'

interface FigureNumberProps {
  /** The exact decimal; null where there is no figure. */
  readonly text: string | null
  readonly unit: string
  readonly unitName: string
  readonly measure: string
  readonly period: string
  readonly place: string
  readonly status: Status
  readonly source: { readonly producer: string; readonly title: string; readonly invented: boolean }
  /** The moment as of which it was known. */
  readonly asOf: string
  /** The way down to the entries it comes from; null where there is none. */
  readonly href: string | null
}

/**
 * A number that never stands alone: hover, focus or tap opens what it is, where it comes from and how sure it is.
 * It opens as a popover, which needs no JavaScript; Escape closes it.
 */
export function FigureNumber(figure: FigureNumberProps) {
  const words = useWords()
  const [isShut, setShut] = useState(false)
  // Colons in React's ids stay out of the way of style sheets and of `popovertarget`.
  const cardId = `figure-${useId().replaceAll(':', '')}`
  if (figure.text === null) return <span className="soft">{words.say('no-figure')}</span>
  const { source } = figure
  const sourceWords = (
    <>
      {source.producer}, {source.title}
      {source.invented && (
        <>
          {' '}
          <span className="invented">{words.say('invented')}</span>
        </>
      )}
    </>
  )
  const facts = [
    [words.say('card-measure'), figure.measure],
    [words.say('card-unit'), figure.unitName],
    [words.say('card-period'), words.period(figure.period)],
    [words.say('card-place'), figure.place],
    [words.say('card-status'), words.say(`status-${figure.status}`)],
    [words.say('card-source'), sourceWords],
    [words.say('card-as-of'), words.day(figure.asOf)],
  ] as const
  const shutOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShut(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape, which closes the card that hovering opened
    <span
      className="figure-number"
      data-shut={isShut || undefined}
      onKeyDown={shutOnEscape}
      onMouseLeave={() => setShut(false)}
      onBlur={() => setShut(false)}
    >
      <button type="button" className="figure-number-value" {...{ popovertarget: cardId }}>
        <Amount text={figure.text} unit={figure.unit} />
      </button>
      <span className="figure-card" id={cardId} {...{ popover: 'auto' }}>
        <strong className="figure-card-value">
          <Amount text={figure.text} unit={figure.unit} />
        </strong>
        {facts.map(([name, fact]) => (
          <span key={name}>
            <span>{name}</span>
            <span>{fact}</span>
          </span>
        ))}
        {figure.href && <a href={figure.href}>{words.say('card-down')}</a>}
      </span>
    </span>
  )
}

/** A number with its unit in small letters after a thin space, never split over lines. */
export function Amount({ text, unit }: { text: string; unit: string }) {
  const words = useWords()
  return (
    <span className="number">
      {words.decimal(text)}
      {unit && <span className="unit">{`\u202f${unit}`}</span>}
    </span>
  )
}
