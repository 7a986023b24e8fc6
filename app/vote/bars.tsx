import { PlanRule, ZeroRule } from '#app/charts/marks/rule.tsx'
import { textSize } from '#app/charts/marks/text.tsx'
import { DataTable } from '#app/parts/data-table.tsx'
import { useWords } from '#app/parts/words.tsx'
import type { MajorityResult } from '#rules/voting/majority.ts'
import { votesNeeded } from '#rules/voting/needed.ts'

const rowHeight = 34
const left = 118

/** As every chart: once for a column of text, once for a telephone. */
const widths = [
  ['chart chart-wide', 640],
  ['chart chart-narrow', 340],
] as const

interface BarRow {
  readonly id: string
  readonly name: string
  readonly count: number
}

/** The votes as bars against the number of yes votes that was needed; the same numbers stand in the table below. */
export function VoteBars({ result }: { result: MajorityResult }) {
  const words = useWords()
  const { yes, no, abstain, entitled, voted } = result
  const rows = [
    { id: 'yes', name: words.say('choice-yes'), count: yes },
    { id: 'no', name: words.say('choice-no'), count: no },
    { id: 'abstain', name: words.say('choice-abstain'), count: abstain },
    { id: 'silent', name: words.say('vote-page-silent'), count: entitled - voted },
  ]
  const needed = votesNeeded(result)
  const label = words.say('vote-page-bars-words', {
    ...{ yes, no, abstain, silent: entitled - voted },
    hasNeeded: needed === null ? 'no' : 'yes',
    needed: needed ?? 0,
  })
  return (
    <figure className="figure vote-bars">
      <figcaption className="figure-title">{words.say('vote-page-bars')}</figcaption>
      {widths.map(([className, width]) => (
        <svg
          key={width}
          className={className}
          viewBox={`0 0 ${width} ${rows.length * rowHeight + 22}`}
          role="img"
          aria-label={label}
        >
          <Drawing rows={rows} needed={needed} width={width} />
        </svg>
      ))}
      <div className="figure-actions">
        <details>
          <summary>{words.say('chart-table')}</summary>
          <DataTable
            isCaptionUnseen
            caption={words.say('vote-page-bars')}
            columns={[
              { head: words.say('vote-page-choice'), isAmount: false },
              { head: words.say('vote-page-votes'), isAmount: true },
            ]}
            rows={rows.map((row) => ({ id: row.id, cells: [row.name, words.decimal(String(row.count))] }))}
          />
        </details>
      </div>
    </figure>
  )
}

function Drawing({ rows, needed, width }: { rows: readonly BarRow[]; needed: number | null; width: number }) {
  const words = useWords()
  const most = Math.max(1, needed ?? 0, ...rows.map((row) => row.count))
  const end = (count: number) => left + Math.round((count / most) * (width - left - 44))
  const at = needed === null ? null : end(needed)
  return (
    <>
      {rows.map((row, index) => {
        const y = index * rowHeight + 22
        const past = row.id === 'yes' && at !== null && at > end(row.count) && at < end(row.count) + 40
        return (
          <g key={row.id}>
            <text x={left - 10} y={y + textSize} textAnchor="end">
              {row.name}
            </text>
            <rect
              className={`vote-bar-${row.id}`}
              x={left}
              y={y + 1}
              width={end(row.count) - left}
              height={rowHeight - 12}
            />
            <text className="chart-strong" x={(past && at !== null ? at : end(row.count)) + 8} y={y + textSize}>
              {words.decimal(String(row.count))}
            </text>
          </g>
        )
      })}
      <ZeroRule x1={left} x2={left} y1={18} y2={rows.length * rowHeight + 18} />
      {at !== null && (
        <>
          <PlanRule x1={at} x2={at} y1={18} y2={rowHeight + 14} />
          <text className="chart-plan-word" x={at} y={13} textAnchor={at > width * 0.7 ? 'end' : 'middle'}>
            {words.say('vote-page-needed', { needed: needed ?? 0 })}
          </text>
        </>
      )}
    </>
  )
}
