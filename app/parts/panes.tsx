import { type ReactNode, useId } from 'react'
import { useWords } from '#app/parts/words.tsx'

interface PanesProps {
  /** At most three, in reading order. */
  readonly panes: readonly { readonly name: string; readonly content: ReactNode }[]
}

/**
 * The negotiating table: side by side where there is room for all, one at a time where there is not.
 * The choice is a group of radio buttons and the style sheet shows the chosen pane, so that it works without JavaScript.
 */
export function Panes({ panes }: PanesProps) {
  const words = useWords()
  const group = useId()
  return (
    <div className="panes">
      <fieldset className="panes-choice">
        <legend className="unseen">{words.say('show')}</legend>
        {panes.map((pane, index) => (
          <label key={pane.name}>
            <input className="unseen" type="radio" name={group} value={index} defaultChecked={index === 0} />
            {pane.name}
          </label>
        ))}
      </fieldset>
      {panes.map((pane, index) => (
        <section key={pane.name} className={`pane pane-${index + 1}`} aria-labelledby={`${group}-${index}`}>
          <h2 className="pane-name" id={`${group}-${index}`}>
            {pane.name}
          </h2>
          {pane.content}
        </section>
      ))}
    </div>
  )
}
