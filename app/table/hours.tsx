import { PictogramRow } from '#app/charts/marks/pictogram-row.tsx'
import { roundQuantity } from '#app/charts/pictograms/shape.ts'
import { useWords } from '#app/parts/words.tsx'
import type { Following } from '#app/table/consequences.tsx'
import { hoursSentence } from '#app/table/summary.ts'

/** The work of one person in a month. */
const hoursOfMonth = 160

const symbol = { size: 26, step: 20, perLine: 15 }

/** Labour as people: one figure is a stated number of people working for a month; the same scale for all rows. */
export function Hours({ rows }: { rows: readonly Following[] }) {
  const words = useWords()
  const months = rows.map(({ followed }) => followed.hours.total / hoursOfMonth)
  const per = Math.max(1, roundQuantity(Math.max(...months.map(Math.abs)) / 12))
  return (
    <>
      {rows.map(({ name, followed }, index) => (
        <div key={name} className="hours-row">
          {rows.length > 1 && <p className="small soft">{name}</p>}
          <People people={(months[index] ?? 0) / per} />
          <p>
            <strong>{hoursSentence(followed.hours.total, words)}</strong>
          </p>
        </div>
      ))}
      <p className="small soft">{words.say('hours-scale', { people: per, hours: hoursOfMonth })}</p>
    </>
  )
}

/** Labour that is saved stands pale. */
function People({ people }: { people: number }) {
  const many = Math.min(Math.abs(people), symbol.perLine * 4)
  if (many < 0.05) return null
  const symbols = Array.from({ length: Math.ceil(many) }, (_, at) => ({
    x: (at % symbol.perLine) * symbol.step,
    y: Math.floor(at / symbol.perLine) * (symbol.size + 2),
    share: Math.min(1, many - at),
  }))
  const lines = Math.ceil(symbols.length / symbol.perLine)
  return (
    <svg
      className="people"
      viewBox={`0 0 ${symbol.perLine * symbol.step} ${lines * (symbol.size + 2)}`}
      style={{ width: `${symbol.perLine * symbol.step}px` }}
      aria-hidden="true"
    >
      <PictogramRow symbols={symbols} size={symbol.size} pictogram="person" unsure={people < 0} />
    </svg>
  )
}
